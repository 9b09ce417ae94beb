"""Renderers: a resolved `Document` and a `Theme` come in, the bytes of a page, a PDF or a DOCX go out.

A renderer sees the model and the theme, nothing else: no file of the project, no ledger, no clock. All of
them tell the origin of numbers through `render.annex`, so that three formats cannot say three things.
"""
