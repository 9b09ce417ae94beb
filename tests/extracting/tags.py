"""The tags of a PDF as an outline: a line an element, what only shapes text within a line left out."""

from __future__ import annotations

from collections.abc import Iterator

from tests.extracting.paper import Element, bare, meaning, without_pages
from tests.extracting.told import KINDS, Told, spell


def outline_of_tags(root: Element, meant: Told) -> str:
    """Return the structure tree in lines, its texts spelled as they are meant, wherever lines end."""
    known = {bare(words): words for kind in KINDS for words in meant[kind]}
    lines = (line for one in root.elements for line in _lines(one, "", known))
    return "\n".join(lines) + "\n"


def _lines(one: Element, indent: str, known: dict[str, str]) -> Iterator[str]:
    scope = f" ({one.scope})" if one.scope else ""
    if one.tag == "Figure":
        yield f"{indent}Figure: {one.alt}"
    elif one.is_leaf:
        yield f"{indent}{one.tag}{scope} {_words(one, known)}".rstrip()
        yield from _within(one, f"{indent}  ", known)
    else:
        yield f"{indent}{one.tag}{scope}"
        for kid in one.elements:
            yield from _lines(kid, indent + " ", known)


def _within(one: Element, indent: str, known: dict[str, str]) -> Iterator[str]:
    """Yield a line for each link and each footnote within a line of text."""
    for kid in one.elements:
        if kid.tag == "Note":
            yield f"{indent}Note {_words(Element('P', kid.kids), known)}"
        elif kid.target:
            yield f"{indent}→ {kid.target}"
        yield from _within(kid, indent + "  " * (kid.tag == "Note"), known)


def _words(one: Element, known: dict[str, str]) -> str:
    """Return the words of a line; in the title block, which is known in small letters only, as they stand."""
    apart = " " if one.tag in {"H1", "LBody"} else ""
    return meaning(without_pages(one), known) or spell(
        apart.join(kid if isinstance(kid, str) else kid.words for kid in one.kids)
    )
