"""The arithmetic of consistency: pure functions over rows of the ledger.

In come rows and indicators; out come `Conflict`s: rows that cannot all be true at once, with the arithmetic
that says so.
"""
