"""What pandoc is asked: the citations of a document, its sources and the style as one JSON document.

Style and sources travel inside it as `data:` addresses, so that no file is written or read for a request.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping, Sequence

from aibrief_report.digest import Json, canonical
from aibrief_report.model.inlines import Citation, CiteItem
from aibrief_report.references.locators import LABELS, Locator, read_locator
from aibrief_report.references.styles import Style

_API = (1, 23, 1)
_STYLE_TYPE = "application/vnd.citationstyles.style+xml"
_ITEMS_TYPE = "application/vnd.citationstyles.csl+json"


def request_bytes(
    items: Sequence[Mapping[str, Json]],
    clusters: Sequence[Citation],
    notes: Sequence[int],
    style: Style,
    locale: str,
) -> bytes:
    """Return the JSON document that asks for all clusters, one a paragraph, and for all items listed.

    `notes` are the numbers of the footnotes that the clusters stand in; items are listed in their order,
    where the style does not sort them.
    """
    listed = [_item(CiteItem(str(item["id"])), "NormalCitation") for item in items]
    meta: dict[str, Json] = {
        "lang": _string(locale),
        "csl": _string(_data_url(with_markers(style), _STYLE_TYPE)),
        "bibliography": _string(_data_url(canonical(list(items)), _ITEMS_TYPE)),
        "link-citations": {"t": "MetaBool", "c": True},
        "nocite": {"t": "MetaInlines", "c": [_cite(listed)]},
    }
    pairs = zip(clusters, notes, strict=True)
    blocks = [{"t": "Para", "c": [_cluster(one, note, locale)]} for one, note in pairs]
    return canonical({"pandoc-api-version": list(_API), "meta": meta, "blocks": blocks})


def with_markers(style: Style) -> bytes:
    """Return the style with a word of ours for each locator label, understood whatever the language.

    Pandoc reads "p. 3" only in words of the document's own locale: in a German brief, the English locators
    that stand in the data would be printed as "S. p. 3". A form that no style prints carries our word.
    """
    terms = "".join(f'<term name="{label}" form="verb-short">{_marker(label)}</term>' for label in LABELS)
    added = f'<locale xmlns="http://purl.org/net/xbiblio/csl"><terms>{terms}</terms></locale>'
    return style.data[: style.seam] + added.encode() + style.data[style.seam :]


def _marker(label: str) -> str:
    return f"xx{label}"


def _cluster(citation: Citation, note: int, locale: str) -> Json:
    # Numbered styles part items by a bare comma; what has words needs a space as well ("2, but 3").
    worded = any(item.prefix or item.locator for item in citation.items)
    found: list[Json] = []
    for item, mode in zip(citation.items, _modes(citation), strict=True):
        prefix = item.prefix.strip()
        spaced = f" {prefix}" if worded and found else prefix
        found.append(_item(item, mode, note, spaced, _suffix(read_locator(item.locator, locale))))
    return _cite(found)


def _modes(citation: Citation) -> Iterable[str]:
    for number, item in enumerate(citation.items):
        if citation.narrative and number == 0:
            yield "AuthorInText"
        else:
            yield "SuppressAuthor" if item.bare else "NormalCitation"


def _cite(items: Sequence[Json]) -> Json:
    return {"t": "Cite", "c": [items, []]}


def _item(item: CiteItem, mode: str, note: int = 0, prefix: str = "", suffix: str = "") -> Json:
    return {
        "citationId": item.key,
        "citationPrefix": _words(prefix),
        "citationSuffix": _words(suffix),
        "citationMode": {"t": mode},
        "citationNoteNum": note,
        "citationHash": 0,
    }


def _suffix(locator: Locator) -> str:
    if locator.label:
        return f" {{{_marker(locator.label)} {locator.value}}}{locator.rest}"
    # The empty braces keep pandoc from guessing: "Table 3" would be printed as "pp. Table 3".
    return f"{{}}, {locator.rest}" if locator.rest else ""


def _words(text: str) -> Sequence[Json]:
    found: list[Json] = []
    for number, word in enumerate(re.split("[ \t\n]", text)):
        found += [{"t": "Space"}] if number else []
        found += [{"t": "Str", "c": word}] if word else []
    return found


def _string(text: str) -> Json:
    return {"t": "MetaString", "c": text}


def _data_url(data: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"
