"""Citations and the reference list, by any CSL style, through pandoc's citeproc.

In come sources as hand-written CSL, the citations of a document in reading order, and a style; out go
citations and entries in the model's own inlines. The room knows neither ledger nor renderers.
"""
