"""Citations and the reference list of a document, as its style prints them, in one call of pandoc.

All citations go in one call, in the order in which they are read, since letters after years, short forms
and "ibid." depend on what stands before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.digest import Json, canonical, sha256
from aibrief_report.errors import Faults, Place, ReferencesError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.model.blocks import Paragraph
from aibrief_report.model.document import Reference
from aibrief_report.model.inlines import Citation, Inline, Inlines, Link, Note, Superscript, Text
from aibrief_report.model.json import from_json, to_json
from aibrief_report.references.answer import Answer, read_answer
from aibrief_report.references.defects import engine_item
from aibrief_report.references.engine import engine_version, run_pandoc
from aibrief_report.references.library import Library
from aibrief_report.references.locales import csl_locale
from aibrief_report.references.names import author_words
from aibrief_report.references.request import request_bytes
from aibrief_report.references.styles import Style
from aibrief_report.store.cache import Cache

_FORM = 1
"""Raised when this room makes something else of the same request, so that old results are not believed."""

_ARGUMENTS = ("-f", "json", "-t", "json", "--citeproc")


class Formatted(Struct, frozen=True):
    """A document's citations, one for each cluster asked for, and its reference list in printed order.

    Where `note` is true the style cites in footnotes: a cluster then is a `Note` (unnumbered), behind the
    author's name where the citation is narrative. Within a footnote no note can stand: see `without_notes`.
    """

    clusters: tuple[Inlines, ...]
    entries: tuple[Reference, ...]
    note: bool


def format_references(
    library: Library,
    clusters: Sequence[Citation],
    extra: Sequence[str],
    style: Style,
    language: str,
    cache: Cache,
    *,
    places: Mapping[str, Place] | None = None,
    notes: Sequence[int] | None = None,
) -> Formatted:
    """Return the citations and the reference list of a document.

    `clusters` are all its citations in reading order; `extra` are keys that are listed although no citation
    names them, in the order in which a numbered style is to list them. `language` is the document's, a
    BCP 47 tag. `places` tells where keys are used, for messages. `notes` are the numbers of the footnotes
    that clusters stand in, where the document has other footnotes too; without, they are counted from 1.
    Raises `ReferencesError` with all unknown keys at once, with all sources that the style leaves out of
    its list, or where pandoc fails.
    """
    keys = tuple(dict.fromkeys([*(item.key for one in clusters for item in one.items), *extra]))
    _check_keys(keys, library, places or {})
    if not keys:
        return Formatted(((),) * len(clusters), (), style.note)
    asked = tuple(replace(one, children=(), anchor="") for one in clusters)
    numbers = tuple(notes) if notes is not None else tuple(range(1, len(asked) + 1))
    items = {key: engine_item(library[key]) for key in keys}
    request = request_bytes(tuple(items.values()), asked, numbers, style, csl_locale(language))
    ingredients = _ingredients(request, language)
    held = cache.get(ingredients)
    if held is None:
        answer = read_answer(run_pandoc(_ARGUMENTS, request))
        _check_answer(answer, asked, items, style, places or {})
        held = _pack(_named(answer, asked, library, style, language))
        cache.put(ingredients, held)
    return _unpack(held, library, style)


def without_notes(inlines: Inlines) -> Inlines:
    """Return a cluster with the text of its notes in place of the notes, for where no note can stand."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Note):
            found += [Text(", ")] if found else []
            found += [
                part for block in inline.blocks if isinstance(block, Paragraph) for part in block.inlines
            ]
        else:
            found.append(inline)
    return tuple(found)


def _check_keys(keys: Iterable[str], library: Library, places: Mapping[str, Place]) -> None:
    faults = Faults(ReferencesError)
    for key in keys:
        if key not in library:
            faults.add(f"there is no source {key!r}", places.get(key), nearest(key, library))
    faults.check()


def _check_answer(
    answer: Answer, asked: Sequence[Citation], items: Library, style: Style, places: Mapping[str, Place]
) -> None:
    # Some styles leave kinds of sources out of their list (APA: personal communication) or print no year
    # (MLA), and pandoc only whispers of it: a number would lose its source.
    faults = Faults(ReferencesError)
    listed = {entry.key for entry in answer.entries}
    for key, item in items.items():
        if key not in listed:
            message = f"the style {style.name} lists nothing for {key!r} (of type {item['type']})"
            hint = "give the source a publisher or URL, or another type, or choose another style"
            faults.add(message, places.get(key), hint)
    for cluster, one in zip(answer.clusters, asked, strict=True):
        if not cluster:
            key = one.items[0].key
            message = f"the style {style.name} prints nothing for this citation of {key!r}"
            faults.add(message, places.get(key), "cite it with its author's name")
    faults.check()


def _ingredients(request: bytes, language: str) -> Json:
    # Sources, citations, style and locale are in the request; the language also decides how authors join.
    made_by: Json = [_FORM, engine_version()]
    return {"what": "references", "by": made_by, "asked": sha256(request), "language": language}


def _named(
    answer: Answer, asked: Sequence[Citation], library: Library, style: Style, language: str
) -> Answer:
    """Return the answer with authors named where the style's citations are mere numbers: "Smith [2]"."""
    if not style.nameless:
        return answer
    pairs = zip(answer.clusters, asked, strict=True)
    return replace(
        answer, clusters=tuple(_with_author(cluster, one, library, language) for cluster, one in pairs)
    )


def _with_author(cluster: Inlines, asked: Citation, library: Library, language: str) -> Inlines:
    if not asked.narrative:
        return cluster
    first = cluster[0].children[0] if cluster and isinstance(cluster[0], Link) else cluster[:1]
    words = author_words(library[asked.items[0].key], language)
    return (Text(words if isinstance(first, Superscript) else f"{words} "), *cluster)


def _pack(answer: Answer) -> bytes:
    return canonical({"clusters": to_json(answer.clusters), "entries": to_json(answer.entries)})


def _unpack(held: bytes, library: Library, style: Style) -> Formatted:
    parts = json.loads(held)
    entries: tuple[Reference, ...] = from_json(parts["entries"])
    whole = (replace(entry, csl=canonical(library[entry.key]).decode()) for entry in entries)
    return Formatted(from_json(parts["clusters"]), tuple(whole), style.note)
