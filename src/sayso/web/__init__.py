"""The web page: what a ledger holds, in a browser. Each page has a .json twin made from the same record."""
