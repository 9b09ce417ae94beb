"""What pandoc's citeproc gets wrong (measured against citeproc-js), put right before it is asked.

Each rule names its incident. `custom`, which is the project's own, is left out: no style may print it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from aibrief_report.digest import Json

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+")

_SIGNS = "-0123456789<"
_LETTERS = "\ua4d0\ua4d1\ua4d2\ua4d3\ua4d4\ua4d5\ua4d6\ua4d7\ua4d8\ua4d9\ua4da\ua4db"
"""Letters without case of a script (Lisu) that no source here is written in, in place of signs."""

_HIDDEN, _SHOWN = str.maketrans(_SIGNS, _LETTERS), str.maketrans(_LETTERS, _SIGNS)
_HYPHENATED = re.compile(r"(?P<head>[A-Z]*\d+)(?P<tail>-[\w-]+)", re.ASCII)

_NO_TAG = re.compile(r"<(?!/?(?:i|b|sub|sup|sc)>|span |/span>)")
"""A sign that begins none of the tags that CSL-JSON allows."""

_TITLES = frozenset({"title", "container-title", "collection-title", "title-short", "event-title"})
_SMALL = "a an and as at but by for from if in into nor of off on onto or over per so than the to via with"
_AFTER_INITIALS = re.compile(rf"(\b(?:[A-Z]\.){{2,}}) ({'|'.join(_SMALL.split())})\b")


def engine_item(item: Mapping[str, Json]) -> dict[str, Json]:
    """Return an item as pandoc must be given it, so that it prints what the style prescribes."""
    return {key: _value(key, value) for key, value in item.items() if key != "custom"}


def restored(text: str) -> str:
    """Return printed text with what `engine_item` put into it taken out again."""
    return text.translate(_SHOWN)


def _value(key: str, value: Json) -> Json:
    if isinstance(value, list | tuple):
        return [_name(part) for part in value]
    if not isinstance(value, str):
        return value
    if key == "number":
        return _one_number(value)
    # "A <b2> model" lost its "<b2>": whatever looks like a tag was taken for one.
    value = _NO_TAG.sub(lambda sign: sign[0].translate(_HIDDEN), value)
    if key in _TITLES:
        # "China Outpacing U.S. In Patents": a stop was taken for the end of a sentence.
        return _AFTER_INITIALS.sub(r'\1 <span class="nocase">\2</span>', value)
    return value


def _one_number(value: str) -> str:
    # "Working Paper Nos. 2024-15", "Pub. L. Nos. 116-283": a hyphen was taken for a range of numbers. Letters
    # after a number are taken for its suffix, so that it stays one number and keeps its "No.".
    found = _HYPHENATED.fullmatch(value)
    return found["head"] + found["tail"].translate(_HIDDEN) if found else value


def _name(value: Json) -> Json:
    # 王小明 was printed as "王小明.": a given name without Latin letters was taken for initials.
    if isinstance(value, Mapping) and _is_cjk(value.get("family")) and _is_cjk(value.get("given")):
        return {"literal": f"{value['family']}{value['given']}"}
    return value


def _is_cjk(text: Json) -> bool:
    return isinstance(text, str) and _CJK.fullmatch(text) is not None
