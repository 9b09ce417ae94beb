"""SVG drawings of a project, such as a logo or a picture: static, and reaching nothing outside themselves."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator

from lxml import etree

from aibrief_report.errors import BriefError
from aibrief_report.ooxml import rasters
from aibrief_report.ooxml.parsing import parse
from aibrief_report.theme.drawing_cost import MOST_BYTES, too_much

_ACTIVE = frozenset({"script", "foreignObject", "iframe", "handler", "listener", "audio", "video"})
_MOVING = frozenset({"set", "animate", "animateColor", "animateMotion", "animateTransform", "discard"})
_XHTML = "http://www.w3.org/1999/xhtml"
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg);base64,")
_REACHING = re.compile(r"url\(\s*[\"']?(?!\s*#)|@import", re.IGNORECASE)
_REACHING_STYLE = re.compile(rf"{_REACHING.pattern}|\\", re.IGNORECASE)
"""A backslash in a style can spell anything."""
_ENDLESS = re.compile(r"[zZ]\s*[^\sAaCcHhLlMmQqSsTtVvZz]")
"""What follows the end of a path but no command (SVG 2, 9.3.9): WeasyPrint 70 would read it for ever."""
_STYLED_PATH = re.compile(r"(?:^|[{;])\s*d\s*:", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_LENGTH = re.compile(r"([0-9.]+)(?:px)?")


def refused(data: bytes, name: str) -> str | None:
    """Return why a drawing cannot be shown; `None` where it can. `name` is that of its file."""
    if len(data) > MOST_BYTES:
        return f"{name} is larger than {MOST_BYTES >> 20} MiB"
    try:
        root = parse(data, name)
    except BriefError as error:
        return f"{name}: {error.faults[0].message}"
    if etree.QName(root).localname != "svg":
        return f"{name} is no SVG"
    reason = too_much(root) or next(_reasons(root), None)
    return f"{name} {reason}" if reason else None


def size(data: bytes, name: str) -> tuple[float, float] | None:
    """Return a drawing's width and height in pixels; `None` where its root tells neither box nor size."""
    root = parse(data, name)
    box = (root.get("viewBox") or "").replace(",", " ").split()
    sides = box[2:] if len(box) == 4 else [root.get("width") or "", root.get("height") or ""]
    found = [_LENGTH.fullmatch(side) for side in sides]
    try:
        width, height = (float(one[1]) if one else 0.0 for one in found)
    except ValueError:
        return None
    return (width, height) if width > 0 and height > 0 else None


def _reasons(root: etree._Element) -> Iterator[str]:
    for node in (*root.itersiblings(preceding=True), *root.iter()):
        if isinstance(node, etree._ProcessingInstruction):
            yield "names a style sheet or program to be run"
        elif _kind(node):
            yield from _element_reasons(node)


def _element_reasons(node: etree._Element) -> Iterator[str]:
    kind = etree.QName(node)
    if kind.localname in _ACTIVE or kind.namespace == _XHTML:
        yield f"holds <{kind.localname}>, which a drawing must not"
    if kind.localname in _MOVING:
        yield f"moves (<{kind.localname}>): a brief's drawings stand still"
    style = str(etree.tostring(node, encoding="unicode")) if kind.localname == "style" else ""
    if _REACHING_STYLE.search(style):
        yield "has a style that reaches outside it"
    if _STYLED_PATH.search(_COMMENT.sub("", style or node.get("style", ""))):
        yield "has a path in a style: put it into the attribute d"
    if broken := _ENDLESS.search(node.get("d", "")):
        yield f"has a path that goes on after its end: {broken[0]!r}"
    for name, value in _attributes(node):
        if name.lower().startswith("on"):
            yield f"runs a program ({name})"
        elif name == "href" and (reason := _held_picture(value.strip())):
            yield reason
        elif name == "base" or (name == "href" and not _INSIDE.match(value.strip())):
            yield f"reaches outside itself: {value}"
        elif (_REACHING_STYLE if name == "style" else _REACHING).search(value):
            yield f"reaches outside itself ({name})"


def _held_picture(address: str) -> str | None:
    """Return why a bitmap that a drawing holds cannot be shown; `None` where it can, or there is none."""
    head, _, body = address.partition(",")
    if address.startswith("#") or not _INSIDE.match(address):
        return None
    try:
        data = b64decode(body)
    except ValueError:
        return "holds a picture that is no base64"
    reason = rasters.unfit(data, head.removeprefix("data:").removesuffix(";base64"))
    return f"holds a picture that {reason}" if reason else None


def _kind(node: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for comments and such."""
    return etree.QName(node).localname if type(node) is etree._Element else ""


def _attributes(node: etree._Element) -> list[tuple[str, str]]:
    """Return the attributes of an element, their names without namespaces."""
    return [(etree.QName(str(key)).localname, str(value)) for key, value in node.attrib.items()]
