"""Inlines: what stands within a line of text. A closed set; see `Inline`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from aibrief_report.model.claims import Verdict

if TYPE_CHECKING:
    from aibrief_report.model.blocks import Block


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text; spaces count as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text, set in italics."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Important text, set in bold."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class SmallCaps:
    """Text in real small capitals, mostly from citation styles."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised text."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered text."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Literal text in a fixed-width face."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside the document."""

    url: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text in another language than the document's (a BCP 47 tag), for hyphenation, voice and spelling."""

    language: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class NumberText:
    """A number as printed here. `number` is its id in `Document.numbers`.

    `anchor` names this place ("n14"); it is empty until resolved. `source` is the expression in the template.
    """

    number: str
    text: str
    anchor: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class CiteItem:
    """One source in a citation. `locator` is as written ("p. 3"); `bare` leaves out the author's name."""

    key: str
    prefix: str = ""
    locator: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation cluster. `narrative` puts the author's name into the sentence: "Smith (2024)".

    `children` is the citation as the style prints it, empty until resolved.
    """

    items: tuple[CiteItem, ...]
    narrative: bool = False
    children: Inlines = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class CrossRef:
    """A reference to a figure, table, box or section of this document.

    `target` is the anchor ("fig-gap"); `text` is what is printed ("Figure 1"), empty until resolved. `page`
    asks for the page as well, where a format knows it.
    """

    target: str
    text: str = ""
    page: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark stands here. `number` counts from 1, and is 0 until resolved.

    `name` is the author's for it ("a" of `[^a]`), empty for notes that no author wrote.
    """

    blocks: tuple[Block, ...]
    anchor: str = ""
    number: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A further mark of a footnote that hangs elsewhere, by the note's name.

    `anchor` and `number` are the note's own, empty and 0 until resolved.
    """

    name: str
    anchor: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Claimed:
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
