"""Finding a printed number in a document, by what a reader sees of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from aibrief_report.errors import Fault, ResolveError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.model.document import Document
from aibrief_report.model.numbers import Number
from aibrief_report.model.rows import Cells, rows_of
from aibrief_report.model.sentences import Printing, Sentence, sentences

_SPACES = re.compile(r"\s+")
_MINUS = str.maketrans({"\u2212": "-", "\u2011": "-"})
_MARK = "[.,'’ ]"
"""What may stand between the digits of one number."""


class Found(Struct, frozen=True):
    """A number that was asked for: what the document says of it, and the sentences that print it.

    `number` is `None` for a mark of a chart whose row no text prints; `rows` are the cells of the rows
    behind it, as far as they travel with the document; `printings` has one entry for each of `sentences`.
    """

    id: str
    number: Number | None
    rows: tuple[Cells, ...]
    sentences: tuple[Sentence, ...]
    printings: tuple[Printing, ...]

    @property
    def text(self) -> str:
        """The number as printed: in full where a text prints it, else as its mark says."""
        return self.number.text if self.number else self.printings[0].text


def find_printed(document: Document, asked: str) -> tuple[Found, ...]:
    """Return the numbers that an id, an anchor ("n14") or a printed text names, in reading order.

    Raises `ResolveError` where nothing of the kind is printed.
    """
    told = list(sentences(document))
    places = [(sentence, one) for sentence in told for one in sentence.numbers]
    wanted = _by_name(document, places, asked) or _by_text(document, places, asked)
    if not wanted:
        raise ResolveError(_nowhere(document, told, asked))
    rows = rows_of(document)
    return tuple(_found(document, places, rows, key) for key in wanted)


def _by_name(document: Document, places: list[tuple[Sentence, Printing]], asked: str) -> list[str]:
    """Return the number of an id or an anchor; a chart's marks have the anchor of their chart, so none."""
    if asked in document.numbers or any(one.number == asked for _, one in places):
        return [asked]
    return [one.number for sentence, one in places if sentence.kind != "mark" and one.anchor == asked][:1]


def _by_text(document: Document, places: Iterable[tuple[Sentence, Printing]], asked: str) -> list[str]:
    printed = [(one.number, one.text) for _, one in places]
    # Alternative texts and descriptions print numbers too, and no sentence holds them.
    printed += [(key, number.text) for key, number in document.numbers.items()]
    return list(dict.fromkeys(key for key, text in printed if reads(text, asked)))


def reads(text: str, asked: str) -> bool:
    """Return whether a printed text is, or has in it, what was asked: "$67.2 billion" reads "67.2".

    A number that only holds the digits of another is not that other: "167.2" and "67.25" do not read "67.2".
    """
    text, asked = _plain(text), _plain(asked)
    if not asked:
        return False
    before = rf"(?<!\d)(?<!\d{_MARK})" if asked[0].isdigit() else ""
    after = rf"(?!{_MARK}?\d)" if asked[-1].isdigit() else ""
    return re.search(before + re.escape(asked) + after, text) is not None


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text.translate(_MINUS)).strip().casefold()


def _found(
    document: Document,
    places: Iterable[tuple[Sentence, Printing]],
    rows: Mapping[str, Cells],
    key: str,
) -> Found:
    number = document.numbers.get(key)
    mine = [(sentence, one) for sentence, one in places if one.number == key]
    behind = number.rows if number else (key,)
    return Found(
        key,
        number,
        tuple(rows[row] for row in behind if row in rows),
        tuple(sentence for sentence, _ in mine),
        tuple(one for _, one in mine),
    )


def _nowhere(document: Document, told: Iterable[Sentence], asked: str) -> Fault:
    """Return what to say of a number that is not found; digits that come from no row are told apart."""
    for sentence in told:
        if reads(sentence.text, asked):
            hint = f"it stands in {sentence.where}: “{sentence.text}”"
            return Fault(f"{asked!r} is printed, but comes from no row", hint=hint)
    hint = nearest(asked, document.numbers) or "give it as printed, such as 67.2, or by its row's id"
    return Fault(f"no number of this version reads {asked!r}", hint=hint)
