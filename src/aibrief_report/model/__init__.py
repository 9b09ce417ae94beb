"""The document: a small closed vocabulary of blocks and inlines, and the numbers printed in it.

In comes what narrative, charts and references found out; out goes what every renderer draws.
The model knows no renderer and no ledger: it holds strings, so that it can be read back anywhere.
"""
