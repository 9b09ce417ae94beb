"""Styles of the page's elements: what the same rules say of children of the same parent is one object.

WeasyPrint shares styles, too, but takes each element with an id for one of a kind, and with it all that it
holds: each number, each entry of the annex. Its own sheet also styles notes of every element. To work out
such styles one by one takes a quarter of a layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from aibrief_report.render.html.sources import style_sheet


@contextmanager
def without_ids(root: Any) -> Iterator[dict[Any, str]]:
    """Take the ids of a tree's elements away for a while; yield them."""
    names = {element: element.attrib.pop("id") for element in root.iter() if "id" in element.attrib}
    try:
        yield names
    finally:
        for element, name in names.items():
            element.set("id", name)


def share_styles(styles: dict[Any, Any]) -> None:
    """Let boxes before and after elements, and the marks of lists, share their styles.

    `styles` are WeasyPrint's, of which nothing is worked out yet, by element and pseudo-element.
    """
    known: dict[Any, Any] = {}
    for (element, pseudo), style in styles.items():
        if pseudo:
            said = ((name, id(value), weight) for name, (value, weight) in style.cascaded.items())
            key = (pseudo, id(style.parent_style), *said)
            styles[element, pseudo] = known.setdefault(key, style)
    for style in styles.values():
        style.lengths = {}


def name_anchors(styles: dict[Any, Any], names: dict[Any, str], targets: Any) -> None:
    """Make of each element that has a name the target of links; `targets` is WeasyPrint's collector."""
    for element, name in names.items():
        shared = styles[element, None]
        styles[element, None] = own = _anchored()(shared, name)
        own.lengths = shared.lengths
        targets.collect_anchor(name)


@cache
def elements_sheet() -> Any:
    """Return what elements are before anything is said of them, as a sheet of WeasyPrint's."""
    from weasyprint import CSS  # here: it takes time to import

    return CSS(string=style_sheet("elements"))


@cache
def _anchored() -> Any:
    from weasyprint.css import ComputedStyle

    class Anchored(ComputedStyle):  # type: ignore[misc]  # WeasyPrint ships no types
        """A shared style, and the anchor of one element."""

        def __init__(self, base: Any, anchor: str) -> None:
            super().__init__(
                base.parent_style,
                base.cascaded,
                base.pseudo_type,
                base.root_style,
                base.base_url,
                base.font_config,
                base.initial_page_sizes,
            )
            self.base, self.specified = base, base.specified
            self["anchor"] = anchor

        def __missing__(self, key: str) -> Any:
            """Return what the shared style says."""
            value = self[key] = self.base[key]
            return value

        @property
        def anonymous_style(self) -> Any:
            """The style of boxes without an element, to whom no anchor is handed down."""
            return self.base.anonymous_style

        def copy(self) -> Any:
            """Return a style that can be changed by itself."""
            found = Anchored(self.base, self["anchor"])
            found.update(self)
            found.specified = self.specified.copy()
            return found

    return Anchored
