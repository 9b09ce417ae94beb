"""Inlines: what stands within a line of text. A closed set; see `Inline`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from aibrief_report.model.claims import Verdict

if TYPE_CHECKING:
    from aibrief_report.model.blocks import Block


class Text(Struct, frozen=True):
    """Plain text; spaces count as written."""

    text: str


class Emphasis(Struct, frozen=True):
    """Stressed text, set in italics."""

    children: Inlines


class Strong(Struct, frozen=True):
    """Important text, set in bold."""

    children: Inlines


class SmallCaps(Struct, frozen=True):
    """Text in real small capitals, mostly from citation styles."""

    children: Inlines


class Superscript(Struct, frozen=True):
    """Raised text."""

    children: Inlines


class Subscript(Struct, frozen=True):
    """Lowered text."""

    children: Inlines


class Code(Struct, frozen=True):
    """Literal text in a fixed-width face."""

    text: str


class Link(Struct, frozen=True):
    """A link to an address outside the document."""

    url: str
    children: Inlines


class LineBreak(Struct, frozen=True):
    """A forced new line."""


class Passage(Struct, frozen=True):
    """Text in another language than the document's (a BCP 47 tag), for hyphenation, voice and spelling."""

    language: str
    children: Inlines


class NumberText(Struct, frozen=True):
    """A number as printed here. `number` is its id in `Document.numbers`.

    `anchor` names this place ("n14"); it is empty until resolved. `source` is the expression in the template.
    """

    number: str
    text: str
    anchor: str = ""
    source: str = ""


class CiteItem(Struct, frozen=True):
    """One source in a citation. `locator` is as written ("p. 3"); `bare` leaves out the author's name."""

    key: str
    prefix: str = ""
    locator: str = ""
    bare: bool = False


class Citation(Struct, frozen=True):
    """A citation cluster. `narrative` puts the author's name into the sentence: "Smith (2024)".

    `children` is the citation as the style prints it, empty until resolved.
    """

    items: tuple[CiteItem, ...]
    narrative: bool = False
    children: Inlines = ()
    anchor: str = ""


class CrossRef(Struct, frozen=True):
    """A reference to a figure, table, box or section of this document.

    `target` is the anchor ("fig-gap"); `text` is what is printed ("Figure 1"), empty until resolved. `page`
    asks for the page as well, where a format knows it.
    """

    target: str
    text: str = ""
    page: bool = False


class Note(Struct, frozen=True):
    """A footnote: its mark stands here. `number` counts from 1, and is 0 until resolved.

    `name` is the author's for it ("a" of `[^a]`), empty for notes that no author wrote.
    """

    blocks: tuple[Block, ...]
    anchor: str = ""
    number: int = 0
    name: str = ""


class NoteRef(Struct, frozen=True):
    """A further mark of a footnote that hangs elsewhere, by the note's name.

    `anchor` and `number` are the note's own, empty and 0 until resolved.
    """

    name: str
    anchor: str = ""
    number: int = 0


class Claimed(Struct, frozen=True):
    """Text bound to a claim: `claim` is its id in `Document.claims`, `verdict` what was found of it."""

    claim: str
    verdict: Verdict
    children: Inlines


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | SmallCaps
    | Superscript
    | Subscript
    | Code
    | Link
    | LineBreak
    | Passage
    | NumberText
    | Citation
    | CrossRef
    | Note
    | NoteRef
    | Claimed
)
Inlines: TypeAlias = tuple[Inline, ...]
