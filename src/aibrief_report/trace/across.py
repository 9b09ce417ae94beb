"""The uses of a row or source over all versions that are kept."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.errors import BriefError, Fault, ResolveError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.project import Project
from aibrief_report.ledger.read import read_ledger
from aibrief_report.model.document import Document
from aibrief_report.trace.uses import Use, uses
from aibrief_report.trace.wording import place_text, spaced, where_text
from aibrief_report.versions.shelf import Kept, Shelf


class Used(Struct, frozen=True):
    """A version that uses what was asked for, and how."""

    kept: Kept
    document: Document
    uses: tuple[Use, ...]


def versions_using(shelf: Shelf, key: str) -> tuple[Used, ...]:
    """Return every version that uses a row or source; what cannot be read is in the shelf's faults."""
    found = []
    for kept, document in shelf.holding(key):
        used = uses(document, key)
        if used:
            found.append(Used(kept, document, used))
    return tuple(found)


def check_known(project: Project, key: str) -> None:
    """Raise `ResolveError` where a key that no version uses is no row and no source of the project either."""
    try:
        ledger = read_ledger(Inputs(project.root))
    except BriefError:  # versions can be asked about while the tables are being worked on
        return
    known = [*ledger.observations, *ledger.events, *ledger.rates, *ledger.sources]
    if key not in known:
        hint = nearest(key, known) or "look for one with: aibrief data WORDS"
        raise ResolveError(Fault(f"there is no row and no source {key!r}", hint=hint))


def lines(found: tuple[Used, ...]) -> Iterator[str]:
    """Yield what is told of the uses: each version, and below it each passage with its place."""
    for one in found:
        yield one.kept.name
        for use in one.uses:
            yield f"  {passage(use)}"


def passage(use: Use) -> str:
    """Return a use as one line: where, the sentence, the numbers in question, the template's line."""
    sentence = use.sentence
    at = place_text(sentence.span)
    printed = f" [{'; '.join(dict.fromkeys(use.printed))}]" if use.printed else ""
    how = "" if "number" in use.how or use.how == ("mark",) else f" ({', '.join(use.how)})"
    return spaced(f"{where_text(sentence.where)}: “{sentence.text}”{printed}{how}{f' {at}' if at else ''}")


def used_json(found: tuple[Used, ...]) -> Json:
    """Return the uses as JSON, version by version."""
    return [
        {
            "brief": one.kept.brief,
            "version": one.kept.version,
            "latest": one.kept.latest,
            "uses": [use_json(use) for use in one.uses],
        }
        for one in found
    ]


def use_json(use: Use) -> Json:
    """Return one use as JSON."""
    sentence = use.sentence
    return {
        "where": sentence.where,
        "anchor": sentence.anchor,
        "sentence": sentence.text,
        "place": place_text(sentence.span),
        "how": list(use.how),
        "numbers": list(use.numbers),
        "printed": list(use.printed),
        "rows": list(use.rows),
    }
