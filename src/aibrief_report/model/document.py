"""The document as a whole: what it is called, what it says, the numbers in it and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from aibrief_report.model.blocks import Block
from aibrief_report.model.claims import Claim, Contest
from aibrief_report.model.inlines import Inlines
from aibrief_report.model.notices import Notice
from aibrief_report.model.numbers import Number, Span

PageSize: TypeAlias = Literal["A4", "Letter"]
Relationship: TypeAlias = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]


class Author(Struct, frozen=True):
    """An author: the name as printed and, where given, the institution."""

    name: str
    affiliation: str = ""


class Meta(Struct, frozen=True):
    """The title block. `date` is ISO 8601; `date_text` is it in the document's language.

    `url` is where the page is published, `doi` its bare identifier; both are for machines.
    `status` is empty or one of the words of `resolve.words` from "status-draft" on, without that beginning;
    `replaces` names the edition before, where this one corrects it.
    `toc_pages` names the program that lays out the Word file for page numbers; it is empty where none does.
    """

    title: Inlines
    date: str
    date_text: str
    language: str
    subtitle: Inlines = ()
    genre: str = "Policy brief"
    series: str = ""
    number: str = ""
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    keywords: tuple[str, ...] = ()
    short_title: str = ""
    description: str = ""
    page: PageSize = "A4"
    contents: bool = True
    line_numbers: bool = False
    edition: str = ""
    status: str = ""
    replaces: str = ""
    toc_pages: str = ""
    numbered_headings: bool = False
    url: str = ""
    doi: str = ""


class Reference(Struct, frozen=True):
    """An entry of the reference list: its key, the text as the style prints it, and its CSL-JSON.

    `label` is the mark before the entry in numbered styles ("[1]"), else empty.
    """

    key: str
    inlines: Inlines
    csl: str = ""
    label: str = ""


class Attachment(Struct, frozen=True):
    """A file that travels with the outputs. `relationship` is that of PDF/A-3 (AFRelationship)."""

    name: str
    media_type: str
    description: str
    data: str
    relationship: Relationship = "Data"


class InputText(Struct, frozen=True):
    """A text that the brief was made from, by its name in the project.

    `excerpt` says that it is the part of a table or list that stands behind the brief, not the whole file.
    """

    name: str
    text: str
    excerpt: bool = False


class Dependency(Struct, frozen=True):
    """A place in a template that is as it is because of some rows, though it may print none of them."""

    span: Span
    rows: tuple[str, ...]


class Document(Struct, frozen=True):
    """A whole brief. `version`, `hash` and `toolkit` are empty until the inputs are frozen.

    `version` is the short name of the version, `hash` the whole hash that it is cut from (64 hex digits),
    `toolkit` what made it, with its version ("aibrief-report 0.1.0").

    `words` are the fixed words of a document in its language ("figure" -> "Figure"), see `resolve.words`.
    `contests` are those that a number of the document stands in. `passages` tell, by anchor, where texts come
    from that are no blocks of their own: titles, notes, cells (see `model.anchors`). `inputs` are the texts
    that the brief was made from, for a format that is edited and comes back.
    """

    meta: Meta
    blocks: tuple[Block, ...]
    numbers: Mapping[str, Number] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    hash: str = ""
    toolkit: str = ""
    notices: tuple[Notice, ...] = ()
    contests: Mapping[str, Contest] = field(default_factory=dict)
    passages: Mapping[str, Span] = field(default_factory=dict)
    inputs: tuple[InputText, ...] = ()

    def with_version(self, version: str, hash: str = "", toolkit: str = "") -> Document:
        """Return the same document under its version's name, with the whole hash and what made it."""
        return replace(self, version=version, hash=hash, toolkit=toolkit)
