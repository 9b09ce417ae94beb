"""What changed: two versions (or a version and the working tree) come in, their differences come out.

`sides` finds what is compared, `changes.changes` compares, `log` tells the history of a brief; `text`, `page`
and `redline` show what was found. Every difference is attributed to what caused it.
"""
