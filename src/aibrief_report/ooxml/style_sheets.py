"""A style sheet that someone else made: its styles found by the names that Word gives its own.

Whatever the language of the Word that saved it, a built-in style bears the English name ("heading 1"), while
its id is in that language ("berschrift1"); other programs write names in capitals, or translate the
name and keep the id (ECMA-376 part 1, section 17.7.4.9).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lxml import etree

from aibrief_report.ooxml.names import clark

Kind = Literal["paragraph", "character", "table", "numbering"]
_STYLE, _NAME, _ALIASES = clark("w:style"), clark("w:name"), clark("w:aliases")
# What stands before a key that is no name as it is spelled.
_ANY_CASE, _ID_OF = "\0", "\1"
_TYPE, _ID, _VAL, _CUSTOM = clark("w:type"), clark("w:styleId"), clark("w:val"), clark("w:customStyle")


class StyleSheet:
    """The root of a `styles.xml`, and its styles by kind and name."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._styles = [one for one in root if one.tag == _STYLE]
        self._ids = {id_of(one): one for one in reversed(self._styles)}
        self._names: dict[tuple[str, str], etree._Element] = {}
        for key in (_by_name, _by_folded_name, _by_alias, _by_own_id):
            for one in self._styles:
                for found in key(one):
                    self._names.setdefault((kind_of(one), found), one)

    def __iter__(self) -> Iterator[etree._Element]:
        return iter(self._styles)

    def find(self, name: str, kind: Kind) -> etree._Element | None:
        """Return the style that Word knows by a name: by name, then in any capitals, then alias, then id.

        `None` where there is none of the kind.
        """
        keys = (name, f"{_ANY_CASE}{name.casefold()}", f"{_ID_OF}{style_id(name).casefold()}")
        return next((self._names[kind, key] for key in keys if (kind, key) in self._names), None)

    def by_id(self, style: str) -> etree._Element | None:
        """Return the style of an id; `None` where there is none."""
        return self._ids.get(style)

    def lineage(self, style: etree._Element) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on, one after the other; a circle ends where it closes."""
        seen: set[str] = set()
        found: etree._Element | None = style
        while found is not None and id_of(found) not in seen:
            seen.add(id_of(found))
            yield found
            base = found.find(clark("w:basedOn"))
            found = None if base is None else self.by_id(base.get(_VAL, ""))


def kind_of(style: etree._Element) -> str:
    """Return what a style is of."""
    return style.get(_TYPE, "paragraph")


def id_of(style: etree._Element) -> str:
    """Return the id by which paragraphs and other styles refer to a style."""
    return style.get(_ID, "")


def name_of(style: etree._Element) -> str:
    """Return the name of a style as the file spells it."""
    found = style.find(_NAME)
    return "" if found is None else found.get(_VAL, "")


def style_id(name: str) -> str:
    """Return the id of a style's name as Word makes it: "heading 1" is Heading1, "toc 1" is TOC1."""
    words = name.replace("toc ", "TOC ").split()
    return "".join(word[0].upper() + word[1:] for word in words)


def _by_name(style: etree._Element) -> tuple[str, ...]:
    return (name_of(style),)


def _by_folded_name(style: etree._Element) -> tuple[str, ...]:
    return (f"{_ANY_CASE}{name_of(style).casefold()}",)


def _by_alias(style: etree._Element) -> tuple[str, ...]:
    found = style.find(_ALIASES)
    names = "" if found is None else found.get(_VAL, "")
    return tuple(f"{_ANY_CASE}{one.strip().casefold()}" for one in names.split(","))


def _by_own_id(style: etree._Element) -> tuple[str, ...]:
    """Return the id of a built-in style: that of a style which somebody made says nothing."""
    return () if style.get(_CUSTOM) else (f"{_ID_OF}{id_of(style).casefold()}",)
