"""AB301: a chart whose alt text is generated, not written."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule


def find(material: Material) -> Iterator[Finding]:
    """Yield each declared chart without `alt:`."""
    for key, entry in material.brief.charts.items():
        if not entry.alt:
            place = material.source.place("charts", key)
            hint = "write alt: what a reader who cannot see the chart should take from it"
            message = f"the alt text of the chart {key} is generated from its data"
            yield Finding(message, place, hint, "", (f"fig-{key}", key))


RULE = Rule(
    code="AB301",
    name="chart-without-written-alt-text",
    severity="info",
    title="Chart without written alt text",
    what="A chart declared without `alt:`. Its alt text is then its title and its values, in sentences.",
    why=(
        "The generated text is complete and always right, but it cannot say what matters. A sentence "
        "by the author can, and may print numbers like any other text."
    ),
    bad="trips:\n  kind: bar\n  title: Both districts ride more",
    good=(
        "trips:\n  kind: bar\n  title: Both districts ride more\n"
        '  alt: "The north went from {{ a }} to {{ b }} trips; the south hardly moved."'
    ),
    mend="Write `alt:` in one or two sentences: the finding first, then the few values that carry it.",
    accept="The generated text says it all. As this is only a note, nothing needs to be done.",
    find=find,
)
