"""Quantities: how much, of what, how sure."""
