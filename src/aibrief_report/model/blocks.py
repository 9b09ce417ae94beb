"""Blocks: what stands between lines of text. A closed set; see `Block`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from aibrief_report.model.charts import Chart, Image
from aibrief_report.model.inlines import Inlines
from aibrief_report.model.numbers import Span

Align: TypeAlias = Literal["left", "center", "right", "decimal"]
BoxRole: TypeAlias = Literal["box", "findings", "method", "about", "corrections"]
ExhibitKind: TypeAlias = Literal["figures", "tables"]


class Heading(Struct, frozen=True):
    """A heading of level 1 to 3. `number` is as printed ("2.1"), empty where headings are not numbered."""

    level: int
    inlines: Inlines
    anchor: str
    number: str = ""
    span: Span | None = None


class Paragraph(Struct, frozen=True):
    """Running text. `anchor` is made from the template's source, so it outlives a change of data."""

    inlines: Inlines
    anchor: str = ""
    span: Span | None = None


class ListBlock(Struct, frozen=True):
    """A bulleted or numbered list; each item holds blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    span: Span | None = None


class Quote(Struct, frozen=True):
    """A passage quoted from elsewhere."""

    blocks: tuple[Block, ...]
    span: Span | None = None


class CodeBlock(Struct, frozen=True):
    """Literal lines in a fixed-width face."""

    text: str
    language: str = ""
    span: Span | None = None
    anchor: str = ""


class Rule(Struct, frozen=True):
    """A pause in the text, drawn as a short line."""

    span: Span | None = None


class Box(Struct, frozen=True):
    """A titled box beside the argument: a definition, a case, a method. `label` is "Box 1", once resolved."""

    title: Inlines
    blocks: tuple[Block, ...]
    anchor: str = ""
    role: BoxRole = "box"
    label: str = ""
    span: Span | None = None


class KeyFigure(Struct, frozen=True):
    """One large number: the value, what it is, and its period and source in small print."""

    value: Inlines
    label: Inlines
    detail: Inlines = ()
    anchor: str = ""


class KeyFigures(Struct, frozen=True):
    """The strip of three or four large numbers on the first page."""

    items: tuple[KeyFigure, ...]
    span: Span | None = None


class Figure(Struct, frozen=True):
    """A numbered chart or picture: the finding as title, then what is measured, note and sources beneath.

    `label` ("Figure 1") and `sources` (citations) are empty until resolved.
    """

    content: Chart | Image
    title: Inlines
    anchor: str
    subtitle: Inlines = ()
    note: Inlines = ()
    sources: Inlines = ()
    label: str = ""
    span: Span | None = None


class Column(Struct, frozen=True):
    """A column: its heading, its unit in words (empty where it has none), how its cells are set.

    `weight` is the column's share of the width; 0 leaves it to the content. `anchor` names its heading, and
    is empty where no author wrote it.
    """

    heading: Inlines
    unit: str = ""
    align: Align = "left"
    weight: float = 0.0
    anchor: str = ""


class Row(Struct, frozen=True):
    """A row of cells, as many as there are columns. A `group` row has one cell, heading the rows below.

    `anchor` names a row that an author wrote; it is empty for rows taken from the ledger.
    """

    cells: tuple[Inlines, ...]
    group: bool = False
    anchor: str = ""


class Table(Struct, frozen=True):
    """A numbered table. `rows_used` are the ids of the ledger rows that stand behind its cells.

    `stub` says that the first cell of each row is the row's heading. `landscape` turns its page.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: Inlines = ()
    anchor: str = ""
    subtitle: Inlines = ()
    note: Inlines = ()
    sources: Inlines = ()
    label: str = ""
    stub: bool = True
    landscape: bool = False
    rows_used: tuple[str, ...] = ()
    source_keys: tuple[str, ...] = ()
    span: Span | None = None


class Exhibits(Struct, frozen=True):
    """A list of all labelled figures, or of all such tables, stands here. `title` is empty until resolved."""

    kind: ExhibitKind
    title: Inlines = ()

    @property
    def anchor(self) -> str:
        """The place of the list: "list-of-figures"."""
        return f"list-of-{self.kind}"


class References(Struct, frozen=True):
    """The reference list stands here; its entries are `Document.references`."""

    title: Inlines
    anchor: str = "references"


class Provenance(Struct, frozen=True):
    """The annex "Where each number comes from" stands here; its entries are `Document.numbers`."""

    title: Inlines
    anchor: str = "numbers"


Block: TypeAlias = (
    Heading
    | Paragraph
    | ListBlock
    | Quote
    | CodeBlock
    | Rule
    | Box
    | KeyFigures
    | Figure
    | Table
    | Exhibits
    | References
    | Provenance
)
