"""The results as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from benchmarks.aims import aims
from benchmarks.ours import BARE, COLD, EDITED
from benchmarks.results import BEST, REDRAWN, USUAL, Results

_ONE = (
    "Whole processes, interleaved; a start is that of a bare interpreter. "
    "No peak is less than what the measuring process has."
)
_GROWTH = "CPU seconds, and in brackets how many times those of the brief once as long. Each was built once."


def report(results: Results) -> str:
    """Return all tables, each with a line that says what it shows."""
    return "\n\n".join(_parts(results))


def _parts(results: Results) -> Iterator[str]:
    yield f"Measured: {results.version}, {results.machine}; medians of {_counted(results.rounds, 'round')}."
    yield "### Aims"
    yield table(("aim", "at most", "measured", ""), aims(results))
    yield f"### One brief\n\n{_ONE}"
    yield table(("command", "CPU s", "starts", "clock s", "peak MiB"), _costs(results))
    yield "### Sums\n\nFor PDF/UA, DOCX and HTML with charts, CPU seconds."
    yield table(("who", "CPU s", "ours, cold", "ours, edited"), _sums(results))
    yield f"### The same brief?\n\n{_fair(results)}"
    yield table(("output", "words", "pages", "pictures", *results.expected), _outputs(results))
    yield "### Stages\n\nCPU seconds, each stage without those within it."
    yield table(("stage", *results.stages), _stages(results.stages))
    heads = tuple(f"{one.times}×" for one in results.grown)
    yield f"### Growth\n\n{_GROWTH}"
    yield table(("command", "1×", *heads), _growth(results))
    yield table(("stage of ours, cold", "1×", *heads), _growth_of_stages(results))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown, all columns but the first set to the right."""
    rules = ("---", *("--:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rules, *rows))


def _costs(results: Results) -> Iterator[tuple[str, ...]]:
    start = results.costs[BARE].cpu
    for name, cost in results.costs.items():
        yield name, _seconds(cost.cpu), f"{cost.cpu / start:.1f}", _seconds(cost.wall), f"{cost.peak:.0f}"


def _sums(results: Results) -> Iterator[tuple[str, ...]]:
    cold, edited = results.cpu(COLD), results.cpu(EDITED)
    for who, names in (("pandoc + WeasyPrint", USUAL), ("best of the others together", BEST)):
        whole = results.cpu(*names)
        again = results.cpu(*(name for name in names if name not in REDRAWN))
        yield who, _seconds(whole), f"{cold / whole:.2f}×", f"{edited / whole:.2f}×"
        yield f"{who}, charts given", _seconds(again), f"{cold / again:.2f}×", f"{edited / again:.2f}×"


def _fair(results: Results) -> str:
    told = ", ".join(f"{number} {kind}" for kind, number in results.expected.items())
    short = [name for name, one in results.outputs.items() if one.held != results.expected]
    found = f"**Not the same in: {', '.join(short)}.**" if short else "All hold all of them."
    return f"What each output holds of {told}. {found} Words include those of annex and lists."


def _outputs(results: Results) -> Iterator[tuple[str, ...]]:
    for name, one in results.outputs.items():
        held = (str(one.held[kind]) for kind in results.expected)
        yield name, str(one.words), str(one.pages or "–"), str(one.pictures), *held


def _stages(stages: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, ...]]:
    for name in next(iter(stages.values())):
        yield name, *(f"{spent[name]:.2f}" for spent in stages.values())
    yield "**sum**", *(f"**{sum(spent.values()):.2f}**" for spent in stages.values())


def _growth(results: Results) -> Iterator[tuple[str, ...]]:
    for name in results.grown[0].costs:
        once = results.costs[name].cpu
        yield name, _seconds(once), *(_times(one.costs[name].cpu, once) for one in results.grown)
    yield _growth_of_memory(results)


def _growth_of_memory(results: Results) -> tuple[str, ...]:
    once = results.costs[COLD].peak
    peaks = (one.costs[COLD].peak for one in results.grown)
    return f"{COLD}, peak MiB", f"{once:.0f}", *(f"{peak:.0f} ({peak / once:.1f})" for peak in peaks)


def _growth_of_stages(results: Results) -> Iterator[tuple[str, ...]]:
    for name, once in results.stages[COLD].items():
        yield name, _seconds(once), *(_times(one.stages[name], once) for one in results.grown)


def _times(seconds: float, once: float) -> str:
    return f"{_seconds(seconds)} ({seconds / once:.1f})" if once else _seconds(seconds)


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}" if seconds < 0.1 else f"{seconds:.2f}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"
