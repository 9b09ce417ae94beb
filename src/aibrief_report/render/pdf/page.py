"""The page as a tree for WeasyPrint: what was just written needs no parser for what others write.

All markup comes from one place (`render/html/markup.py`), where it is escaped and closed. Only elements
without an end tag tell it from XML, which is read twenty times as fast as HTML.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from aibrief_report.render.html.markup import VOID
from aibrief_report.render.pdf.fetch import only_data
from aibrief_report.render.pdf.once.styles import elements_sheet

_DOCTYPE = "<!doctype html>"
_VOID = re.compile(rf"<((?:{'|'.join(sorted(VOID))})\b[^<>]*)>")
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""What XML forbids beside control characters, which never come so far (XML 1.0, 2.2)."""


def tree(page: str) -> Element:
    """Return the elements of a page of ours. Raises `ParseError` for other markup."""
    markup = _VOID.sub(r"<\1/>", page.removeprefix(_DOCTYPE))
    return fromstring(_NO_CHARACTERS.sub("\ufffd", markup).strip())  # noqa: S314  # our own


def paper(page: str) -> Any:
    """Return a page of ours as WeasyPrint's `HTML`, which reads nothing but the page."""
    return _class()(page)


@cache
def _class() -> Any:
    from cssselect2 import ElementWrapper  # type: ignore[import-untyped]  # comes with WeasyPrint, no types
    from weasyprint import HTML  # here: it takes time to import

    class Paper(HTML):  # type: ignore[misc]  # WeasyPrint ships no types
        """A page whose elements are few and known."""

        def __init__(self, page: str) -> None:
            self.base_url, self.url_fetcher, self.media_type = None, only_data(), "print"
            self.wrapper_element = ElementWrapper.from_html_root(tree(page))
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [elements_sheet()]

    return Paper
