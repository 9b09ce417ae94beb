"""What a PDF says, by its tags: the structure tree tells what a text is, pdfium what its glyphs read as.

A paragraph that goes on on the next page has two tags, and a hyphen at the end of a line may be the
layout's own; `Paper.told` puts such pieces together where that gives what is meant.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
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
_BLOCKS = frozenset(
    (
        *("Part", "Art", "Sect", "Div", "BlockQuote", "L", "LI", "LBody", "P", "H1", "H2", "H3", "H4"),
        *("Table", "THead", "TBody", "TR", "TH", "TD", "Caption", "Figure", "Note"),
    )
)
_NUMBER = ("from-", "data-")
_NOWHERE = (sys.maxsize, 0)


@dataclass(slots=True)
class Element:
    """An element of the structure tree: its tag, what is in it, where a link leads, its alternative text.

    `scope` tells what a head cell heads ("Row"); `first` is the page and the number of the first marked
    content in it, both from 0.
    """

    tag: str
    kids: list[Element | str] = field(default_factory=list)
    target: str = ""
    alt: str = ""
    scope: str = ""
    first: tuple[int, int] = _NOWHERE

    @property
    def words(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.words for kid in self.kids)

    @property
    def elements(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def is_leaf(self) -> bool:
        """Whether it holds a line of text, and no blocks."""
        return self.tag == "P" or not any(one.tag in _BLOCKS for one in self.below())

    def below(self) -> Iterator[Element]:
        for one in self.elements:
            yield one
            yield from one.below()


@dataclass(frozen=True, slots=True)
class Piece:
    """A text as tagged. `joins` says that it may go on with the piece before; `target` is where it leads."""

    words: str
    joins: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a PDF says, in the pieces in which it is tagged."""

    pieces: Mapping[str, Sequence[Piece]]

    def told(self, meant: Told) -> Told:
        """Return it spelled as `meant`, where only spaces, hyphenation and ends of pages differ."""
        found = Told()
        for kind, pieces in self.pieces.items():
            for words, target in _mended(pieces, meant[kind]):
                found.add(kind, words)
                found.add("targets", target)
        return found


def read_pdf(data: bytes, references: str, annex: str) -> Paper:
    """Return what a PDF says; `references` and `annex` are the headings of its back matter."""
    reader = _Reader(references, annex)
    reader.read(tree(data))
    return Paper(reader.pieces | {"numbers": [*reader.pieces["numbers"], *reader.late]})


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
        parent.first = min(parent.first, (page, int(node)))
        return
    page = pages[node.Pg.objgen] if "/Pg" in node else page
    match str(node.get("/Type", "")):
        case "/MCR":
            _fill(parent, node.MCID, page, pages, texts)
        case "/OBJR":
            parent.target = str(node.Obj.get("/Dest") or node.Obj.A.URI)
        case _:
            scope = str(node.get("/A", pikepdf.Dictionary()).get("/Scope", ""))
            one = Element(str(node.S)[1:], alt=str(node.get("/Alt", "")), scope=scope[1:])
            _fill(one, node.get("/K", pikepdf.Array()), page, pages, texts)
            parent.kids.append(one)
            parent.first = min(parent.first, one.first)


class _Reader:
    """Reads elements one after the other; `late` are the numbers of footnotes, told after all others."""

    def __init__(self, references: str, annex: str) -> None:
        self.back = {bare(references): "references", bare(annex): "annex"}
        self.kind = "paragraphs"
        self.pieces: dict[str, list[Piece]] = {"numbers": []}
        self.late: list[Piece] = []
        self.head: list[str] = []
        self.last = ("", -1)

    def read(self, element: Element) -> None:
        for one in _in_order(element):
            if one.tag == "NonStruct" and element.tag == "Art" and not self.last[0]:
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
                self.kind = self.back.get(bare(one.words), self.kind)
            elif one.is_leaf:
                if one.tag != "Lbl":
                    self._leaf(one, self.kind)
            else:
                self.read(one)

    def _leaf(self, one: Element, kind: str) -> None:
        words = without_pages(one) if kind == "annex" else one.words
        self._add(kind, one, words.casefold() if kind == "title" else words)
        self._numbers(one, self.pieces["numbers"])

    def _add(self, kind: str, one: Element, words: str | None = None) -> None:
        """Tell a text. The first of a page may go on with the last of the page before, if it is its kind."""
        words = one.words if words is None else words
        if not words.strip():
            return
        joins = kind == self.last[0] and one.first[0] == self.last[1] + 1
        self.pieces.setdefault(kind, []).append(Piece(words, joins))
        if kind != "footnotes":
            self.last = (kind, one.first[0])

    def _table(self, table: Element, *, goes_on: bool) -> None:
        """Tell the rows of a table; on its further pages its head is repeated."""
        rows = [one for one in table.below() if one.tag == "TR"]
        head = [bare(cell.words) for cell in rows[0].elements]
        for row in rows[1:] if goes_on and head == self.head else rows:
            self._add("rows", row, " | ".join(cell.words for cell in row.elements) or " ")
            self._numbers(row, self.pieces["numbers"])
        self.head = head

    def _numbers(self, one: Element, found: list[Piece]) -> None:
        """Tell the numbers: links to the annex. Where a line ends within one, it has two links."""
        before, between = "", ""
        for target, words in _runs(one):
            if not target.startswith(_NUMBER):
                between += words
                continue
            joins = target == before and not between.strip()
            found.append(Piece(words.strip().rstrip(CONTESTED), joins, bookmark_name(target)))
            before, between = target, ""


def _in_order(element: Element) -> list[Element]:
    """Return the elements in one, those of a list's items in the order in which they are drawn.

    WeasyPrint tags a list within an item behind that item, and so behind what follows it there.
    """
    if element.tag != "L" or all(kid.tag == "LI" for kid in element.elements):
        return element.elements
    kids = [below for kid in element.elements for below in (kid.elements if kid.tag == "LI" else [kid])]
    return sorted(kids, key=lambda kid: kid.first)


def _runs(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the texts below an element, a link in one with where it leads."""
    for kid in element.kids:
        if isinstance(kid, str):
            yield "", kid
        elif kid.tag == "Link":
            yield kid.target, kid.words
        else:
            yield from _runs(kid)


def without_pages(element: Element) -> str:
    """Return the words of an element but for the pages of the annex's places, which only paper has."""
    return "".join(
        kid if isinstance(kid, str) else without_pages(kid)
        for kid in element.kids
        if isinstance(kid, str) or kid.tag != "Link" or not _PAGE_REFERENCE.fullmatch(kid.words)
    )


def _mended(pieces: Sequence[Piece], meant: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield texts and targets, as they are meant where only spaces, hyphenation and ends of pages differ."""
    known = {bare(words): words for words in meant}
    place = 0
    while place < len(pieces):
        longest = place + 1
        while longest < len(pieces) and pieces[longest].joins:
            longest += 1
        for end in range(longest, place, -1):
            words = "".join(piece.words for piece in pieces[place:end])
            found = meaning(words, known)
            if found is not None or end == place + 1:
                yield words.replace(_HYPHEN, "-") if found is None else found, pieces[place].target
                place = end
                break


def meaning(words: str, known: Mapping[str, str]) -> str | None:
    """Return what a piece means among texts known by their `bare` form; `None` where none agrees with it."""
    shown = bare(words)
    if _HYPHEN not in shown:
        return known.get(shown)
    pattern = re.compile("-?".join(re.escape(part) for part in shown.split(_HYPHEN)))
    return next((known[one] for one in known if pattern.fullmatch(one)), None)


def bare(words: str) -> str:
    """Return a text without spaces, and without places for hyphenation."""
    return re.sub("[\\s\u00ad\u200b\u2060]", "", words).replace("\u2011", "-")
