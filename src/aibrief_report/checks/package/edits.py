"""What an editor did to the text of a file made here, sentence by sentence, tracked or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from lxml import etree
from msgspec import Struct

from aibrief_report.checks.package.own import is_own, made_of
from aibrief_report.checks.package.returned import Returned, ReturnedFile, returned
from aibrief_report.checks.package.strangers import strangers
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.reading.lines import HIDDEN
from aibrief_report.checks.reading.sentences import sentences
from aibrief_report.checks.reading.typed import Vocabulary, typed_numbers
from aibrief_report.model.numbers import Span
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.readback import controlled
from aibrief_report.ooxml.text import text_of

_START, _PARAGRAPH, _NAME = clark("w:bookmarkStart"), clark("w:p"), clark("w:name")
_MOST_PAIRS = 250_000
"""Of sentences: a passage that has more of them before and after is told as one."""


class Edit(Struct, frozen=True):
    """A sentence as printed and as it reads now: `before` is empty where it is new, `after` where it is gone.

    `span` is where the passage that it stands in or behind comes from, `None` where there is none; `numbers`
    are those that were printed in it, or stand in their place now.
    """

    part: str
    before: str
    after: str
    span: Span | None = None
    numbers: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The line in the templates, "templates/b/narrative.md:12"; empty where it has none."""
        return f"{self.span.file}:{self.span.first}" if self.span and self.span.file else ""

    def typed(self, *, english: bool) -> tuple[str, ...]:
        """Return the numbers that were typed into it: neither printed here nor there before."""
        old, new = (_typed(text, self.numbers, english=english) for text in (self.before, self.after))
        return tuple((Counter(new) - Counter(old)).elements())


def passage_edits(file: WordFile) -> Iterator[Edit]:
    """Yield each sentence of a recorded passage that is not as printed, in the order of the record.

    A sentence in which nothing but a printed number was changed is left to whoever tells of numbers.
    """
    found = _returned(file)
    if found is None:
        return
    changed = [one for one in found.numbers if one.changed and one.text]
    printed = {_plain(one.printed) for one in found.numbers}
    now = {_plain(one.text or "") for one in changed}
    for one in filter(lambda one: one.changed, found.passages):
        for old, new in _pairs(_plain(one.printed), _plain(one.text or "")):
            if new not in _renumbered(old, changed):
                numbers = tuple(sorted({text for text in printed if text in old} | now))
                yield Edit(one.part or file.main, old, new, one.span, numbers)


def new_paragraphs(file: WordFile) -> Iterator[Edit]:
    """Yield each paragraph that no part of the brief was printed as, with where that before it comes from."""
    found = _returned(file)
    if found is None:
        return
    spans = {one.bookmark: one.span for one in found.passages if one.span}
    new = tuple(strangers(file))
    before = _spans_before({paragraph for _, paragraph in new}, file, spans)
    for part, paragraph in new:
        numbers = tuple(_plain(text) for _, text in controlled(paragraph))
        yield Edit(part, "", _plain(text_of(paragraph)), before.get(paragraph), numbers)


def _spans_before(
    paragraphs: set[etree._Element], file: WordFile, spans: Mapping[str, Span]
) -> dict[etree._Element, Span]:
    """Return where the last passage before each of some paragraphs comes from; those without are left out."""
    found: dict[etree._Element, Span] = {}
    for _, root in file.stories:
        last: Span | None = None
        for one in root.iter(_START, _PARAGRAPH):
            if one.tag == _START:
                last = spans.get(one.get(_NAME, ""), last)
            elif last and one in paragraphs:
                found[one] = last
    return found


def is_english(file: WordFile) -> bool:
    """Return whether a file says that its text is English; one that says nothing is taken for it."""
    _, styles = file.root_of("styles")
    languages = styles.iter(clark("w:lang")) if styles is not None else iter(())
    return next((one.get(clark("w:val"), "en") for one in languages), "en").startswith("en")


def _returned(file: WordFile) -> ReturnedFile | None:
    provenance = made_of(file)
    roots = {part: root for part, root in file.stories if part == file.main or "footnotes" in part}
    return returned(provenance, (), roots) if is_own(file) and provenance is not None else None


def _pairs(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences that differ; one without a fellow stands beside nothing, as all do that is gone."""
    if not after:
        yield from ((before, after),) if before else ()
        return
    old, new = ([text[start:end] for start, end in sentences(text)] for text in (before, after))
    if len(old) * len(new) > _MOST_PAIRS:
        old, new = [before], [after]
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from zip_longest(old[a:b], new[c:d], fillvalue="")


def _renumbered(text: str, changed: Sequence[Returned]) -> set[str]:
    """Return what a sentence reads where its printed numbers alone were changed: one of them, or several."""
    found, all_of_them = set[str](), text
    for one in changed:
        old, new = _plain(one.printed), _plain(one.text or "")
        found.add(text.replace(old, new, 1))
        all_of_them = all_of_them.replace(old, new, 1)
        found.add(all_of_them)
    return found - {text}


def _typed(text: str, numbers: Sequence[str], *, english: bool) -> list[str]:
    for one in sorted(filter(None, numbers), key=len, reverse=True):
        text = re.sub(rf"(?<!\d){re.escape(one)}(?!\d)", HIDDEN * len(one), text)
    spans = typed_numbers(text, Vocabulary(), english=english)
    return [text[start:end].strip() for start, end in spans]


def _plain(text: str) -> str:
    return " ".join(text.split())
