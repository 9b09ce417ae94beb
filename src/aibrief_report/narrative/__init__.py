"""Templates over the ledger become a document: Jinja first, then Markdown, then the model.

In come `narrative.md`, the texts of `brief.yaml` and a `Ledger`; out go blocks, inlines and the numbers
printed in them. It does not know how charts are drawn, how citations look or how pages are made.
"""
