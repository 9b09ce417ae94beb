"""What a drawing asks of those who draw it: its parts, counted as often as they are drawn.

`use` copies what it names, and so do patterns, markers, masks and clips, which may name one another: ten of
ten of ten. A browser's engine, WeasyPrint and resvg, that draw for us, set no bounds of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

MOST_BYTES = 2 * 2**20
"""Of the file, drawings within it included."""

MOST_PARTS = 10_000
"""Far more than any logo or figure has; copies of copies multiply."""

MOST_LETTERS = 20_000
"""In texts: some ten pages. Setting them takes time by the square of their number."""

MOST_STYLE = 2**16
_MOST_MATCHES = 1_000_000
"""Rules of the style sheets times parts of the drawing."""

_LARGEST = 20_000.0
"""Pixels of a side, where a drawing tells its size in them."""

_DEEPEST_COPY = 20
_LAYER = 10
"""Parts that a layer of its own costs as much as: a picture as large as the drawing, laid over it."""

_EFFECT = 50
_ENDLESS = frozenset(
    {
        *("feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feImage", "feMorphology"),
        *("feSpecularLighting", "feTile", "feTurbulence"),
    }
)
"""Effects whose cost grows with a number that is written beside them; WeasyPrint draws none of them."""

_GRADIENTS = ("linearGradient", "radialGradient")
_LAYERED = re.compile(r"(?<![\w-])(?:opacity|mask|clip-path|filter|isolation|mix-blend-mode)\s*:")
_LAYERS = frozenset({"opacity", "mask", "clip-path", "filter"})
_NAMED = re.compile(r"url\(\s*[\"']?\s*#([^)\"'\s]+)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)")
_COORDINATE = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_SIZE = re.compile(r"\s*([0-9.]+(?:e[+-]?\d+)?)", re.IGNORECASE)


def too_much(root: etree._Element) -> str | None:
    """Return why a drawing would take a machine's time or memory; `None` where it does not."""
    parts = [node for node in root.iter() if type(node) is etree._Element]
    if len(parts) > MOST_PARTS:
        return f"has more than {MOST_PARTS:,} parts"
    effect = next((name for node in parts if (name := _kind(node)) in _ENDLESS), None)
    if effect:
        return f"holds <{effect}>, which may take for ever to draw"
    if any(_length(root.get(side) or "") > _LARGEST for side in ("width", "height")):
        return f"is more than {_LARGEST:,.0f} pixels wide or high"
    if sum(len(_text(node)) for node in parts if _kind(node) == "text") > MOST_LETTERS:
        return f"has more than {MOST_LETTERS:,} letters in its texts"
    style = _COMMENT.sub("", "".join(_text(node) for node in parts if _kind(node) == "style"))
    if len(style) > MOST_STYLE or style.count("{") * len(parts) > _MOST_MATCHES:
        return "has more rules of style than a drawing needs"
    if _Count(_named(parts), tuple(_rules(style))).of(root, 0) > MOST_PARTS:
        return "copies its parts without end"
    return None


class _Count(Struct):
    """Counts parts as they are drawn. `rules` are those of style that copy something or ask for a layer."""

    named: dict[str, etree._Element]
    rules: tuple[tuple[frozenset[str], str], ...]
    drawn: dict[str, int] = field(default_factory=dict)

    def of(self, node: etree._Element, depth: int) -> int:
        """Return how much is drawn of an element and all within it; a large number for a circle."""
        if depth > _DEEPEST_COPY:
            return MOST_PARTS + 1
        total = 0
        for one in node.iter():
            if type(one) is etree._Element:
                styles = list(self._styles(one))
                total += _weight(one, styles)
                total += sum(times * self._copied(key, depth + 1) for key, times in _copies(one, styles))
            if total > MOST_PARTS:
                return MOST_PARTS + 1
        return total

    def _copied(self, key: str, depth: int) -> int:
        if key not in self.named or _kind(self.named[key]) in _GRADIENTS:
            return 0
        if key not in self.drawn:
            self.drawn[key] = MOST_PARTS + 1  # so that a circle is one
            self.drawn[key] = self.of(self.named[key], depth)
        return self.drawn[key]

    def _styles(self, node: etree._Element) -> Iterator[str]:
        """Yield the styles that an element has: its own, and those of rules that may be meant for it."""
        if node.get("style"):
            yield node.get("style", "")
        classes = set((node.get("class") or "").split())
        yield from (body for wanted, body in self.rules if not wanted or wanted & classes)


def _weight(node: etree._Element, styles: list[str]) -> int:
    if _kind(node).startswith("fe"):
        return _EFFECT
    layered = not _LAYERS.isdisjoint(node.attrib) or any(_LAYERED.search(one) for one in styles)
    return _LAYER if layered else 1


def _copies(node: etree._Element, styles: list[str]) -> Iterator[tuple[str, int]]:
    """Yield the ids of what an element draws beside itself, and how often it does."""
    for name, value in node.attrib.items():
        if etree.QName(str(name)).localname == "href":
            yield str(value).strip().removeprefix("#"), 1
        elif name != "style":
            times = _corners(node) if str(name).startswith("marker") else 1
            yield from ((key, times) for key in _NAMED.findall(str(value)))
    for style in styles:
        times = _corners(node) if "marker" in style else 1
        yield from ((key, times) for key in _NAMED.findall(style))


def _corners(node: etree._Element) -> int:
    """Return about how many corners a line has: a marker may stand at each."""
    return 1 + len(_COORDINATE.findall(f"{node.get('d') or ''} {node.get('points') or ''}")) // 2


def _rules(style: str) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the rules that copy or ask for layers, with the classes that they are for (none: all)."""
    for selector, body in _RULE.findall(style):
        if _NAMED.search(body) or _LAYERED.search(body):
            each = [frozenset(_CLASS.findall(one)) for one in selector.split(",")]
            bounded = all(each) and "(" not in selector
            yield (frozenset[str]().union(*each) if bounded else frozenset()), body


def _named(parts: list[etree._Element]) -> dict[str, etree._Element]:
    return {key: node for node in parts if (key := node.get("id"))}


def _length(text: str) -> float:
    found = _SIZE.match(text)
    try:
        return float(found[1]) if found else 0.0
    except ValueError:
        return 0.0


def _text(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def _kind(node: etree._Element) -> str:
    return etree.QName(node).localname
