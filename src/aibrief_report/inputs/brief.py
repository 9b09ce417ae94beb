"""`brief.yaml`: what a brief is called, how it looks, and which charts and tables it declares."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, field_validator

from aibrief_report.inputs.checked import Strict, read_checked
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.yaml_text import YamlText, read_yaml

Template: TypeAlias = str
"""Text under the rules of the narrative: Jinja, then inline Markdown."""

_ID = re.compile(r"[a-z][a-z0-9-]*")
_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_WORDS = frozenset(
    {"and", "else", "false", "for", "if", "in", "is", "loop", "none", "not", "or", "self", "true"}
)
"""What means something else in a template."""


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError("is no id: use lower-case letters, digits and hyphens")
    return value


def _short_name(value: str) -> str:
    if not _SHORT.fullmatch(value) or value.lower() in _WORDS:
        raise ValueError("is no short name: use letters, digits and underscores, and no word of templates")
    return value


Id: TypeAlias = Annotated[str, AfterValidator(_id)]
ShortName: TypeAlias = Annotated[str, AfterValidator(_short_name)]


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError("a date is written year-month-day, such as 2026-01-15") from None


def _listed(value: object) -> object:
    """Let one value stand for a list of one, and `a, b` for a list of two."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",")]
    return value


Names: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class AuthorEntry(Strict):
    """An author: a name and, if wanted, the institution."""

    name: str
    affiliation: str = ""


class Finding(Strict):
    """A key finding: a sentence, and the condition over quantities that it rests on."""

    text: Template
    claim: str = ""


class KeyFigureEntry(Strict):
    """One large number of the strip: an expression, what it is, and small print."""

    value: Template
    label: Template
    detail: Template = ""


def _texts(value: object) -> object:
    """Let one text stand for a list of one, whatever signs it holds."""
    return [value] if isinstance(value, str) else value


class Acceptance(Strict):
    """A finding of `aibrief check` that is no fault: the rule's code, what it found, and why it stays.

    `where` is an anchor, the id of a row, indicator or source, or words of the sentence.
    """

    rule: str
    where: Annotated[tuple[str, ...], BeforeValidator(_texts), Field(min_length=1)]
    reason: str


class Correction(Strict):
    """What a corrected edition mends: the day, the version or label before (`of`), and what was wrong."""

    date: str
    of: str
    text: Template

    @field_validator("date")
    @classmethod
    def _day(cls, value: str) -> str:
        return _day(value)


class Selection(Strict):
    """Which rows of the ledger: by indicator, areas and periods, by contest, or by their ids."""

    indicator: Names = ()
    areas: Names = ()
    counterpart: str = ""
    periods: Names = ()
    status: str = ""
    rows: Names = ()
    contest: str = ""


class AnnotationEntry(Strict):
    """Words drawn into a chart, at a period or a stretch of time, or at the mark of a row."""

    text: Template
    at: str = ""
    row: str = ""


class ChartEntry(Selection):
    """A chart, declared by what it shows; see docs/charts.md for what each kind reads."""

    kind: Literal[
        "bar",
        "grouped-bar",
        "stacked-bar",
        "horizontal-bar",
        "line",
        "area",
        "scatter",
        "range-dot",
        "dots",
        "timeline",
        "vega",
    ]
    title: Template
    subtitle: Template = ""
    note: Template = ""
    alt: Template = ""
    claim: str = ""
    series: Literal["area", "period", "indicator"] = "area"
    x: str = ""
    y: str = ""
    remainder: str = ""
    events: Names = ()
    spec: str = ""
    data: dict[str, Selection] = Field(default_factory=dict)
    labels: dict[str, Template] = Field(default_factory=dict)
    x_title: str = ""
    y_title: str = ""
    missing: Literal["refused", "shown"] = "refused"
    panels: Literal["", "area", "indicator", "period"] = ""
    annotations: tuple[AnnotationEntry, ...] = ()


class ColumnEntry(Strict):
    """A column of a declared table."""

    heading: Template
    unit: str = ""
    align: Literal["left", "center", "right", "decimal"] = "left"
    weight: float = 0.0
    show: str = ""


class TableEntry(Selection):
    """A table: cells written as templates, or rows, events or areas by periods taken from the ledger."""

    title: Template
    subtitle: Template = ""
    note: Template = ""
    claim: str = ""
    columns: tuple[ColumnEntry, ...] = ()
    cells: tuple[tuple[Template, ...], ...] = ()
    events: Names = ()
    reading: Names = ()
    landscape: bool = False


class Brief(Strict):
    """A whole `brief.yaml`."""

    title: Template
    date: str
    subtitle: Template = ""
    genre: str = Field(default="", alias="type")
    series: str = ""
    number: str = ""
    authors: tuple[AuthorEntry, ...] = ()
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    url: str = ""
    doi: str = ""
    keywords: Names = ()
    short_title: str = ""
    description: Template = ""
    language: str = "en"
    page: Literal["A4", "Letter"] = "A4"
    theme: str = "default"
    citation_style: str = "apa"
    narrative: str = "narrative.md"
    edition: str = ""
    status: Literal["", "draft", "final", "corrected", "withdrawn"] = ""
    corrections: tuple[Correction, ...] = ()
    contents: bool = True
    line_numbers: bool = False
    toc_pages: Literal["", "libreoffice"] = ""
    lists: Annotated[tuple[Literal["figures", "tables"], ...], BeforeValidator(_listed)] = ()
    numbered_headings: bool = False
    short: dict[ShortName, str] = Field(default_factory=dict)
    prefer: dict[str, str] = Field(default_factory=dict)
    accept: tuple[Acceptance, ...] = ()
    key_findings: tuple[Finding, ...] = ()
    key_figures: tuple[KeyFigureEntry, ...] = ()
    charts: dict[Id, ChartEntry] = Field(default_factory=dict)
    tables: dict[Id, TableEntry] = Field(default_factory=dict)
    how_to_cite: Template = ""
    about: Template = ""
    disclaimer: Template = ""

    @field_validator("key_findings", mode="before")
    @classmethod
    def _sentences(cls, value: object) -> object:
        if isinstance(value, list):
            return [{"text": item} if isinstance(item, str) else item for item in value]
        return value

    @field_validator("date")
    @classmethod
    def _day(cls, value: str) -> str:
        return _day(value)

    @field_validator("licence_url", "url")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError("an address is written whole, from https:// on")
        return value

    @field_validator("doi")
    @classmethod
    def _doi(cls, value: str) -> str:
        if value and not _DOI.fullmatch(value):
            raise ValueError("a DOI is written bare, such as 10.5281/zenodo.1234")
        return value

    @field_validator("language")
    @classmethod
    def _language(cls, value: str) -> str:
        if not _LANGUAGE.fullmatch(value):
            raise ValueError("a language is written as a tag, such as en, en-GB, de, fr or zh")
        return value


def brief_folder(name: str) -> str:
    """Return the folder of a brief's templates, below the project."""
    return f"templates/{name}"


def read_brief(inputs: Inputs, name: str) -> tuple[Brief, YamlText]:
    """Return a brief's declaration, and its text with places. Raises `InputError` with all faults."""
    file = f"{brief_folder(name)}/brief.yaml"
    source = read_yaml(inputs.text(file), file)
    return read_checked(source, Brief), source
