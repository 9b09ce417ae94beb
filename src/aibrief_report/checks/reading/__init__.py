"""Reading prose as an editor does: lines, sentences, typed numbers, years, comparisons and directions.

In come inlines of the model or plain text; out come places in that text. Nothing here knows a rule.
"""
