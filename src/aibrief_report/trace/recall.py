"""When a source is corrected or withdrawn: what to tell the readers of every brief that rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.model.document import Document
from aibrief_report.model.rows import rows_of
from aibrief_report.model.walk import plain
from aibrief_report.trace.across import Used, used_json
from aibrief_report.trace.uses import Use, other_sources
from aibrief_report.trace.wording import (
    about_text,
    listed,
    once,
    reference_text,
    short_mark,
    spaced,
    where_text,
)
from aibrief_report.versions.subject import MOST_TOLD

_MARKUP = re.compile(r"([\\`*_\[\]<>|])")


class Affected(Struct, frozen=True):
    """A passage of a brief, and the versions in which it stands word for word."""

    use: Use
    versions: tuple[str, ...]


class Recall(Struct, frozen=True):
    """One brief that is affected: its versions, the document of the newest, its passages."""

    brief: str
    versions: tuple[Used, ...]
    passages: tuple[Affected, ...]

    @property
    def document(self) -> Document:
        """The document that the erratum speaks of: that of the latest version, or the first by name."""
        return self.versions[0].document


def recalls(found: tuple[Used, ...]) -> tuple[Recall, ...]:
    """Return the uses of a row or source brief by brief, each passage once for all versions that have it."""
    return tuple(
        Recall(brief, versions, _passages(versions))
        for brief, group in groupby(found, key=lambda one: one.kept.brief)
        for versions in [tuple(group)]
    )


def _passages(versions: tuple[Used, ...]) -> tuple[Affected, ...]:
    """Return the passages; one that differs in the style of its citations only is the same passage."""
    found: dict[tuple[str, ...], tuple[Use, list[str]]] = {}
    for one in versions:
        for use in one.uses:
            sentence = use.sentence
            key = (sentence.where, sentence.source or sentence.text, *use.printed)
            found.setdefault(key, (use, []))[1].append(one.kept.version)
    return tuple(Affected(use, tuple(dict.fromkeys(names))) for use, names in found.values())


def erratum(recall: Recall, key: str, reason: str = "") -> str:
    """Return the draft of an erratum as Markdown, the same for the same versions on any day.

    `reason` is told as given; what only a person can decide is left open between angle brackets.
    """
    return spaced("\n".join(_erratum(recall, key, reason))) + "\n"


def recall_json(found: tuple[Recall, ...], key: str, reason: str) -> Json:
    """Return recalls as JSON: brief by brief, its versions with their passages, and the draft."""
    return [
        {
            "brief": one.brief,
            "versions": used_json(one.versions),
            "erratum": erratum(one, key, reason),
        }
        for one in found
    ]


def _erratum(recall: Recall, key: str, reason: str) -> Iterator[str]:
    meta = recall.document.meta
    versions = [one.kept.version for one in recall.versions]
    about = once((f"{meta.series} {meta.number}".strip(), meta.publisher, meta.date_text))
    yield f"# Correction to “{_safe(plain(meta.title))}”"
    yield ""
    yield _safe(", ".join(about)) + "."
    yield f"This concerns the {'versions' if len(versions) > 1 else 'version'} {listed(versions)}."
    yield ""
    yield _what(recall.document, key, reason)
    yield ""
    yield from _figures(recall, key)
    yield from _list("Passages that state them", recall, [one for one in recall.passages if _states(one.use)])
    rest = [one for one in recall.passages if not _states(one.use)]
    yield from _list("Passages that rest on it in another way", recall, rest)
    yield "The corrected version is <version>, of <date>."


def _what(document: Document, key: str, reason: str) -> str:
    told = f": {_safe(reason.strip().rstrip('.'))}." if reason.strip() else ". <Say what was wrong.>"
    if key in rows_of(document):
        return f"The figure in row `{key}` has been corrected or withdrawn{told}"
    return f"The source “{_safe(reference_text(document, key))}” has been corrected or withdrawn{told}"


def _figures(recall: Recall, key: str) -> Iterator[str]:
    """Yield a table of the numbers in question, each once, with what is left of it without the source."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for version in recall.versions:
        for use in version.uses:
            if _states(use):
                for number, printed in zip(use.numbers, use.printed, strict=True):
                    told = (_about(version.document, number), _standing(version.document, number, key, use))
                    found.setdefault((number, printed), told)
    if not found:
        return
    yield "| As printed | What it is | Without it | Should read |"
    yield "|---|---|---|---|"
    for (_, printed), (about, standing) in found.items():
        yield f"| {_safe(printed)} | {about} | {_safe(standing)} | <value> |"
    yield ""


def _about(document: Document, key: str) -> str:
    """Return what a number is about, for readers, and the row that it is, for whoever corrects it."""
    number, row = document.numbers.get(key), rows_of(document).get(key)
    about = _safe(about_text(document, number, (row,) if row else ()))
    return " ".join(part for part in (about, f"(row `{key}`)" if row else "") if part)


def _standing(document: Document, key: str, asked: str, use: Use) -> str:
    """Return what is left of a number without the source or row."""
    number = document.numbers.get(key)
    if number is None:
        return "a chart’s mark: to be drawn anew"
    if number.formula:
        return f"to be computed anew: {number.formula}"
    if number.kind == "range":
        return "a range that it is part of"
    others = other_sources(document, number, asked, frozenset(use.rows))
    if others:
        return f"also stated by {listed([short_mark(document, one) for one in others])}"
    rivals = [f"{one.text} ({short_mark(document, one.source.key)})" for one in number.rivals]
    return f"no other source; others say {listed(rivals)}" if rivals else "no other source"


def _list(head: str, recall: Recall, passages: list[Affected]) -> Iterator[str]:
    if passages:
        yield f"{head}:"
        yield ""
        yield from (_item(recall, one) for one in passages)
        yield ""


def _item(recall: Recall, affected: Affected) -> str:
    sentence, names, all_of_them = affected.use.sentence, affected.versions, len(recall.versions)
    told = listed(names) if len(names) <= MOST_TOLD else f"{len(names)} of {all_of_them} versions"
    only = f" (only in {told})" if len(names) < all_of_them else ""
    return f"- {_safe(where_text(sentence.where))}{only}: “{_safe(sentence.text)}”"


def _states(use: Use) -> bool:
    return "number" in use.how or "mark" in use.how


def _safe(text: str) -> str:
    """Return a text of data so that Markdown prints it as it is."""
    return _MARKUP.sub(r"\\\1", text)
