"""Numbers of a document: what was printed, what it measures, and where it came from. Strings only."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True):
    """The place in the template or brief.yaml that a node comes from, and the text that stands there.

    Lines count from 1, both ends included. `source` is the template's own text: for a number its
    expression, for a paragraph its lines; what an editor changes is mapped back through it.
    """

    file: str
    first: int
    last: int
    source: str = ""


class SourceMark(Struct, frozen=True):
    """One place where a value was read: reference key, place in the source, and who produced the figure.

    `origin` names the producer where that is not what was read ("as cited in"), else it is empty.
    `credited` is whom the source itself names, where that is unverified or wrong, else empty. `name` is what
    the source is called where the reference list may not have it, else empty. `rows` are the ids of the
    rows that stand at that place, where a number rests on several; else empty.
    """

    key: str
    locator: str = ""
    origin: str = ""
    credited: str = ""
    reading: str = "primary"
    name: str = ""
    rows: tuple[str, ...] = ()


class Rival(Struct, frozen=True):
    """Another source's value for the same fact: row id, the value as it would be printed, its source."""

    row: str
    text: str
    source: SourceMark


class Use(Struct, frozen=True):
    """One place that prints a number: the anchor of the printed text and the section it stands in."""

    anchor: str
    where: str


class Number(Struct, frozen=True):
    """A number a reader can follow to its row and source.

    `id` is the row's id for an observation and a stable name for a derived value. `text` is the value as
    printed in full ("$67.2 billion"), `value` the raw decimal text (empty for a date), `unit` the unit code
    as in the data. `formula` tells how a derived value was computed, empty for an observation. `low` and
    `high` are the decimal ends of the range that rivals, bounds and hedges allow, empty where there is none
    or an end is open; `spread` is the range in words ("8,844–8,849 metres"), of an open one its only end
    ("$7.76 billion"). `verdict` is empty, "contested" or "preferred" (chosen among rivals, see `note`). The
    rivals of a range of what sources say (`kind` is "range", without a formula) are all the values it spans.
    """

    id: str
    text: str
    value: str
    unit: str
    label: str
    area: str = ""
    period: str = ""
    kind: str = "observation"
    rows: tuple[str, ...] = ()
    sources: tuple[SourceMark, ...] = ()
    rivals: tuple[Rival, ...] = ()
    contests: tuple[str, ...] = ()
    formula: str = ""
    low: str = ""
    high: str = ""
    spread: str = ""
    status: str = "normal"
    verdict: str = ""
    note: str = ""
    span: Span | None = None
    uses: tuple[Use, ...] = ()
