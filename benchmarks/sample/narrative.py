"""`narrative.md`: seven sections for each part, with numbers, citations, claims, boxes, lists and notes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from benchmarks.sample.declared import FIRST, LAST, printed
from benchmarks.sample.figures import AREAS, MEASURES, YEARS, Measure, key
from benchmarks.sample.prose import sentences
from benchmarks.sample.sources import PER_PART, source_key

PLACES = tuple(name for _, name in AREAS)
WAVES = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def narrative(parts: int, edition: int) -> str:
    """Return `narrative.md`; editions differ in one paragraph."""
    opening = f"This is reading {LETTERS[edition]} of the brief, and it differs from the others here alone."
    blocks = [opening, *(block for part in range(parts) for block in _Part(part).blocks())]
    return "\n\n".join(blocks) + "\n"


class _Part:
    """One wave of the survey: its text draws on one run of sentences and one of sources."""

    def __init__(self, part: int) -> None:
        self.part = part
        self.stock = sentences(PLACES, 13 * part)
        self.keys = cycle(source_key(part, place) for place in range(PER_PART))

    def blocks(self) -> Iterator[str]:
        """Yield the Markdown of seven sections, block by block."""
        for place, measure in enumerate(MEASURES):
            yield from self._measure(measure, place)
        yield from self._cost()
        yield from self._instruments()
        yield from self._method()

    def _measure(self, measure: Measure, place: int) -> Iterator[str]:
        """Yield a section with a chart, a table and numbers of two countries."""
        name = key(measure.name, self.part)
        wave = WAVES[self.part]
        yield f"# {measure.title} grew in the {wave} wave {{#{name}}}"
        yield self._numbers(measure, place) + self._more(3)
        yield f'{{{{ chart("{name}") }}}}'
        yield f"The course is shown in @fig-{name}. " + self._more(4)
        yield "## What stands behind it" if place % 2 else self._more(4)
        yield self._claim(measure, place) + self._more(3)
        yield f'{{{{ table("{name}") }}}}'
        yield f"All eight countries stand in @tbl-{name}. " + self._more(4)

    def _numbers(self, measure: Measure, place: int) -> str:
        code, name = AREAS[place]
        first, last = (printed(measure.name, code, year, self.part) for year in (FIRST, LAST))
        return (
            f"{measure.definition}: in {name} the figure rose from {{{{ {first} }}}} in {FIRST} "
            f"to {{{{ {last} }}}} in {LAST}, or {{{{ ratio({last}, {first}) | digits(2) }}}} times as much "
            f"[@{next(self.keys)}, p. {3 + place}; @{next(self.keys)}]. "
        )

    def _claim(self, measure: Measure, place: int) -> str:
        (one, name), (other, rival) = AREAS[place], AREAS[place + 1]
        ours, theirs = (printed(measure.name, code, YEARS[3], self.part) for code in (one, other))
        return (
            f"{{% claim {ours} > {theirs} %}}In {YEARS[3]} {name} stood before {rival}, with "
            f"{{{{ {ours} }}}} against {{{{ {theirs} }}}}.{{% endclaim %}} "
        )

    def _cost(self) -> Iterator[str]:
        """Yield the section in which sources disagree."""
        name = key("cost", self.part)
        yield f"# Nobody agrees on the cost in the {WAVES[self.part]} wave {{#{name}}}"
        told = f'The estimates run from {{{{ contest("{name}") | range }}}} [@{next(self.keys)}]. '
        yield told + f'{{{{ contest("{name}").how }}}} ' + self._more(3)
        yield f'{{{{ chart("{name}") }}}}'
        yield f"@fig-{name} sets them side by side.[^{name}] " + self._more(4)
        yield f"[^{name}]: {next(self.stock)}"
        yield f'{{{{ table("{name}") }}}}'
        yield f"::: box What is counted as cost {{#box-{name}}}\n{self._more(3)}\n\n{self._more(2)}\n:::"
        yield f"As @box-{name} says, words differ too. " + self._more(4)

    def _instruments(self) -> Iterator[str]:
        """Yield the section of words: a table without numbers, and a list."""
        name = key("instruments", self.part)
        yield f"# Five instruments of the {WAVES[self.part]} wave {{#{name}}}"
        yield self._more(5)
        rows = [
            f"| {kind} | {next(self.stock)} | {next(self.stock)} |" for kind in ("Rules", "Money", "Masts")
        ]
        yield "\n".join(("| Instrument | What it does | What is said of it |", "|---|---|---|", *rows))
        yield f"Table: Instruments of the {WAVES[self.part]} wave {{#tbl-{name}}}"
        yield "\n".join(f"- **{word}.** {next(self.stock)}" for word in ("Permits", "Prices", "People"))
        yield f"@tbl-{name} is not complete. " + self._more(4)

    def _method(self) -> Iterator[str]:
        """Yield the closing section, with a method box and a numbered list."""
        name = key("method", self.part)
        yield f"# How the {WAVES[self.part]} wave was read {{#{name}}}"
        yield f"::: method How the sources were reconciled\n{self._more(4)}\n:::"
        yield "\n".join(f"{place}. {next(self.stock)}" for place in range(1, 5))
        yield f"The order follows @sec-{key('lines', self.part)}.[^{name}] " + self._more(3)
        yield f"[^{name}]: {next(self.stock)}"
        yield self._more(4)

    def _more(self, number: int) -> str:
        """Return more sentences, the last with a citation."""
        text = " ".join(islice(self.stock, number))
        return f"{text.removesuffix('.')} [@{next(self.keys)}]."
