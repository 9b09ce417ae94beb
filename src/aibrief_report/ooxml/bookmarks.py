"""Bookmarks: the places that links and fields lead to, and the keys by which paragraphs are found again."""

from __future__ import annotations

from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.ooxml.markup import Xml


def bookmark(anchor: str, number: int, content: Xml) -> Xml:
    """Return content within the anchor's bookmark; `number` is unique in the document."""
    return Xml(
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(anchor)}"/>'
        f'{content}<w:bookmarkEnd w:id="{number}"/>'
    )
