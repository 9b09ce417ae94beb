"""`aibrief data`: find rows of the ledger, and the expression that prints each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from aibrief_report.cli import exchange
from aibrief_report.cli.import_sources import import_sources
from aibrief_report.errors import Fault, LedgerError, UsageError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.project import find_project
from aibrief_report.ledger.frame import frame
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.read import read_ledger
from aibrief_report.ledger.records import Event, Observation
from aibrief_report.ledger.wording import Wording
from aibrief_report.narrative.ranges import printed

_MOST = 40
_WORD = re.compile(r"[^\W\d_][\w’']+")


@click.command(
    epilog="Examples:\n\n  aibrief data china investment\n\n  aibrief data 2023 patents --json"
    "\n\n  aibrief data --xlsx tables.xlsx\n\n  aibrief data --import tables.xlsx --dry-run"
    "\n\n  aibrief data --import-bibtex library.bib --dry-run"
)
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the rows as a tidy CSV table.")
@click.option("--all", "everything", is_flag=True, help=f"Show every hit, not the first {_MOST}.")
@click.option(
    "--import-bibtex",
    "bibtex",
    type=click.Path(dir_okay=False),
    help="Add the entries of a BibTeX file to data/sources.yaml.",
)
@exchange.options
@click.pass_obj
def command(
    folder: str,
    /,
    words: tuple[str, ...],
    as_json: bool,
    as_csv: bool,
    everything: bool,
    bibtex: str | None,
    **exchanged: Any,
) -> int:
    """Search rows and events for words, and print the expression to paste."""
    if bibtex:
        dry_run = exchanged.pop("dry_run")
        if any(exchanged.values()):
            raise UsageError(
                Fault("one file is imported at a time", hint="--import-bibtex FILE, or --import FILE")
            )
        return import_sources(find_project(Path(folder)), Path(bibtex), dry_run=dry_run, as_json=as_json)
    if any(exchanged.values()):
        return exchange.exchange(folder, as_json=as_json, **exchanged)
    ledger = read_ledger(Inputs(find_project(Path(folder)).root))
    rows = [row for row in ledger.observations.values() if _meets(words, _texts(ledger, row))]
    rows.sort(key=lambda row: -_hits(words, _subject(ledger, row)))
    if as_csv:
        click.echo(frame(ledger, rows).to_csv(index=False), nl=False)
        return 0
    events = [one for one in ledger.events.values() if _meets(words, _event_texts(ledger, one))]
    if as_json:
        told = [_row(ledger, row) for row in rows] + [_event(one) for one in events]
        click.echo(json.dumps({"rows": told}, ensure_ascii=False, indent=1))
        return 0
    lines = [_line(ledger, row) for row in rows] + [_event_line(one) for one in events]
    shown = lines if everything else lines[:_MOST]
    if not lines:
        raise LedgerError(Fault("no row has all these words", hint=_instead(ledger, words)))
    click.echo("\n".join(shown))
    if len(shown) < len(lines):
        click.echo(f"… and {len(lines) - len(shown)} more; add a word, or --all")
    return 0


def expression(row: Observation, ledger: Ledger) -> str:
    """Return what prints a row in a template: by what it measures, or by its id where others rival it.

    A deprecated row is printed by its id too: whoever prints it should see that it is this one.
    """
    same = [
        one
        for one in ledger.observations.values()
        if (one.indicator, one.area, one.counterpart, one.period)
        == (row.indicator, row.area, row.counterpart, row.period)
    ]
    rivalled = len(same) > 1 and row.rank != "preferred"
    if rivalled or row.rank == "deprecated" or not row.period.dated:
        return f'{{{{ row("{row.id}") }}}}'
    period = row.period.text if row.period.grain == "year" else f'"{row.period.text}"'
    more = f', counterpart="{row.counterpart}"' if row.counterpart else ""
    return f'{{{{ obs("{row.indicator}", "{row.area}", {period}{more}) }}}}'


def _meets(words: Iterable[str], texts: Iterable[str]) -> bool:
    joined = " ".join(texts).lower()
    return all(word.lower() in joined for word in words)


def _hits(words: Iterable[str], texts: Iterable[str]) -> int:
    """Return how many of the words stand in some texts."""
    joined = " ".join(texts).lower()
    return sum(word.lower() in joined for word in words)


def _instead(ledger: Ledger, words: Iterable[str]) -> str:
    """Return what to search for where nothing was found: near words for those that no row has."""
    rows = [_texts(ledger, row) for row in ledger.observations.values()]
    rows += [_event_texts(ledger, event) for event in ledger.events.values()]
    strange = [word for word in words if not any(_meets([word], texts) for texts in rows)]
    known = {
        word.lower()
        for row in ledger.observations.values()
        for text in _subject(ledger, row)
        for word in _WORD.findall(text)
    }
    told = [f"{word!r} is in none: {nearest(word.lower(), known) or 'try another'}" for word in strange]
    return "; ".join(told) or "each of them is in some row, but not together: leave one out"


def _subject(ledger: Ledger, row: Observation) -> tuple[str, ...]:
    """Return the texts of what a row is about; a hit there counts for more than one in its note or source."""
    indicator, area = ledger.indicators[row.indicator], ledger.areas[row.area]
    return (row.id, row.indicator, indicator.title, row.area, area.name, area.short, row.period.text)


def _texts(ledger: Ledger, row: Observation) -> tuple[str, ...]:
    return (
        *_subject(ledger, row),
        *(ledger.indicators[row.indicator].definition, row.period_as_stated, str(row.value), str(row.unit)),
        *(row.source, row.origin, row.credited_to, row.note),
        str(ledger.sources[row.source].entry.get("title", "")),
    )


def _event_texts(ledger: Ledger, event: Event) -> tuple[str, ...]:
    area = ledger.areas[event.area]
    return (
        event.id,
        event.title,
        event.summary,
        event.actor,
        event.type,
        area.name,
        area.short,
        event.period.text,
    )


def _line(ledger: Ledger, row: Observation) -> str:
    value = printed(row, Wording("en"))
    unit = f" {row.unit.measure}" if row.unit.kind == "count" else ""
    marks = ", ".join(
        mark for mark in (row.status, row.rank, row.reading) if mark not in ("normal", "primary")
    )
    period = row.period.text or row.period_as_stated or "undated"
    head = (
        f"{value}{unit}  {ledger.indicators[row.indicator].title}, {ledger.areas[row.area].short}, {period}"
    )
    return f"{head}  [{row.source}{'; ' + marks if marks else ''}]\n    {expression(row, ledger)}"


def _event_line(event: Event) -> str:
    when = event.period.text or event.period_as_stated or "undated"
    return f'{when}  {event.title}  [{event.source}]\n    {{{{ event("{event.id}").date }}}}'


def _row(ledger: Ledger, row: Observation) -> dict[str, str]:
    return {
        "id": row.id,
        "indicator": row.indicator,
        "area": row.area,
        "period": row.period.text,
        "value": str(row.value),
        "unit": str(row.unit),
        "qualifier": row.qualifier,
        "status": row.status,
        "reading": row.reading,
        "rank": row.rank,
        "source": row.source,
        "expression": expression(row, ledger),
    }


def _event(event: Event) -> dict[str, str]:
    return {
        "id": event.id,
        "period": event.period.text,
        "title": event.title,
        "source": event.source,
        "expression": f'{{{{ event("{event.id}").date }}}}',
    }
