"""A document as Typst's markup, by pandoc from the same Markdown, and with what PDF/UA asks for besides."""

from __future__ import annotations

import json
import re
import subprocess

from aibrief_report.model.blocks import Figure
from aibrief_report.model.document import Document
from aibrief_report.model.walk import walk
from benchmarks.peers.commands import PANDOC
from benchmarks.peers.markdown import PICTURES, markdown

_OPTIONS = (
    *("--from", "markdown-smart", "--to", "typst", "--standalone", "--default-image-extension=svg"),
    *("--variable", "papersize=a4", "--metadata", "bibliography=references.bib"),
)
_LABEL = re.compile(r"(caption: \[\s*)(?:Figure|Table) \d+\. ")


def typst(document: Document) -> str:
    """Return a document as Typst's markup."""
    written = _pandoc(_OPTIONS, markdown(document))
    for figure in walk(document.blocks):
        if isinstance(figure, Figure):
            # Pandoc leaves out alternative text here; PDF/UA-1 wants it (ISO 14289-1, 7.3).
            picture = f'image("{PICTURES}/{figure.anchor}.svg"'
            alt = json.dumps(getattr(figure.content, "alt", ""), ensure_ascii=False)
            written = written.replace(picture, f"{picture}, alt: {alt}")
    return _LABEL.sub(r"\1", written)  # Typst counts figures and tables itself


def bibliography(references: str) -> str:
    """Return works in CSL-JSON as BibLaTeX, which Typst reads."""
    return _pandoc(("--from", "csljson", "--to", "biblatex"), references)


def _pandoc(options: tuple[str, ...], text: str) -> str:
    done = subprocess.run((PANDOC, *options), input=text, capture_output=True, text=True, check=True)
    return done.stdout
