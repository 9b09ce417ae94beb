"""AB102: a comparison or superlative in words that no claim holds to the data."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.prose import FINDINGS, SENTENCES, Sentence
from aibrief_report.checks.reading.comparisons import comparisons
from aibrief_report.checks.reading.lines import HIDDEN
from aibrief_report.checks.reading.topics import Topics
from aibrief_report.checks.rule import Rule


def find(material: Material) -> Iterator[Finding]:
    """Yield each sentence that compares outside a claim, once."""
    for prose in material.prose:
        if prose.role in SENTENCES:
            for sentence in prose.sentences:
                yield from _in(sentence, material.topics)


def _in(sentence: Sentence, topics: Topics) -> Iterator[Finding]:
    prose = sentence.prose
    numbers, finding = bool(sentence.numbers), prose.role in FINDINGS
    spans = comparisons(sentence.free, topics, numbers=numbers, finding=finding)
    if not spans:
        return
    words = [sentence.free[start:end].replace(HIDDEN, "…").strip() for start, end in spans]
    told = ", ".join(f"“{word}”" for word in dict.fromkeys(words))
    yield Finding(
        f"{told}: no claim holds this comparison to the data",
        prose.place_of(words[0]),
        "bind it: {% claim CONDITION %}…{% endclaim %}, or claim: beside a title or finding in brief.yaml",
        sentence.text,
        prose.keys,
    )


RULE = Rule(
    code="AB102",
    name="comparison-without-claim",
    severity="warning",
    title="Comparison or superlative without a claim",
    what=(
        "Words that compare or rank: doubled, twice as, three times the, largest, the most, a "
        "majority of, more than half, surpassed, ahead of, more … than. Words with other uses (leads,"
        " behind, more) count only in a sentence about an area and something that the ledger "
        "measures; headings, titles and key findings are held most strictly, directions (narrowed, "
        "fell) included. What stands in a claim, in quotation marks, or right behind a printed number"
        " (“22% more than”) is let pass."
    ),
    why=(
        "When a row is corrected, a number changes by itself, but “largest” stays. A claim is judged "
        "on every build and over every rival figure, and stops the build when the sentence no longer "
        "holds."
    ),
    bad="US private investment more than doubled that of China.",
    good="{% claim us > 2 * china %}US private investment more than doubled that of China{% endclaim %}.",
    mend=(
        "Put the words into `{% claim … %}…{% endclaim %}`, or give the title or key finding its `claim:`."
    ),
    accept="The comparison is about method or opinion, and no row could bear it out.",
    find=find,
    words=True,
)
