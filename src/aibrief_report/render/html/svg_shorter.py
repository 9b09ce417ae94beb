"""The same drawing in fewer letters: a page holds each chart twice.

Texts stand by `x` and `y`, not by `transform`; what is nought by default goes; what neighbours say alike, a
group says once. The order of painting stays.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SVG = "{http://www.w3.org/2000/svg}"
_TEXT, _LINE, _PATH, _GROUP = (f"{_SVG}{name}" for name in ("text", "line", "path", "g"))
_MOVED = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
_SHARED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor", "font-weight")


def shorten(root: _Element) -> None:
    """Shorten a drawing in place."""
    for one in list(root.iter("{*}*")):
        if one.tag == _TEXT:
            _set_by_place(one)
        elif one.tag == _LINE:
            _drop(one, {"x2": "0", "y2": "0", "transform": "translate(0,0)"})
        elif one.tag == _PATH and not _stroked(one):
            one.attrib.pop("stroke-width", "")
    for parent in list(root.iter("{*}*")):
        _gather(parent)


def _set_by_place(text: _Element) -> None:
    moved = _MOVED.fullmatch(str(text.get("transform", "")))
    if moved and not {"x", "y"} & set(text.attrib):
        del text.attrib["transform"]
        for side, at in zip("xy", moved.groups(), strict=True):
            if at != "0":
                text.set(side, at)


def _drop(one: _Element, defaults: dict[str, str]) -> None:
    for name, default in defaults.items():
        if one.get(name) == default:
            del one.attrib[name]


def _stroked(one: _Element) -> bool:
    return "stroke" in one.attrib or any(above.get("stroke") for above in one.iterancestors())


def _gather(parent: _Element) -> None:
    """Put neighbours that are drawn alike into a group that says how."""
    for manner, run in groupby(list(parent), key=_manner):
        found = list(run)
        if manner is None or len(found) < 2:
            continue
        group = found[0].makeelement(_GROUP, dict(manner[1]))
        parent.insert(parent.index(found[0]), group)
        for one in found:
            for name, _ in manner[1]:
                del one.attrib[name]
            group.append(one)


def _manner(one: _Element) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """Return in what way an element is drawn; `None` for one that stays by itself."""
    if one.tag not in (_TEXT, _LINE) or (one.tag == _LINE and len(one)):
        return None
    held = tuple((name, str(one.get(name))) for name in _SHARED if one.get(name))
    return (str(one.tag), held) if held else None
