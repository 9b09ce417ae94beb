"""Versions of months ago: what they were made of comes in, the same bytes come out, or why they cannot.

`recorded` finds the record of a version, `rebuild` makes it again, `compare` holds old and new outputs
against each other, `verdict` says what follows.
"""
