"""Who held which office when, and the countries and organisations that offices belong to."""
