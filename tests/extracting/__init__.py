"""What a brief says, read back from its document and from each format, as lists that can be compared.

In come a document or a file's bytes; out comes a `Told`. The readers of formats know how each is written
(tags, styles, classes), and nothing of what the document says.
"""
