"""When: expressions of time, read against the day on which they were used."""
