"""DOCX: a resolved `Document` and a `Theme` come in, the bytes of a Word document go out.

It shows what HTML and PDF show, in Word's own terms: built-in styles, fields, footnotes, content controls.
It knows no file, no ledger and no other renderer; `writer.render_docx` is the way in.
"""
