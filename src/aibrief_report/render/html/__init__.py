"""The screen page: a resolved document as one self-contained HTML file without network and scripts.

The same blocks, in paper's medium and paper's style sheet, are what `render.pdf` lays out.
"""

from aibrief_report.render.html.page import render_html

__all__ = ["render_html"]
