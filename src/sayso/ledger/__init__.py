"""Where readings are kept: one SQLite file, or a PostgreSQL database by its URL; the same tables, one code."""
