"""What other programs read out of a DOCX, as one run of text, and what of a document is not in it.

Layout parts lines in other places, and readers put spaces where cells and paragraphs end; so texts are
compared without spaces, hyphens and case.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import pypdfium2
from lxml import etree

from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Note, Text
from aibrief_report.model.walk import plain, rewrite
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.annex import annex
from aibrief_report.render.facts import facts, subject
from tests.extracting.model import told_by_document

_NUMBER = re.compile(r"^[\d.]* ")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]+")
_LEFT_OUT = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\u2010\u2011\x02-]+")
_STORIES = ("word/document.xml", "word/footnotes.xml")
_CHARACTERS = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}


def lines_of(document: Document) -> dict[str, list[str]]:
    """Return what a document says, by kind, each in pieces that every reader keeps together.

    Numbers of headings and notes are left out: Word counts them, they are no text of the file.
    """
    told, unmarked = told_by_document(document), told_by_document(_without_notes(document))
    found = {kind: list(unmarked[kind]) for kind in ("paragraphs", "captions", "references")}
    found["numbers"] = list(told["numbers"])
    for kind, lines in (("headings", unmarked["headings"]), ("footnotes", told["footnotes"])):
        found[kind] = [_NUMBER.sub("", line, count=1) for line in lines]
    found["cells"] = [cell.strip() for row in unmarked["rows"] for cell in row.split("|")]
    for entry in annex(document).entries:
        parts = (
            subject(entry, document.words),
            *(plain(one.inlines) for one in facts(entry, document.words)),
        )
        found.setdefault("annex", []).extend((entry.printed, *parts))
    return found


def _without_notes(document: Document) -> Document:
    return rewrite(document, lambda node: Text(" ") if isinstance(node, Note) else node)


def lost(lines: Iterable[str], text: str) -> list[str]:
    """Return the lines that do not stand in a text as often as they should."""
    squeezed = squeeze(text)
    wanted = Counter(squeeze(line) for line in lines)
    return [line for line, count in wanted.items() if line and squeezed.count(line) < count]


def lost_words(lines: Iterable[str], text: str) -> list[str]:
    """Return the words that do not stand in the text of a PDF as often as they should.

    A page may part any line, and sets letters from right to left, and what stands between them, in an order
    that readers take for another.
    """
    words = Counter(word for line in lines for word in map(squeeze, _sorted(line).split()))
    squeezed = squeeze(_sorted(text))
    return [word for word, count in words.items() if word and squeezed.count(word) < count]


def _sorted(text: str) -> str:
    plain_letters = unicodedata.normalize("NFKC", text)
    return _RIGHT_TO_LEFT.sub(lambda found: f" {''.join(sorted(found[0]))} ", plain_letters)


def squeeze(text: str) -> str:
    """Return a text without spaces, hyphens and marks of direction, and in small letters."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text)).casefold()


def text_by_pandoc(tree: str) -> str:
    """Return the text of a document as pandoc's JSON holds it; notes stand behind all else."""
    notes: list[str] = []
    body = "".join(_pieces(json.loads(tree)["blocks"], notes))
    return "\n".join((body, *notes))


def _pieces(node: object, notes: list[str]) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _pieces(one, notes)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c")
        if kind == "Note":
            notes.append("".join(_pieces(content, notes)))
        elif kind in ("Str", "Code", "CodeBlock", "Math"):
            yield content if isinstance(content, str) else content[1]
        else:
            yield _CHARACTERS.get(str(kind), "")
            yield from _pieces(content, notes)
            yield " " if kind in ("Para", "Plain", "Header") else ""


def text_of_docx(data: bytes) -> str:
    """Return the text of a DOCX, its notes behind all else."""
    parts = read_package(data)
    return "\n".join(text_of(etree.fromstring(parts[name])) for name in _STORIES if name in parts)


def text_of_pdf(data: bytes) -> str:
    """Return the text of a PDF, page by page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def bookmarks_of_docx(data: bytes) -> set[str]:
    """Return the names of a DOCX's bookmarks, without what LibreOffice adds to those of its footnotes.

    It reads footnotes by copying them, and so it names `_n3` there `_n3_Copy_1`.
    """
    parts = read_package(data)
    roots = [etree.fromstring(parts[name]) for name in _STORIES if name in parts]
    names = (one.get(clark("w:name"), "") for root in roots for one in root.iter(clark("w:bookmarkStart")))
    return {re.sub(r"_Copy_\d+$", "", name) for name in names}
