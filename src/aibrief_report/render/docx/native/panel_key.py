"""The key of charts in panels: words in a line above them, for each has only its own data."""

from __future__ import annotations

from aibrief_report.charts.kinds.panels import panel_entries
from aibrief_report.charts.parts.axes import caption
from aibrief_report.charts.parts.key import Entry
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.model.charts import Chart
from aibrief_report.ooxml.markup import NOTHING, Xml, escape, join, tag
from aibrief_report.ooxml.units import half_points

_BETWEEN = "\u2003"  # an em
_BREAK = tag("w:r", tag("w:br"))
_SOLID, _HOLLOW = "■ ", "☐ "


def panel_key(chart: Chart, sheet: Sheet) -> Xml:
    """Return runs with the key and the unit of all panels, each on a line; nothing where there is neither."""
    entries = join(_entry(one, place, sheet) for place, one in enumerate(panel_entries(chart, sheet)))
    unit = _run(caption(chart.y), sheet.theme.colours.muted, sheet)
    return join(join((line, _BREAK)) for line in (entries, unit) if line)


def _entry(entry: Entry, place: int, sheet: Sheet) -> Xml:
    """Return the runs of an entry: its mark in its colour, its words in ink."""
    between = _run(_BETWEEN, entry.colour, sheet) if place else NOTHING
    mark = NOTHING if entry.bare else _run(_HOLLOW if entry.hollow else _SOLID, entry.colour, sheet)
    colours = sheet.theme.colours
    return join((between, mark, _run(entry.text, colours.muted if entry.bare else colours.ink, sheet)))


def _run(text: str, colour: str, sheet: Sheet) -> Xml:
    """Return a run in the chart's size, and in the face of the document's headings, as charts are."""
    if not text:
        return NOTHING
    fonts = dict.fromkeys(("w_asciiTheme", "w_hAnsiTheme"), "majorHAnsi")
    size = half_points(sheet.size)
    look = tag(
        "w:rPr",
        tag("w:rFonts", **fonts),
        tag("w:color", w_val=colour.removeprefix("#").upper()),
        tag("w:sz", w_val=size),
        tag("w:szCs", w_val=size),
    )
    return tag("w:r", look, Xml(f'<w:t xml:space="preserve">{escape(text)}</w:t>'))
