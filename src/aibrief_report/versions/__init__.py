"""Versions: what went in, what came out, and the name that the former gives to the latter."""
