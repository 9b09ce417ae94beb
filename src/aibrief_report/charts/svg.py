"""Vega's SVG made fit to print and to stand in a page: small, without outside references, ids its own.

- The size is in points; numbers have two decimals, so that machines agree.
- What a mark says on hover becomes its `<title>`, with the row behind it in `data-row`.
- Ids carry a prefix, because a page holds several charts, and a number in place of Vega's.
- The ground is transparent, and all paint stands in `fill` and `stroke` attributes, in the theme's own
  colours: a page can turn `[fill="#1b1e23"]` over in the dark.
- Vega's own classes and roles go, as do groups and paths that draw nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SVG = "http://www.w3.org/2000/svg"
_DROPPED = (
    "aria-hidden",
    "aria-roledescription",
    "aria-label",
    "aria-description",
    "class",
    "pointer-events",
    "role",
    "tabindex",
)
_DEFAULTS = (
    ("opacity", "1"),
    ("fill-opacity", "1"),
    ("stroke-opacity", "1"),
    ("font-weight", "400"),
    ("text-anchor", "start"),
)
_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?|-?\d+(?:\.\d+)?e-\d+")
_GEOMETRY = frozenset(
    ("d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "stroke-dasharray", "viewBox")
)


def cleaned(svg: str, prefix: str, alt: str, rows: Mapping[str, str]) -> str:
    """Return the SVG as it is kept. `rows` gives the row id of what a mark says on hover."""
    from lxml import etree  # here: a cached chart reads no XML

    root = etree.fromstring(svg.encode())
    ids = {one.get("id", ""): f"{prefix}-{at}" for at, one in enumerate(root.iterfind(".//*[@id]"), 1)}
    for element in list(root.iter(f"{{{_SVG}}}*")):
        _clean(element, ids, rows)
    _prune(root)
    _flatten(root)
    _hoist(root, ("font-family", "font-size"))
    _size(root, alt)
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def with_ground(svg: str, colour: str) -> str:
    """Return the SVG on a ground of one colour, as a picture in pixels needs it."""
    end = svg.index(">") + 1
    return f'{svg[:end]}<rect width="100%" height="100%" fill="{colour}"/>{svg[end:]}'


def _clean(element: _Element, ids: Mapping[str, str], rows: Mapping[str, str]) -> None:
    from lxml import etree

    said = element.get("aria-label", "")
    for name in _DROPPED:
        element.attrib.pop(name, "")
    for name, default in _DEFAULTS:
        if element.get(name) == default:
            del element.attrib[name]
    for key, value in element.attrib.items():
        element.set(key, _renamed(_rounded(str(key), str(value)), str(key), ids))
    if said and element.tag != f"{{{_SVG}}}g":
        title = etree.Element(f"{{{_SVG}}}title")
        title.text = said
        element.insert(0, title)
        if rows.get(said):
            element.set("data-row", rows[said])


def _rounded(name: str, value: str) -> str:
    if name not in _GEOMETRY:
        return value
    return _NUMBER.sub(lambda found: f"{round(float(found[0]), 2) + 0:g}", value)


def _renamed(value: str, name: str, ids: Mapping[str, str]) -> str:
    """Return the value with Vega's ids replaced: they count on from chart to chart, which would show."""
    if name == "id":
        return ids[value]
    return re.sub(r"url\(#([^)]+)\)", lambda found: f"url(#{ids.get(found[1], found[1])})", value)


def _prune(root: _Element) -> None:
    """Take out what draws nothing: hidden paths, grounds without paint, groups left empty."""
    for element in reversed(list(root.iter(f"{{{_SVG}}}*"))):
        parent = element.getparent()
        if parent is None:
            continue
        ground = element.tag == f"{{{_SVG}}}path" and not {"fill", "stroke"} & set(element.attrib)
        empty = element.tag == f"{{{_SVG}}}g" and len(element) == 0
        if element.get("display") == "none" or empty or (ground and not _inherits(element)):
            parent.remove(element)


def _flatten(root: _Element) -> None:
    """Put in place of each group that says nothing what stands in it."""
    for group in reversed(list(root.iter(f"{{{_SVG}}}g"))):
        parent = group.getparent()
        if parent is not None and set(group.attrib.items()) <= {("transform", "translate(0,0)")}:
            place = parent.index(group)
            parent[place : place + 1] = list(group)


def _hoist(root: _Element, names: tuple[str, ...]) -> None:
    """Say once, at the root, what all texts say alike."""
    texts = list(root.iter(f"{{{_SVG}}}text"))
    for name in names:
        held = {text.get(name, "") for text in texts}
        if len(held) == 1:
            root.set(name, held.pop())
            for text in texts:
                text.attrib.pop(name, "")


def _inherits(element: _Element) -> bool:
    return any(parent.get("fill", "none") != "none" for parent in element.iterancestors())


def _size(root: _Element, alt: str) -> None:
    for name in ("width", "height"):
        root.set(name, f"{float(root.get(name, '0')):g}pt")
    root.attrib.pop("version", "")
    root.set("class", "chart")
    root.set("role", "img")
    if alt:
        root.set("aria-label", alt)
