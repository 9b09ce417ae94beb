"""What a PDF says, by its tags: the structure tree tells what a text is, pdfium what its glyphs read as.

A hyphen at the end of a line may be the layout's own; `Paper.told` leaves it out where that gives what is
meant.
"""

from __future__ import annotations

import ctypes
import re
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

_PAGE_REFERENCE = re.compile(r"\s*(?:\(p\.\s\d+\)|on\spage\s\d+)\s*$")
_PAGE = re.compile(r"\s*\d+\s*$")
_BLOCKS = frozenset(
    (
        *("Part", "Art", "Sect", "Div", "BlockQuote", "L", "LI", "LBody", "P", "H1", "H2", "H3", "H4"),
        *("Table", "THead", "TBody", "TR", "TH", "TD", "Caption", "Figure", "Note"),
    )
)
_NUMBER = ("from-", "data-")


@dataclass(slots=True)
class Element:
    """An element of the structure tree: its tag, what is in it, where a link leads, its alternative text.

    `scope` tells what a head cell heads ("Row").
    """

    tag: str
    kids: list[Element | str] = field(default_factory=list)
    target: str = ""
    alt: str = ""
    scope: str = ""

    @property
    def words(self) -> str:
        """The text in it, but for footnotes, which stand behind their marks."""
        kids = (kid for kid in self.kids if isinstance(kid, str) or kid.tag != "Note")
        return "".join(kid if isinstance(kid, str) else kid.words for kid in kids)

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
    """A text as tagged. `target` is where it leads."""

    words: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a PDF says, in the pieces in which it is tagged."""

    pieces: Mapping[str, Sequence[Piece]]

    def told(self, meant: Told) -> Told:
        """Return it spelled as `meant`, where only spaces and hyphenation differ."""
        found = Told()
        for kind, pieces in self.pieces.items():
            for words, target in _mended(pieces, meant[kind]):
                found.add(kind, words)
                found.add("targets", target)
        return found


def read_pdf(data: bytes, references: str, annex: str, lists: Sequence[str] = ()) -> Paper:
    """Return what a PDF says; `references` and `annex` are the headings of its back matter.

    `lists` are the titles of its lists of figures and tables.
    """
    reader = _Reader(references, annex, lists)
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
                found[key] = found.get(key, "") + text_of(one, text)
    return found


def text_of(one: pypdfium2.PdfObject, page: pypdfium2.PdfTextPage) -> str:
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


class _Reader:
    """Reads elements one after the other; `late` are the numbers of footnotes, told after all others."""

    def __init__(self, references: str, annex: str, lists: Sequence[str]) -> None:
        self.lists, self.in_list = {bare(one) for one in lists}, False
        self.back = {bare(references): "references", bare(annex): "annex"}
        self.kind = "paragraphs"
        self.pieces: dict[str, list[Piece]] = {"numbers": []}
        self.late: list[Piece] = []

    def read(self, element: Element) -> None:
        for place, one in enumerate(element.elements):
            if element.tag == "Art" and place == 0:
                self.kind = "title"
                self.read(one)
                self.kind = "paragraphs"
            elif one.tag == "Figure":
                self._add("pictures", one, one.alt)
            elif one.tag == "Table":
                self._table(one)
            elif one.tag == "P" and bare(one.words) in self.lists:
                self._add("exhibits", one)
                self.in_list = True
            elif one.tag == "L" and self.in_list:
                self.in_list = False
                for line in one.elements:
                    self._add("exhibits", line, _PAGE.sub("", line.words))
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
        words = without_pages(one)
        self._add(kind, one, words.casefold() if kind == "title" else words)
        self._numbers(one, self.pieces["numbers"])
        self._notes(one)

    def _notes(self, one: Element) -> None:
        for note in (below for below in one.below() if below.tag == "Note"):
            self._add("footnotes", note)
            self._numbers(note, self.late)

    def _add(self, kind: str, one: Element, words: str | None = None) -> None:
        words = one.words if words is None else words
        if words.strip():
            self.pieces.setdefault(kind, []).append(Piece(words))

    def _table(self, table: Element) -> None:
        """Tell the rows of a table."""
        for caption in (one for one in table.elements if one.tag == "Caption"):
            self._leaf(caption, "captions")
        for row in (one for one in table.below() if one.tag == "TR"):
            self._add("rows", row, " | ".join(cell.words for cell in row.elements) or " ")
            self._numbers(row, self.pieces["numbers"])
            self._notes(row)

    def _numbers(self, one: Element, found: list[Piece]) -> None:
        """Tell the numbers: links to the annex."""
        for target, words in _runs(one):
            if target.startswith(_NUMBER):
                found.append(Piece(words.strip().rstrip(CONTESTED), bookmark_name(target)))


def _runs(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the texts below an element, a link in one with where it leads."""
    for kid in element.kids:
        if isinstance(kid, str):
            yield "", kid
        elif kid.tag == "Link":
            yield kid.target, kid.words
        elif kid.tag != "Note":
            yield from _runs(kid)


def without_pages(element: Element) -> str:
    """Return the words of an element but for the pages that places are followed by, which only paper has."""
    told = "".join(
        kid if isinstance(kid, str) else without_pages(kid)
        for kid in element.kids
        if isinstance(kid, str) or kid.tag != "Note"
    )
    return _PAGE_REFERENCE.sub("", told) if element.tag == "Link" else told


def _mended(pieces: Sequence[Piece], meant: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield texts and targets, as they are meant where only spaces and hyphenation differ."""
    known = {bare(words): words for words in meant}
    for piece in pieces:
        found = meaning(piece.words, known)
        yield piece.words.replace(_HYPHEN, "-") if found is None else found, piece.target


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
