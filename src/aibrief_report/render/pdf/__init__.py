"""The PDF: the same blocks as the screen page, laid out on paper by WeasyPrint, tagged after PDF/UA-1."""

from aibrief_report.render.pdf.write import render_pdf

__all__ = ["render_pdf"]
