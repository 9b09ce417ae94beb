"""How sources, rows and places are told in letters and lists: in English, for whoever answers for a brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from aibrief_report.model.document import Document, Reference
from aibrief_report.model.numbers import Number, Rival, SourceMark, Span
from aibrief_report.model.rows import Cells, rows_of
from aibrief_report.model.walk import plain
from aibrief_report.render.marks import mark

READINGS = {
    "primary": "read at its producer",
    "quotes-primary": "read in a text that quotes the producer",
    "copy": "read in a copy",
    "untraced": "not found at the producer it names",
}
"""How well a value was read, in words."""

_LABEL_WORDS = 3
"""No label is longer, and hardly a section's title is as short."""


def reference_text(document: Document, key: str) -> str:
    """Return a source as the reference list prints it; its key where it is not listed."""
    found = _reference(document, key)
    return plain(found.inlines).strip() if found else key


def short_mark(document: Document, key: str) -> str:
    """Return a source in short: "Maslej et al. 2024"; its key where it is not listed."""
    found = _reference(document, key)
    return mark(found, document.words) if found else key


def source_text(document: Document, source: SourceMark) -> str:
    """Return a source with the place in it, who produced the figure, and how well it was read."""
    located = reference_text(document, source.key).rstrip(".")
    if source.locator:
        located += f", {source.locator}"
    told = [f"as cited there from {source.origin}"] if source.origin else []
    told += [f"credited there to {source.credited}"] if source.credited else []
    told += [READINGS.get(source.reading, source.reading)]
    return f"{located} ({'; '.join(told)})"


def source_of_row(document: Document, cells: Cells) -> SourceMark:
    """Return where a row was read, by its cells."""
    return SourceMark(
        cells.get("source", ""),
        cells.get("locator", ""),
        origin_text(document, cells),
        cells.get("credited_to", ""),
        cells.get("reading", "") or "primary",
    )


def value_text(cells: Cells) -> str:
    """Return a row's value as its source published it, with hedge and unit; of an event its date."""
    if "value" not in cells:
        return cells.get("period") or cells.get("period_as_stated", "")
    hedge = cells.get("qualifier", "")
    parts = (hedge if hedge != "exact" else "", cells["value"], cells.get("unit", ""))
    return " ".join(part for part in parts if part)


def short_text(document: Document, source: SourceMark) -> str:
    """Return a source in short with the place in it: "Maslej et al. 2024, p. 3"."""
    return ", ".join(part for part in (short_mark(document, source.key), source.locator) if part)


def rival_text(document: Document, rival: Rival) -> str:
    """Return what another source says: "$14.6 billion (row …; Maslej et al. 2024, p. 3)"."""
    return f"{rival.text} (row {rival.row}; {short_text(document, rival.source)})"


def about_text(document: Document, number: Number | None, rows: Sequence[Cells]) -> str:
    """Return what a number is about: "Bicycle trips, the north, 2024"; of a chart's mark by its row's cells.

    Empty where the document tells nothing of it.
    """
    if number is not None:
        return ", ".join(once((number.label, number.area, number.period)))
    words = _words_of_keys(document)
    told = [cells.get("indicator") or cells.get("title", "") for cells in rows]
    told += [cells[name] for cells in rows for name in ("area", "period")]
    return ", ".join(once(words.get(one, one) for one in told))


def origin_text(document: Document, cells: Cells) -> str:
    """Return who produced a row, as the document calls it elsewhere; empty where the source itself did."""
    return _words_of_keys(document).get(cells.get("origin", ""), cells.get("origin", ""))


def _words_of_keys(document: Document) -> Mapping[str, str]:
    """Return the words for keys of indicators, areas and origins that the document's numbers have.

    Older versions hold no entry for a value that only a chart shows, but other numbers know its words.
    """
    rows, found = rows_of(document), dict[str, str]()
    for number in document.numbers.values():
        cells = rows.get(number.rows[0], {}) if number.kind == "observation" and number.rows else {}
        found.setdefault(cells.get("indicator", ""), number.label)
        found.setdefault(cells.get("area", ""), number.area)
        own = (one.origin for one in number.sources if one.key == cells.get("source"))
        found.setdefault(cells.get("origin", ""), next(own, ""))
    return {key: words for key, words in found.items() if key and words}


def place_text(span: Span | None) -> str:
    """Return the place in the templates that a node comes from; empty where it is not known."""
    return f"{span.file}:{span.first}" if span and span.file else ""


def listed(parts: Sequence[str]) -> str:
    """Return parts as a sentence lists them: "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part) if parts else ""


def once(parts: Iterable[str]) -> tuple[str, ...]:
    """Return the parts that are not empty, each once, in their order."""
    return tuple(dict.fromkeys(part for part in parts if part))


def spaced(text: str) -> str:
    """Return a text with plain spaces: what is pasted into a letter should break where it likes."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def where_text(where: str) -> str:
    """Return the name of a place; the title of a section is quoted, "Table 1" and "Key findings" are not."""
    return f"“{where}”" if len(where.split()) > _LABEL_WORDS else where


def _reference(document: Document, key: str) -> Reference | None:
    return next((one for one in document.references if one.key == key), None)
