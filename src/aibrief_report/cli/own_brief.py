"""A first brief on a project's own tables: which rows it prints, and its files filled with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations

from aibrief_report.cli.data import expression
from aibrief_report.errors import LedgerError
from aibrief_report.ledger.claims import Comparison, judge
from aibrief_report.ledger.derive import observed
from aibrief_report.ledger.facts import fact_of_row
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.mismatches import joined_by_line
from aibrief_report.ledger.quantities import Quantity
from aibrief_report.ledger.records import Observation
from aibrief_report.ledger.wording import Wording

_LANGUAGE = "en-GB"
_PLAIN = re.compile(r"[\w ,.;()/%’“”–-]*")
"""Texts that mean the same in Markdown and in YAML; what else data holds is printed as a string."""


def own_brief(ledger: Ledger) -> dict[str, bytes]:
    """Return the files of a brief by name: on two rows that can be compared, else on one row."""
    pair = next(_pairs(ledger), None)
    if pair is not None:
        return _filled("own", ledger, pair)
    return _filled("own-of-one-row", ledger, (_single(ledger),))


def _pairs(ledger: Ledger) -> Iterator[tuple[Observation, Observation]]:
    """Yield two rows of one indicator, the larger first: of two areas in one period, else of two periods."""
    usable = [row for row in ledger.observations.values() if _plain(ledger, row) and row.qualifier == "exact"]
    alike: dict[tuple[str, str], list[Observation]] = {}
    for row in usable:
        alike.setdefault((row.indicator, row.unit.measure), []).append(row)
    found = [pair for rows in alike.values() for pair in combinations(rows, 2)]
    for wanted in (_of_two_areas, _of_two_periods):
        for one, other in found:
            larger, smaller = sorted((one, other), key=lambda row: row.value * row.unit.factor, reverse=True)
            if wanted(one, other) and _holds(ledger, larger, smaller):
                yield larger, smaller


def _of_two_areas(one: Observation, other: Observation) -> bool:
    return one.area != other.area and one.period.text == other.period.text


def _of_two_periods(one: Observation, other: Observation) -> bool:
    return one.area == other.area and one.period.grain == other.period.grain == "year"


def _plain(ledger: Ledger, row: Observation) -> bool:
    """Return whether a row can be printed alone without a warning."""
    same = (row.indicator, row.area, row.counterpart, row.period)
    alone = [
        one
        for one in ledger.observations.values()
        if (one.indicator, one.area, one.counterpart, one.period) == same
    ] == [row]
    usual = row.status == "normal" and row.rank != "deprecated" and not row.counterpart and row.value > 0
    return alone and usual and row.period.dated and not ledger.contests_of(row.id)


def _single(ledger: Ledger) -> Observation:
    rows = list(ledger.observations.values())
    plain = (row for row in rows if _plain(ledger, row))
    dated = (row for row in rows if row.period.dated and row.rank != "deprecated")
    return next(plain, next(dated, rows[0]))


def _holds(ledger: Ledger, larger: Observation, smaller: Observation) -> bool:
    try:
        return (
            judge(Comparison(_quantity(ledger, larger), ">", _quantity(ledger, smaller))).verdict == "holds"
        )
    except LedgerError:  # of unlike definitions, or a row that must not be printed
        return False


def _quantity(ledger: Ledger, row: Observation) -> Quantity:
    return observed(ledger, fact_of_row(ledger, row))


def _filled(folder: str, ledger: Ledger, rows: tuple[Observation, ...]) -> dict[str, bytes]:
    """Return the starter's files of a folder, filled with one or two rows."""
    template = files("aibrief_report.starter") / "templates" / folder
    words = _words(ledger, rows)
    found = {}
    for item in template.iterdir():
        yaml = item.name.endswith(".yaml")
        text = item.read_bytes().decode()
        for mark, told in words.items():
            # Within YAML's single quotes, an apostrophe is written twice.
            quoted = yaml and mark not in ("@FIRST@", "@SECOND@")
            text = text.replace(mark, told.replace("'", "''") if quoted else told)
        found[item.name] = text.encode()
    return found


def _words(ledger: Ledger, rows: tuple[Observation, ...]) -> dict[str, str]:
    """Return what stands for each mark of the starter's files."""
    first, second = rows[0], rows[-1]
    indicator = ledger.indicators[first.indicator]
    return {
        "@FIRST@": _bare(expression(first, ledger)),
        "@SECOND@": _bare(expression(second, ledger)),
        "@FIRST_OF@": _about(ledger, first),
        "@SECOND_OF@": _about(ledger, second),
        "@ROWS@": ", ".join(json.dumps(row.id, ensure_ascii=False) for row in rows),
        "@KIND@": "bar" if first.area != second.area or joined_by_line(ledger, rows) else "line",
        "@TITLE@": _printed(indicator.title),
        "@DEFINITION@": _printed(f"{(indicator.definition or indicator.title).rstrip('. ')}."),
        "@SOURCE@": first.source,
        "@CLAIM@": _claim(ledger, first),
    }


def _claim(ledger: Ledger, row: Observation) -> str:
    """Return a claim on one row; nothing where none holds that could be made of any row."""
    if row.value <= 0 or row.rank == "deprecated" or row.qualifier not in ("exact", "over"):
        return ""
    return "{% claim first > 0 %}That is more than none.{% endclaim %} "


def _about(ledger: Ledger, row: Observation) -> str:
    when = Wording(_LANGUAGE).date(row.period) or row.period_as_stated
    told = f'{{{{ area("{row.area}") }}}}'
    return f"{told}, {_printed(when)}" if when else told


def _printed(text: str) -> str:
    """Return a text of data as a template prints it, whatever signs it holds."""
    plain = " ".join(text.split())
    return plain if _PLAIN.fullmatch(plain) else f"{{{{ {json.dumps(plain, ensure_ascii=False)} }}}}"


def _bare(printing: str) -> str:
    return printing.removeprefix("{{ ").removesuffix(" }}")
