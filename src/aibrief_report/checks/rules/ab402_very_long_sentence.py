"""AB402: a sentence that few will read to its end."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.prose import SENTENCES
from aibrief_report.checks.reading.sentences import words
from aibrief_report.checks.rule import Rule

MOST_WORDS = 45


def find(material: Material) -> Iterator[Finding]:
    """Yield each sentence of more words than that; a number counts as one word, a citation as none."""
    for prose in material.prose:
        if prose.role in SENTENCES:
            for sentence in prose.sentences:
                count = words(sentence.text)
                if count > MOST_WORDS:
                    yield Finding(
                        f"a sentence of {count} words",
                        prose.place_of(" ".join(sentence.typed.split("\ufffc")[0].split()[:6])),
                        "make two of it, or a list",
                        sentence.text,
                        prose.keys,
                    )


RULE = Rule(
    code="AB402",
    name="very-long-sentence",
    severity="warning",
    title="Very long sentence",
    what=(
        f"A sentence of more than {MOST_WORDS} words. A number with its unit is one word; citations "
        "and footnotes are none."
    ),
    why="Briefs are read once, quickly, and often in a second language.",
    bad="A sentence that explains the method, then its exceptions, then the exceptions of these, and so on.",
    good="One sentence for the method. One for its exceptions.",
    mend="Make two sentences, or a list.",
    accept="It quotes a law or names a list of members in full.",
    find=find,
    words=True,
)
