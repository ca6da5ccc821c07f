"""Who speaks: names, phrases, the cast, offices and sides; what the steps `gather` and `resolve` are made of."""
