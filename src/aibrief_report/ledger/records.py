"""The records of the ledger, one a row of its tables. Frozen; values stay the decimal text published."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from aibrief_report.errors import Place
from aibrief_report.inputs.yaml_text import Key, YamlText
from aibrief_report.ledger.periods import Period
from aibrief_report.ledger.units import Unit

Kind: TypeAlias = Literal["stock", "flow", "share", "rate", "index"]
AreaKind: TypeAlias = Literal["country", "subdivision", "aggregate", "entity"]
Qualifier: TypeAlias = Literal["exact", "about", "over", "under", "up-to"]
Status: TypeAlias = Literal["normal", "estimated", "provisional", "forecast", "target"]
Reading: TypeAlias = Literal["primary", "quotes-primary", "copy", "untraced"]
Rank: TypeAlias = Literal["preferred", "normal", "deprecated"]

KINDS: tuple[Kind, ...] = get_args(Kind)
AREA_KINDS: tuple[AreaKind, ...] = get_args(AreaKind)
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)
STATUSES: tuple[Status, ...] = get_args(Status)
READINGS: tuple[Reading, ...] = get_args(Reading)
RANKS: tuple[Rank, ...] = get_args(Rank)


class Indicator(Struct, frozen=True):
    """What is measured: title, definition, usual unit, kind, and decimals of a value that is computed."""

    id: str
    title: str
    definition: str
    unit: Unit
    kind: Kind
    decimals: int
    note: str
    place: Place


class Area(Struct, frozen=True):
    """Whom a value is about: a country, a part of one, a declared aggregate, or a firm."""

    id: str
    name: str
    short: str
    kind: AreaKind
    members: tuple[str, ...]
    note: str
    place: Place


class Observation(Struct, frozen=True):
    """One published value of an indicator for an area and period, read in one source.

    `value` keeps the digits as published; `low` and `high` are bounds, `None` where none were given.
    `counterpart` is the other side of a comparison. `origin` is empty where the source is the producer.
    """

    id: str
    indicator: str
    area: str
    counterpart: str
    period: Period
    period_as_stated: str
    value: Decimal
    unit: Unit
    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier
    status: Status
    source: str
    locator: str
    origin: str
    credited_to: str
    reading: Reading
    edition: str
    rank: Rank
    note: str
    place: Place

    @property
    def producer(self) -> str:
        """The key of who produced the figure: the origin, or the source itself."""
        return self.origin or self.source


class Event(Struct, frozen=True):
    """Something dated that happened, was decided, or is aimed at."""

    id: str
    period: Period
    period_as_stated: str
    type: str
    title: str
    actor: str
    area: str
    summary: str
    source: str
    locator: str
    origin: str
    credited_to: str
    reading: Reading
    note: str
    place: Place


class Contest(Struct, frozen=True):
    """Rows that a reader would take for one figure, although label, definition or period differ."""

    id: str
    title: str
    rows: tuple[str, ...]
    how: str
    note: str
    place: Place


class Rate(Struct, frozen=True):
    """A published rate: one of the measure `source_unit` is `value` of the measure `target_unit`.

    Both are measures without a scale: `CNY` and `USD`, or `USD@2015` and `USD@2023` for a deflator.
    """

    id: str
    source_unit: str
    target_unit: str
    period: Period
    value: Decimal
    source: str
    locator: str
    origin: str
    reading: Reading
    note: str
    place: Place

    @property
    def row(self) -> Observation:
        """The rate as a row like any other, so that it is traced, attached and recalled like one."""
        return Observation(
            id=self.id,
            indicator="",
            area="",
            counterpart="",
            period=self.period,
            period_as_stated="",
            value=self.value,
            unit=Unit(f"{self.target_unit} per {self.source_unit}"),
            low=None,
            high=None,
            qualifier="exact",
            status="normal",
            source=self.source,
            locator=self.locator,
            origin=self.origin,
            credited_to="",
            reading=self.reading,
            edition="",
            rank="normal",
            note=self.note,
            place=self.place,
        )


class Source(Struct, frozen=True):
    """What was read: a CSL entry as written, and the text and path that it stands at."""

    key: str
    entry: dict[str, object]
    text: YamlText
    path: Key

    @property
    def place(self) -> Place:
        """The place of the entry."""
        return self.where()

    def where(self, *path: str | int) -> Place:
        """Return the place of the entry, of a value in it, or of what such a value is missing from."""
        return self.text.place(*self.path, *path)

    @property
    def series(self) -> str:
        """The series that the source is an edition of, or the source itself."""
        return str(self.entry.get("collection-title") or self.key)

    @property
    def year(self) -> str:
        """The year of issue, empty where it is not known."""
        return str(self.entry.get("issued") or "")[:4]
