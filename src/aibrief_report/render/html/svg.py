"""A chart's SVG made fit to stand within the page: checked, named, sized by the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aibrief_report.errors import Fault, RenderError

if TYPE_CHECKING:
    from lxml.etree import _Element

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_FORBIDDEN = frozenset(
    {f"{_SVG}{name}" for name in ("script", "foreignObject", "iframe", "a", "animate", "set")}
)
_URL = re.compile(r"url\(#([^)]+)\)")


def inline_svg(svg: str, alt: str, name: str) -> str:
    """Return SVG as part of a page: it scales, tells its alt text, and its ids carry `name`.

    Raises `RenderError` for SVG that is malformed, that could run, or that looks for something elsewhere.
    """
    from lxml import etree  # here: a brief without charts reads no XML

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(svg.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise RenderError(Fault(f"the drawing of {name!r} is no well-formed SVG: {error}")) from error
    if root.getroottree().docinfo.doctype:
        raise RenderError(Fault(f"the drawing of {name!r} declares a document type"))
    for one in root.iter():
        _check(one, name)
        _rename(one, name)
    _fit(root, alt)
    return str(etree.tostring(root, encoding="unicode"))


def _check(one: _Element, name: str) -> None:
    links = [one.get("href", "#"), one.get(_HREF, "#")]
    runs = one.tag in _FORBIDDEN or any(key.lower().startswith("on") for key in one.attrib)
    if runs or not all(link.startswith(("#", "data:image/")) for link in links):
        raise RenderError(
            Fault(f"the drawing of {name!r} holds a script or a link, which a page does not show")
        )


def _rename(one: _Element, name: str) -> None:
    for key, value in one.attrib.items():
        if key == "id":
            one.set(key, f"{name}-{value}")
        elif key in ("href", _HREF) and value.startswith("#"):
            one.set(key, f"#{name}-{value[1:]}")
        elif "url(#" in value:
            one.set(key, _URL.sub(rf"url(#{name}-\1)", value))


def _fit(root: _Element, alt: str) -> None:
    width, height = (re.sub(r"[^\d.]", "", root.get(side, "")) for side in ("width", "height"))
    if not root.get("viewBox") and width and height:
        root.set("viewBox", f"0 0 {width} {height}")
    for side in ("width", "height"):
        root.attrib.pop(side, None)
    root.set("role", "img")
    root.set("aria-label", alt)
    root.set("class", "drawing")
