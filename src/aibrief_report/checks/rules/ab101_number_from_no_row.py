"""AB101: a number in prose that comes from no row of the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.prose import Prose
from aibrief_report.checks.reading.typed import typed_numbers
from aibrief_report.checks.rule import Rule

_TITLE_WORD = re.compile(r"[^\W\d_]{4,}")


def find(material: Material) -> Iterator[Finding]:
    """Yield every typed number that measures something, in any text of the brief."""
    known = material.topics.vocabulary
    for prose in material.prose:
        if prose.role == "quote":
            continue
        for start, end in typed_numbers(prose.typed, known, english=material.english):
            number = prose.line.text[start:end].strip()
            if prose.is_typed(number) and not _in_title(prose, start, end):
                yield _finding(prose, number, start)


def _finding(prose: Prose, number: str, start: int) -> Finding:
    sentence = next((one for one in prose.sentences if one.start <= start < one.end), None)
    return Finding(
        f"“{number}” comes from no row",
        prose.place_of(number),
        "print it from the ledger with {{ … }}; a number that is a name is written [14110]{.literal}",
        sentence.text if sentence else prose.line.text,
        prose.keys,
    )


def _in_title(prose: Prose, start: int, end: int) -> bool:
    """Return whether a number stands in a quoted or italic title, or in a quotation with its citation."""
    sentence = next((one for one in prose.sentences if one.start <= start < one.end), None)
    first, last = (sentence.start, sentence.end) if sentence else (0, len(prose.line.text))
    cited = any(piece.kind == "citation" and first <= piece.start < last for piece in prose.line.pieces)
    for begin, finish in prose.line.quoted:
        if begin <= start and end <= finish and (cited or _is_title(prose.line.text[begin + 1 : finish - 1])):
            return True
    return any(
        piece.emphasis and piece.start <= start and end <= piece.end and _is_title(piece.text)
        for piece in prose.line.pieces
    )


def _is_title(text: str) -> bool:
    """Return whether a text reads as a title: two words or more, every longer one with a capital."""
    words = _TITLE_WORD.findall(text)
    return len(text.split()) > 1 and bool(words) and all(word[0].isupper() for word in words)


RULE = Rule(
    code="AB101",
    name="number-from-no-row",
    severity="error",
    title="Number in prose that comes from no row",
    what=(
        "Digits, sums, shares and spelled-out amounts (“two million”) that were typed into a text, a "
        "cell, a label or an alt text. Numbers that are names are understood: years, dates, times, "
        "ordinals, sections and figures, laws, versions, products, codes, addresses, and whatever "
        "stands in a quoted title, in a quotation with its citation, in code, or is marked as "
        "literal. Small numbers in words (“three causes”) are prose."
    ),
    why=(
        "A reader can follow a printed number to its row and its source. A typed one leads nowhere, "
        "is missing from the annex, and stays as it is when the data are corrected."
    ),
    bad="China released 15 notable models.",
    good='China released {{ obs("notable-ai-models", "CHN", 2024) }} notable models.',
    mend=(
        "Add the figure to `data/observations.csv` with its source and print it. Where it is a name, "
        "mark it: `[14110]{.literal}`."
    ),
    accept="The number is a definition or an example, not a figure (“a scale that runs to 7”).",
    find=find,
)
