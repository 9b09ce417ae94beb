"""A chart's SVG made fit to stand within the page: checked, named and sized by the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aibrief_report.errors import Fault, RenderError
from aibrief_report.render.html.svg_shorter import shorten

if TYPE_CHECKING:
    from lxml.etree import _Element

_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_FORBIDDEN = frozenset(
    f"{_SVG}{name}" for name in ("script", "foreignObject", "iframe", "a", "animate", "set")
)
_URL = re.compile(r"url\(#([^)]+)\)")


def inline_svg(svg: str, alt: str, name: str, like: str = "") -> str:
    """Return SVG as part of a page: it scales, tells its alt text, and its ids carry `name`.

    `like` is the name of another drawing of the same chart, whose alt text and marks speak for both.

    Raises `InputError` for SVG that is malformed, `RenderError` for SVG that could run or that looks for
    something elsewhere.
    """
    from lxml import etree  # here: a brief without charts reads no XML

    from aibrief_report.ooxml.parsing import parse

    root = parse(svg.encode(), name)
    for one in root.iter("{*}*"):
        _check(one, name)
        _rename(one, name)
    if like:
        _silence(root)
    shorten(root)
    _fit(root)
    _name(root, alt, name, like)
    # Within HTML the parser itself knows the namespace.
    return str(etree.tostring(root, encoding="unicode")).replace(f' xmlns="{_SVG[1:-1]}"', "", 1)


def _silence(root: _Element) -> None:
    """Leave of what marks say only that they are marks."""
    for title in root.iter(f"{_SVG}title"):
        title.text = None
        mark = title.getparent()
        if mark is not None:
            mark.attrib.pop("data-row", "")


def _check(one: _Element, name: str) -> None:
    links = [_get(one, key) or "#" for key in _HREFS]
    runs = one.tag in _FORBIDDEN or any(str(key).lower().startswith("on") for key in one.attrib)
    if runs or not all(link.startswith(("#", "data:image/")) for link in links):
        raise RenderError(
            Fault(f"the drawing of {name!r} holds a script or a link, which a page does not show")
        )


def _rename(one: _Element, name: str) -> None:
    for key in (str(key) for key in one.attrib):
        value = _get(one, key)
        if key == "id":
            one.set(key, f"{name}-{value}")
        elif key in _HREFS and value.startswith("#"):
            one.set(key, f"#{name}-{value[1:]}")
        elif "url(#" in value:
            one.set(key, _URL.sub(rf"url(#{name}-\1)", value))


def _fit(root: _Element) -> None:
    width, height = (re.sub(r"[^\d.]", "", _get(root, side)) for side in ("width", "height"))
    if not _get(root, "viewBox") and width and height:
        root.set("viewBox", f"0 0 {width} {height}")
    for side in ("width", "height"):
        if side in root.attrib:
            del root.attrib[side]
    root.set("class", "drawing")


def _name(root: _Element, alt: str, name: str, like: str) -> None:
    root.set("role", "img")
    if like:
        root.attrib.pop("aria-label", "")
        root.set("aria-labelledby", f"{like}-drawing")
    else:
        root.set("id", f"{name}-drawing")
        root.set("aria-label", alt)


def _get(one: _Element, key: str) -> str:
    return str(one.get(key, ""))
