"""AB109: a number printed in a sentence that names nowhere what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.prose import Prose, Role, Sentence
from aibrief_report.checks.reading.lines import Piece
from aibrief_report.checks.reading.topics import stem
from aibrief_report.checks.rule import Rule
from aibrief_report.ledger.units import Unit, read_unit
from aibrief_report.model.numbers import Number

_ROLES: tuple[Role, ...] = ("paragraph", "finding", "footnote", "heading")
"""Texts that stand for themselves; titles have subtitles, labels their values, cells their headings."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_COUNTING = re.compile(r"\b(?:count(?:s|ed)?|figures?|number(?:s|ed)?)\b")
"""Words that lead back to what is counted."""


def find(material: Material) -> Iterator[Finding]:
    """Yield each printed number whose unit neither it nor the text up to its sentence's end tells."""
    numbers = material.document.numbers
    before: dict[Role, str] = {}
    for prose in material.prose:
        if prose.role in _ROLES:
            for sentence in prose.sentences:
                told = f"{before.get(prose.role, '')} {prose.line.text[: sentence.end]}"
                for piece in sentence.numbers:
                    number = numbers.get(piece.number)
                    if number is not None and _is_bare(piece, number, told, sentence):
                        yield _finding(piece, number, prose, sentence)
            before[prose.role] = prose.line.text


def _is_bare(piece: Piece, number: Number, told: str, sentence: Sentence) -> bool:
    if number.kind == "date" or not number.rows or number.id.startswith("count-"):
        return False
    unit = read_unit(number.unit) if number.unit else Unit("ratio")
    if unit.kind != "count" or not any(sign.isdigit() for sign in piece.text):
        return False
    if unit.symbol:
        return unit.symbol not in sentence.text.replace("\u00a0", " ")
    return not _names(told, f"{unit.measure} {number.label}")


def _names(told: str, names: str) -> bool:
    """Return whether a text has one of the words by which a thing is counted, in whatever ending."""
    lower = told.lower()
    return _COUNTING.search(lower) is not None or any(
        re.search(rf"\b{re.escape(stem(word))}", lower) for word in _WORD.findall(names.lower())
    )


def _finding(piece: Piece, number: Number, prose: Prose, sentence: Sentence) -> Finding:
    printed = piece.text.replace("\u00a0", " ")
    message = f"“{printed}” is printed without its unit, {number.unit}, which the sentence does not name"
    hint = "say what is counted; what a symbol measures prints it without “| number”"
    return Finding(message, prose.place, hint, sentence.text, (*prose.keys, *number.rows))


RULE = Rule(
    code="AB109",
    name="unit-that-nobody-names",
    severity="warning",
    title="Number whose unit nobody names",
    what=(
        "A number in a paragraph, a key finding, a footnote or a heading that prints no unit of its own, "
        "where no word for what it counts stands in the text before it, the paragraph above included, up "
        "to the end of its sentence: the unit’s noun, a word of the indicator’s title, or “count”, “figure” "
        "or “number”. Of a unit that is a symbol, such as TWh, the symbol itself must stand in the "
        "sentence: it does unless the number is printed with “| number”."
    ),
    why=(
        "Of what a noun counts only the number is printed, so that the sentence can say “61 models”. "
        "Where it says nothing, a reader has a number of nothing."
    ),
    bad='The north used {{ obs("electricity", "NORTH", 2024) | number }} in 2024.',
    good='The north used {{ obs("electricity", "NORTH", 2024) }} in 2024.',
    mend="Say what is counted behind the number, or leave out “| number” so that the symbol is printed.",
    accept="The unit is told by a picture, a table or a sentence that follows.",
    find=find,
    words=True,
)
