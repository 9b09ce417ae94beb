"""When a source is corrected or withdrawn: what to tell the readers of every brief that rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from aibrief_report.digest import Json
from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain
from aibrief_report.trace.across import Used, used_json
from aibrief_report.trace.uses import Use, supported_by
from aibrief_report.trace.wording import (
    listed,
    once,
    reference_text,
    short_mark,
    spaced,
    where_text,
)

_MARKUP = re.compile(r"([\\`*_\[\]<>|])")


@dataclass(frozen=True, slots=True)
class Affected:
    """A passage of a brief, and the versions in which it stands word for word."""

    use: Use
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recall:
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
    found: dict[tuple[str, str], tuple[Use, list[str]]] = {}
    for one in versions:
        for use in one.uses:
            key = (use.sentence.where, use.sentence.text)
            found.setdefault(key, (use, []))[1].append(one.kept.version)
    return tuple(Affected(use, tuple(dict.fromkeys(names))) for use, names in found.values())


def erratum(recall: Recall, key: str, reason: str = "") -> str:
    """Return the draft of an erratum as Markdown, the same for the same versions.

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
    title, versions = _safe(plain(meta.title)), [one.kept.version for one in recall.versions]
    series = " ".join(part for part in (meta.series, meta.number) if part)
    yield f"# Correction to “{title}”"
    yield ""
    yield f"{_safe(', '.join(once((series, meta.publisher, meta.date_text))))}. " + (
        f"Concerns the {'versions' if len(versions) > 1 else 'version'} {listed(versions)}."
    )
    yield ""
    yield _what(recall.document, key, reason)
    yield ""
    yield from _list("These passages state a figure from it, or one computed from it:", recall, key, True)
    yield from _list("These rest on it in another way:", recall, key, False)
    yield "The corrected version is <version>, of <date>."


def _what(document: Document, key: str, reason: str) -> str:
    known = any(one.key == key for one in document.references)
    what = f"The source “{_safe(reference_text(document, key))}”" if known else f"The figure of row `{key}`"
    told = f": {_safe(reason.strip().rstrip('.'))}." if reason.strip() else ". <Say what was wrong.>"
    return f"{what} has been corrected or withdrawn{told}"


def _list(head: str, recall: Recall, key: str, stated: bool) -> Iterator[str]:
    chosen = [one for one in recall.passages if _states(one.use) == stated]
    if not chosen:
        return
    yield head
    yield ""
    for one in chosen:
        yield from _item(recall, one, key)
    yield ""


def _states(use: Use) -> bool:
    return "number" in use.how or "mark" in use.how


def _item(recall: Recall, affected: Affected, key: str) -> Iterator[str]:
    use = affected.use
    missing = len(affected.versions) < len(recall.versions)
    only = f" (only in {listed(affected.versions)})" if missing else ""
    yield f"- {_safe(where_text(use.sentence.where))}{only}: “{_safe(use.sentence.text)}”"
    if _states(use):
        for number, printed in dict(zip(use.numbers, use.printed, strict=True)).items():
            yield f"  - {_safe(printed)}: {_standing(recall.document, number, key, use)} Should read: <value>."


def _standing(document: Document, key: str, asked: str, use: Use) -> str:
    """Return whether a number still stands without the source or row."""
    number = document.numbers.get(key)
    if number is None:
        return f"row `{key}`."
    others = supported_by(number, asked, use.rows)
    if number.formula:
        return f"computed ({_safe(number.formula)})."
    if others:
        return f"also stated by {_safe(listed([short_mark(document, one) for one in others]))}."
    rivals = [f"{one.text} ({short_mark(document, one.source.key)})" for one in number.rivals]
    return f"no other source states it; others say {_safe(listed(rivals))}." if rivals else (
        "no other source states it."
    )


def _safe(text: str) -> str:
    """Return a text of data so that Markdown prints it as it is."""
    return _MARKUP.sub(r"\\\1", text)
