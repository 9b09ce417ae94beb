"""A printed number: a link to its entry in the annex, with a card on screen that tells its origin."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.model.inlines import NumberText
from aibrief_report.model.sentence_ends import sentence_ends
from aibrief_report.model.walk import plain
from aibrief_report.render.annex import CONTESTED, AnnexEntry
from aibrief_report.render.facts import Role, facts, subject
from aibrief_report.render.html.markup import element, text
from aibrief_report.render.html.pen import Pen

_ON_CARD: frozenset[Role] = frozenset(
    {"value", "unit", "status", "formula", "range", "source", "rivals", "verdict"}
)
_WARNS: frozenset[Role] = frozenset({"rivals", "verdict"})


def number(node: NumberText, pen: Pen) -> str:
    """Return a number with its mark, link and card; within another link only the number and its mark."""
    return linked(node, text(node.text) + mark(node, pen), pen)


def mark(node: NumberText, pen: Pen) -> str:
    """Return the mark of a contested number; nothing for any other."""
    entry = pen.annex.numbers.get(node.number)
    if entry is None or not entry.contested:
        return ""
    return element("sup", CONTESTED, class_="contested", title=pen.words["contested"])


def linked(node: NumberText, printed: str, pen: Pen) -> str:
    """Return a number whose printed text is HTML already, as in a cell split at its decimal mark."""
    entry = pen.annex.numbers.get(node.number)
    place = node.anchor or None
    if entry is None or not pen.links:
        return element("span", printed, class_="number", id=place)
    target = pen.annex.target(node)
    href = f"#{target}" if target else None
    if pen.paper:
        return element("a", printed, class_="number", id=place, href=href)
    link = element("a", printed, href=href, tabindex=None if href else 0)
    # Focusable itself, so that a tap on a touch screen opens the card before a second tap follows the link.
    return element("span", link + _card(node, entry, pen), class_="number", id=place, tabindex="-1")


def _card(node: NumberText, entry: AnnexEntry, pen: Pen) -> str:
    """Return what the annex says of the number, in plain words: a card holds no links."""
    # What the number itself says needs no saying again.
    full = "" if entry.printed == node.text else element("b", text(entry.printed)) + " "
    lines = [full + text(subject(entry, pen.words))]
    for fact in facts(_brief(entry), pen.words):
        if fact.role in _ON_CARD:
            warns = "contested" if fact.role in _WARNS else None
            label = element("i", text(fact.label + pen.words["colon"]), class_=warns)
            lines.append(label + text(plain(fact.inlines)))
    return element("span", "<br>".join(lines))


def _brief(entry: AnnexEntry) -> AnnexEntry:
    """Return the entry as a card tells it, which the annex does in full.

    Rivals are without their places in their sources, and of a note there is the first sentence.
    """
    rivals = (replace(one, source=replace(one.source, locator="", credited="")) for one in entry.rivals)
    note = entry.note[: next(sentence_ends(entry.note), None)]
    return replace(entry, rivals=tuple(dict.fromkeys(rivals)), note=note)
