"""What a PDF says, by its tags: the structure tree tells what a text is, pdfium what its glyphs read as.

A paragraph that goes on on the next page has two tags, and a hyphen at the end of a line may be the
layout's own; `told_by_pdf` puts such pieces together where that gives what is `meant`.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2
from pypdfium2 import raw

from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.render.annex import CONTESTED
from tests.extracting.told import Told

_HYPHEN = "\x02"
"""What pdfium makes of a hyphen at the end of a line."""

_PAGE_REFERENCE = re.compile(r"\s*\(p\.\s\d+\)\s*")
_BLOCKS = frozenset("Part Art Sect Div BlockQuote L LI LBody P H1 H2 H3 H4 Table Caption Figure Note".split())
_NUMBER = ("from-", "data-")


@dataclass(slots=True)
class Element:
    """An element of the structure tree: its tag, what is in it, where a link leads, its page from 0."""

    tag: str
    kids: list[Element | str] = field(default_factory=list)
    target: str = ""
    alt: str = ""
    page: int = -1

    @property
    def words(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.words for kid in self.kids)

    @property
    def elements(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def below(self) -> Iterator[Element]:
        for one in self.elements:
            yield one
            yield from one.below()


@dataclass(frozen=True, slots=True)
class Piece:
    """A text as tagged. `joins` says that it may go on with the piece before."""

    words: str
    joins: bool = False


def told_by_pdf(data: bytes, meant: Told, references: str, annex: str) -> Told:
    """Return what a PDF says, spelled as `meant` where only spaces and hyphenation differ.

    `references` and `annex` are the headings of the back matter.
    """
    reader = _Reader(references, annex)
    reader.read(tree(data))
    found = Told()
    for kind, pieces in (reader.pieces | reader.late).items():
        for words in _mended(pieces, meant[kind]):
            found.add(kind, words)
    return found


def tree(data: bytes) -> Element:
    """Return the structure tree of a PDF with the text of its marked content."""
    texts = _texts(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        root = Element("Root")
        _fill(root, pdf.Root.StructTreeRoot.K, 0, pages, texts)
    return root


def _texts(data: bytes) -> dict[tuple[int, int], str]:
    """Return the text of marked content, by page and number."""
    found: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
                key = (number, raw.FPDFPageObj_GetMarkedContentID(one.raw))
                found[key] = found.get(key, "") + _text(one, text)
    return found


def _text(one: pypdfium2.PdfObject, page: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(one.raw, page.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(one.raw, page.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def _fill(
    parent: Element,
    node: pikepdf.Object,
    page: int,
    pages: dict[tuple[int, int], int],
    texts: dict[tuple[int, int], str],
) -> None:
    if isinstance(node, pikepdf.Array):
        for one in node:
            _fill(parent, one, page, pages, texts)
        return
    if not isinstance(node, pikepdf.Dictionary):
        parent.kids.append(texts.get((page, int(node)), ""))
        parent.page = page
        return
    page = pages[node.Pg.objgen] if "/Pg" in node else page
    match str(node.get("/Type", "")):
        case "/MCR":
            _fill(parent, node.MCID, page, pages, texts)
        case "/OBJR":
            parent.target = str(node.Obj.get("/Dest", ""))
        case _:
            one = Element(str(node.S)[1:], alt=str(node.get("/Alt", "")))
            _fill(one, node.get("/K", pikepdf.Array()), page, pages, texts)
            parent.kids.append(one)
            parent.page = one.page if parent.page < 0 else parent.page


class _Reader:
    """Reads elements one after the other; `late` are the numbers of footnotes, told after all others."""

    def __init__(self, references: str, annex: str) -> None:
        self.back = {_bare(references): "references", _bare(annex): "annex"}
        self.kind = "paragraphs"
        self.pieces: dict[str, list[Piece]] = {}
        self.late: dict[str, list[Piece]] = {}
        self.head: list[str] = []
        self.last = ("", -1)

    def read(self, element: Element) -> None:
        for one in element.elements:
            if one.tag == "NonStruct" and element.tag == "Art" and not self.pieces:
                self.kind = "title"
                self.read(one)
                self.kind = "paragraphs"
            elif one.tag == "Note":
                self._add("footnotes", one)
                self._numbers(one, self.late)
            elif one.tag == "Figure":
                self._add("pictures", one, one.alt)
            elif one.tag == "Table":
                self._table(one, goes_on=not any(kid.tag == "Caption" for kid in element.elements))
            elif one.tag == "Caption":
                self._leaf(one, "captions")
            elif one.tag in {"H2", "H3", "H4"}:
                self._leaf(one, "headings")
                self.kind = self.back.get(_bare(one.words), self.kind)
            elif one.tag == "P" or not any(kid.tag in _BLOCKS for kid in one.below()):
                if one.tag != "Lbl":
                    self._leaf(one, self.kind)
            else:
                self.read(one)

    def _leaf(self, one: Element, kind: str) -> None:
        words = _without_pages(one) if kind == "annex" else one.words
        self._add(kind, one, words.casefold() if kind == "title" else words)
        self._numbers(one, self.pieces)

    def _add(self, kind: str, one: Element, words: str | None = None) -> None:
        """Tell a text. The first of a page may go on with the last of the page before, if it is its kind."""
        words = one.words if words is None else words
        if not words.strip():
            return
        joins = kind == self.last[0] and one.page == self.last[1] + 1
        self.pieces.setdefault(kind, []).append(Piece(words, joins))
        if kind != "footnotes":
            self.last = (kind, one.page)

    def _table(self, table: Element, *, goes_on: bool) -> None:
        """Tell the rows of a table; on its further pages its head is repeated."""
        rows = [one for one in table.below() if one.tag == "TR"]
        head = [_bare(cell.words) for cell in rows[0].elements]
        for row in rows[1:] if goes_on and head == self.head else rows:
            self._add("rows", row, " | ".join(cell.words for cell in row.elements) or " ")
            self._numbers(row, self.pieces)
        self.head = head

    def _numbers(self, one: Element, found: dict[str, list[Piece]]) -> None:
        """Tell the numbers: links to the annex. Where a line ends within one, it has two links."""
        before, between = "", ""
        for target, words in _runs(one):
            if not target.startswith(_NUMBER):
                between += words
                continue
            joins = target == before and not between.strip()
            found.setdefault("numbers", []).append(Piece(words.strip().rstrip(CONTESTED), joins))
            found.setdefault("targets", []).append(Piece(bookmark_name(target), joins))
            before, between = target, ""


def _runs(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the texts below an element, a link in one with where it leads."""
    for kid in element.kids:
        if isinstance(kid, str):
            yield "", kid
        elif kid.tag == "Link":
            yield kid.target, kid.words
        else:
            yield from _runs(kid)


def _without_pages(element: Element) -> str:
    """Return the words of an element but for the pages of places, which only paper has."""
    return "".join(
        kid if isinstance(kid, str) else _without_pages(kid)
        for kid in element.kids
        if isinstance(kid, str) or kid.tag != "Link" or not _PAGE_REFERENCE.fullmatch(kid.words)
    )


def _mended(pieces: Sequence[Piece], meant: Sequence[str]) -> Iterator[str]:
    """Yield pieces as they are meant where they agree with it but for spaces, hyphenation and ends of pages."""
    known = {_bare(words): words for words in meant}
    place = 0
    while place < len(pieces):
        longest = place + 1
        while longest < len(pieces) and pieces[longest].joins:
            longest += 1
        for end in range(longest, place, -1):
            words = "".join(piece.words for piece in pieces[place:end])
            found = _meant(words, known)
            if found is not None or end == place + 1:
                yield words.replace(_HYPHEN, "-") if found is None else found
                place = end
                break


def _meant(words: str, known: dict[str, str]) -> str | None:
    bare = _bare(words)
    if _HYPHEN not in bare:
        return known.get(bare)
    pattern = re.compile("-?".join(re.escape(part) for part in bare.split(_HYPHEN)))
    return next((known[one] for one in known if pattern.fullmatch(one)), None)


def _bare(words: str) -> str:
    """Return a text without spaces, and without places for hyphenation."""
    return re.sub("[\\s\u00ad\u200b\u2060]", "", words).replace("\u2011", "-")
