"""From declarations in `brief.yaml` to figures: charts with their words, not yet drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.charts.alt import describe
from aibrief_report.charts.annotating import annotation
from aibrief_report.charts.declare_raw import read_raw
from aibrief_report.charts.selecting import Selector
from aibrief_report.charts.shaping import Shaper
from aibrief_report.charts.wording import wording_for
from aibrief_report.errors import BriefError, ChartError, Faults, Place
from aibrief_report.inputs.brief import Brief, ChartEntry
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.wording import Wording
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.model.inlines import Inlines, Text
from aibrief_report.model.numbers import Span
from aibrief_report.model.walk import plain
from aibrief_report.theme.tokens import Theme


class Filler(Protocol):
    """Fills the texts of brief.yaml; the narrative room brings it."""

    def inlines(self, text: str, *path: str | int) -> Inlines:
        """Return a text's inlines."""

    def claimed(self, text: str, condition: str, *path: str | int) -> Inlines:
        """Return a text's inlines, bound to a condition where there is one."""

    def plain(self, text: str, *path: str | int) -> str:
        """Return a text as plain text."""

    def place(self, *path: str | int) -> Place:
        """Return where a value of brief.yaml stands."""


class ChartMaker(Struct, frozen=True):
    """Makes the declared charts of one brief."""

    inputs: Inputs
    name: str
    brief: Brief
    ledger: Ledger
    theme: Theme
    wording: Wording
    texts: Filler

    def figures(self) -> Mapping[str, Figure]:
        """Return the declared charts as figures, by key. Raises `ChartError` with the faults of all."""
        faults = Faults(ChartError)
        found: dict[str, Figure] = {}
        for key, entry in self.brief.charts.items():
            try:
                found[key] = self._figure(key, entry)
            except BriefError as error:
                for fault in error.faults:
                    faults.add(fault.message, self.texts.place("charts", key), fault.hint)
        faults.check()
        return found

    def _figure(self, key: str, entry: ChartEntry) -> Figure:
        path = ("charts", key)
        place = self.texts.place(*path)
        chart = self._annotated(self._chart(entry, path), entry, path)
        title = self.texts.claimed(entry.title, entry.claim, *path, "title")
        alt = self.texts.plain(entry.alt, *path, "alt") or describe(
            chart, plain(title), wording_for(self.brief.language)
        )
        return Figure(
            content=replace(chart, alt=alt),
            title=title,
            anchor=f"fig-{key}",
            subtitle=self.texts.inlines(entry.subtitle, *path, "subtitle") or _subtitle(chart),
            note=self.texts.inlines(entry.note, *path, "note"),
            span=Span(place.file, place.line or 1, place.line or 1),
        )

    def _annotated(self, chart: Chart, entry: ChartEntry, path: tuple[str, str]) -> Chart:
        """Return a chart with its notes, whose texts follow the rules of the narrative."""
        notes = (
            annotation(chart, one, self.texts.inlines(one.text, *path, "annotations", place, "text"))
            for place, one in enumerate(entry.annotations)
        )
        return replace(chart, annotations=tuple(notes)) if entry.annotations else chart

    def _chart(self, entry: ChartEntry, path: tuple[str, str]) -> Chart:
        selector = Selector(self.ledger, self.brief.prefer)
        if entry.kind == "vega":
            return read_raw(self.inputs, self.name, entry, selector, self.texts.place(*path, "spec"))
        labels = {key: self.texts.plain(text, *path, "labels", key) for key, text in entry.labels.items()}
        return Shaper(self.ledger, self.theme, self.wording, selector).chart(entry, labels)


def _subtitle(chart: Chart) -> Inlines:
    """Return what is measured and its unit."""
    parts = [part for part in (chart.y.title, chart.y.unit) if part]
    return (Text(", ".join(parts)),) if parts else ()
