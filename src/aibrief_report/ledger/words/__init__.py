"""Words for computed values: "more than four times", "just under half", "doubled", "the largest of five".

In comes a quantity with its range; out goes a word that is true for all of it, or an error that names one.
"""
