"""Where a printed number comes from, as a paragraph that can be pasted into an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aibrief_report.digest import Json
from aibrief_report.model.document import Document
from aibrief_report.model.json import to_json
from aibrief_report.model.numbers import Number, SourceMark
from aibrief_report.model.rows import Cells
from aibrief_report.model.sentences import Sentence
from aibrief_report.model.walk import plain
from aibrief_report.trace.printed import Found
from aibrief_report.trace.wording import (
    READINGS,
    about_text,
    listed,
    once,
    place_text,
    reference_text,
    rival_text,
    short_text,
    source_of_row,
    source_text,
    spaced,
    value_text,
    where_text,
)
from aibrief_report.versions.subject import Subject

_WORD = re.compile(r"[\w.-]+")


def letter(subject: Subject, found: Found) -> str:
    """Return the paragraph on one number: what it is, its row, source and place, rivals, where it stands."""
    parts = (_opening(subject, found), *_origin(subject, found), *_doubts(subject, found), *_places(found))
    return spaced(" ".join(part for part in parts if part))


def trace_json(subject: Subject, found: Found) -> Json:
    """Return the same as JSON: the number as the document holds it, its rows, references and sentences."""
    document = subject.document
    keys = [source.key for source in found.number.sources] if found.number else []
    keys += [rival.source.key for rival in found.number.rivals] if found.number else []
    keys += [cells["source"] for cells in found.rows]
    return {
        "id": found.id,
        "printed": found.text,
        "number": to_json(found.number) if found.number else None,
        "rows": [dict(cells) for cells in found.rows],
        "references": {key: reference_text(document, key) for key in once(keys)},
        "sentences": [
            {
                "where": sentence.where,
                "anchor": printing.anchor,
                "text": sentence.text,
                "printed": printing.text,
                "place": place_text(sentence.span),
            }
            for sentence, printing in zip(found.sentences, found.printings, strict=True)
        ],
    }


def _opening(subject: Subject, found: Found) -> str:
    head = f"“{found.text}” in “{plain(subject.document.meta.title)}” (version {subject.kept.version})"
    number, about = found.number, about_text(subject.document, found.number, found.rows)
    if number is None:
        return f"{head}: {about or 'a value computed for a chart'}."
    what = {"derived": "computed from ", "range": "the range of what sources say of ", "date": "the date of "}
    status = "" if number.status == "normal" else f" (a {number.status})"
    return f"{head}: {what.get(number.kind, '')}{about}{status}."


def _origin(subject: Subject, found: Found) -> Iterator[str]:
    number = found.number
    if number is not None and number.kind in ("derived", "range"):
        yield from _inputs(subject.document, number, found.rows)
        return
    told = number.sources if number else ()
    for cells in found.rows[:1]:
        kind = "events.csv" if "value" not in cells else "observations.csv"
        stated = cells.get("period_as_stated", "")
        words = f" (dated by its source “{stated}”)" if stated else ""
        yield f"It is row {cells['id']} of data/{kind}: {value_text(cells)}{words}."
    own = _own_source(subject.document, found, told)
    if own is not None:
        yield f"Source: {source_text(subject.document, own)}."
    here = (own.key, own.locator) if own else ()
    others = [short_text(subject.document, one) for one in told if (one.key, one.locator) != here]
    if others:
        yield f"The same value stands in {listed(others)}."
    more = [f"{cells['id']} ({value_text(cells)})" for cells in found.rows[1:]]
    if more:
        yield f"Rows that agree with it once rounded: {listed(more)}."


def _own_source(document: Document, found: Found, told: tuple[SourceMark, ...]) -> SourceMark | None:
    """Return where the row itself was read: a better reading may stand first among a number's sources."""
    if not found.rows:
        return told[0] if told else None
    own = source_of_row(document, found.rows[0])
    named = (one for one in told if (one.key, one.locator) == (own.key, own.locator))
    return next(named, own)


def _inputs(document: Document, number: Number, rows: tuple[Cells, ...]) -> Iterator[str]:
    """Yield how a value was computed: its formula, the rows that this names, and the sources in full."""
    named = set(_WORD.findall(number.formula))
    inputs = [cells for cells in rows if cells["id"] in named] or list(rows)
    agreeing = [cells["id"] for cells in rows if cells not in inputs]
    if number.formula:
        counted = number.unit not in ("", "ratio", "percent", "percentage-points", "figures")
        yield f"It is {number.formula}{f', in {number.unit}' if counted else ''}."
    told = [
        f"{cells['id']} = {value_text(cells)} ({short_text(document, source)}; {READINGS[source.reading]})"
        for cells, source in ((cells, source_of_row(document, cells)) for cells in inputs)
    ]
    yield f"It rests on {listed(told)}." if told else f"It rests on the rows {listed(number.rows)}."
    if agreeing:
        yield f"Rows that agree with these once rounded: {listed(agreeing)}."
    full = [reference_text(document, key).rstrip(".") for key in once(cells["source"] for cells in inputs)]
    if full:
        yield f"{'Sources' if len(full) > 1 else 'Source'}: {'; '.join(full)}."


def _doubts(subject: Subject, found: Found) -> Iterator[str]:
    number = found.number
    if number is None:
        yield from (f"Note on the row: {cells['note']}" for cells in found.rows if cells.get("note"))
        return
    if number.rivals and (number.kind != "range" or number.formula):
        yield f"Other sources say {listed([rival_text(subject.document, one) for one in number.rivals])}."
    if number.verdict == "preferred":
        yield _chosen(number)
    elif number.verdict == "contested":
        yield "Its sources do not agree."
    if number.note and number.verdict != "preferred":
        yield f"Note: {number.note}"
    if number.low or number.high:
        yield f"Sources, hedges and bounds allow {_span(number)}."
    if number.contests:
        what = "the contests" if len(number.contests) > 1 else "the contest"
        yield f"It stands in {what} {listed(number.contests)}: see data/contests.csv."


def _chosen(number: Number) -> str:
    reason = number.note.removeprefix("Preferred:").strip().rstrip(".")
    return f"It was chosen among them for this reason: {reason}." if reason else ""


def _span(number: Number) -> str:
    if number.low and number.high:
        return f"{number.low} to {number.high} {number.unit}"
    return f"{number.low} {number.unit} or more" if number.low else f"up to {number.high} {number.unit}"


def _places(found: Found) -> Iterator[str]:
    where = once(sentence.where for sentence in found.sentences)
    if not where:
        yield "It is printed in an alternative text or the description only."
        return
    yield f"It is printed in {listed([where_text(one) for one in where])}."
    quoted = next((one for one in found.sentences if one.kind == "prose"), None)
    if quoted is not None:
        yield f"The text says: “{_quote(quoted)}”"


def _quote(sentence: Sentence) -> str:
    return sentence.text.replace("“", "‘").replace("”", "’")
