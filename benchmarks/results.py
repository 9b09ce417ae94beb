"""All that a run of the benchmark found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.growth import Grown
from benchmarks.hundred import Many
from benchmarks.measure import Cost
from benchmarks.ours import BARE
from benchmarks.outputs import Output
from benchmarks.peers.commands import CHARTS, PANDOC_DOCX, PANDOC_HTML, TYPST, WEASYPRINT

USUAL = (CHARTS, PANDOC_DOCX, PANDOC_HTML, WEASYPRINT)
"""What makes the three formats and the charts with pandoc and WeasyPrint."""
BEST = (CHARTS, PANDOC_DOCX, PANDOC_HTML, TYPST)
"""The quickest for each: docxtpl is not among them, as it makes no citations."""
REDRAWN = frozenset({CHARTS})
"""What nobody does again for an edited paragraph."""

START_THEN = 0.0105
"""Seconds that a bare interpreter took to start where the aims in seconds were set: 8 to 13 ms."""


@dataclass(frozen=True, slots=True)
class Results:
    """What was measured. `stages` are CPU seconds by build, then by stage; `outputs` are by name."""

    machine: str
    version: str
    rounds: int
    costs: Mapping[str, Cost]
    outputs: Mapping[str, Output]
    expected: Mapping[str, int]
    stages: Mapping[str, Mapping[str, float]]
    grown: Sequence[Grown]
    many: Many

    def cpu(self, *names: str) -> float:
        """Return the CPU seconds of some commands together."""
        return sum(self.costs[name].cpu for name in names)

    def usual(self) -> float:
        """Return what pandoc and WeasyPrint take for three formats and the charts."""
        return self.cpu(*USUAL)

    def best(self) -> float:
        """Return what the best of the others take for the same."""
        return self.cpu(*BEST)

    def as_then(self, seconds: float) -> float:
        """Return seconds as on the machine of the aims, by how long a bare interpreter takes to start."""
        return seconds * START_THEN / self.costs[BARE].cpu
