"""What stands in an output, whoever made it: its words, its pages, its pictures. For a fair comparison."""

from __future__ import annotations

import ctypes
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2
from lxml import etree, html
from pypdfium2 import raw

from benchmarks.peers.expected import Expected, held

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = ("head", "script", "style", "svg", "noscript", "template", "nav")

_CARDS = "//span[@class='number']/a/following-sibling::span"
"""What our page says of a number only when asked."""


@dataclass(frozen=True, slots=True)
class Output:
    """What an output holds. `pages` is 0 where it has none; `held` counts what is expected, by kind."""

    words: int
    pages: int
    pictures: int
    held: dict[str, int]


def look(path: Path, texts: Expected) -> Output:
    """Return what stands in a PDF, DOCX or HTML file."""
    text, pages, pictures = {".pdf": _pdf, ".docx": _docx, ".html": _html}[path.suffix](path)
    return Output(len(text.split()), pages, pictures, held(text, texts))


def read_expected(folder: Path) -> dict[str, list[str]]:
    """Return what `peers.prepare` expects of every output."""
    found: dict[str, list[str]] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return found


def _pdf(path: Path) -> tuple[str, int, int]:
    with pypdfium2.PdfDocument(path) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
        return text, len(document), sum(_tagged(page, "Figure") for page in document)


def _tagged(page: pypdfium2.PdfPage, kind: str) -> int:
    """Return how many elements of a kind the structure of a page has."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    waiting = [
        raw.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(raw.FPDF_StructTree_CountChildren(tree))
    ]
    found = 0
    while waiting:
        if not (one := waiting.pop()):
            continue  # marked content, which is no element
        found += _type(one) == kind
        children = range(raw.FPDF_StructElement_CountChildren(one))
        waiting += [raw.FPDF_StructElement_GetChildAtIndex(one, n) for n in children]
    raw.FPDF_StructTree_Close(tree)
    return found


def _type(element: Any) -> str:
    name = ctypes.create_string_buffer(64)
    length = raw.FPDF_StructElement_GetType(element, name, len(name))
    return name.raw[:length].decode("utf-16-le").rstrip("\0")


def _docx(path: Path) -> tuple[str, int, int]:
    with ZipFile(path) as package:
        names = set(package.namelist()) & {"word/document.xml", "word/footnotes.xml"}
        parts = [etree.fromstring(package.read(name)) for name in sorted(names)]
    paragraphs = (one for part in parts for one in part.iter(f"{_W}p"))
    text = "\n".join("".join(one.text or "" for one in part.iter(f"{_W}t")) for part in paragraphs)
    return text, 0, sum(1 for part in parts for _ in part.iter(f"{_W}drawing"))


def _html(path: Path) -> tuple[str, int, int]:
    page = html.fromstring(path.read_bytes())
    pictures = sum(
        1 for one in page.iter("figure") if one.find(".//img") is not None or one.find(".//svg") is not None
    )
    cards: Any = page.xpath(_CARDS)
    for unseen in (*page.iter(*_UNSEEN), *cards):
        unseen.drop_tree()
    return " ".join(str(text) for text in page.itertext()), 0, pictures
