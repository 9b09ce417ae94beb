"""The aims, each with what was measured of it."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.ours import BARE, COLD, EDITED, NO_OP, TEXT_ONLY
from benchmarks.peers.commands import PANDOC_DOCX, PANDOC_HTML
from benchmarks.results import Results

Row = tuple[str, str, str, str]


def aims(results: Results) -> Iterator[Row]:
    """Yield for each aim what it is, its limit, what was measured, and whether that is within.

    Seconds are as on the machine where the aims were set, by how long a bare interpreter takes to start
    there and here; those of this machine stand in the other tables.
    """
    cold, edited, text = (results.cpu(name) for name in (COLD, EDITED, TEXT_ONLY))
    yield _row("unchanged, in starts of a bare interpreter", 5, results.cpu(NO_OP) / results.cpu(BARE))
    yield _row("cold, against pandoc + WeasyPrint", 0.65, cold / results.usual(), "×")
    yield _row("cold, against the best of the others together", 1.2, cold / results.best(), "×")
    yield _row("cold, CPU s", 3.4, results.as_then(cold))
    yield _row("one paragraph edited, against pandoc + WeasyPrint", 0.43, edited / results.usual(), "×")
    yield _row("one paragraph edited, CPU s", 2.2, results.as_then(edited))
    pandoc = results.cpu(PANDOC_DOCX, PANDOC_HTML)
    yield _row("one paragraph edited, DOCX and HTML, against pandoc", 0.57, text / pandoc, "×")
    yield _row("one paragraph edited, DOCX and HTML, CPU s", 0.3, results.as_then(text))
    many = results.many
    name = f"{many.briefs} briefs, caches warm, two at once, s on the clock"
    yield _row(name, 1.1 * many.briefs, results.as_then(many.cost.wall))
    yield _row("peak memory of one brief’s process, MiB", 250, results.costs[COLD].peak)
    yield _row("peak memory of a process that builds many briefs, MiB", 250, many.cost.peak)


def _row(name: str, limit: float, measured: float, unit: str = "") -> Row:
    return name, f"{limit:.3g}{unit}", f"{measured:.3g}{unit}", "yes" if measured <= limit else "no"
