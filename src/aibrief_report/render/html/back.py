"""The back matter: the reference list, and the annex that tells where each number comes from."""

from __future__ import annotations

from aibrief_report.model.blocks import Provenance, References
from aibrief_report.model.document import Reference
from aibrief_report.model.inlines import Citation, CrossRef, Inline
from aibrief_report.model.walk import walk
from aibrief_report.render.anchors import reference_anchor
from aibrief_report.render.annex import CONTESTED, AnnexEntry
from aibrief_report.render.facts import Fact, facts, subject
from aibrief_report.render.html.inlines import whole
from aibrief_report.render.html.markup import element, paragraph, text
from aibrief_report.render.html.pen import Pen

_APART = "\u00a0 "
"""Between facts on paper. An element around each would say no more, and take a tenth of the layout."""


def references(node: References, pen: Pen) -> str:
    """Return the reference list, each entry linked back to where it is cited."""
    cited = _cited(pen)
    entries = (_reference(one, cited.get(one.key, []), pen) for one in pen.document.references)
    title = element("h2", pen.inlines(node.title), id=node.anchor)
    listed = element("ul", "\n".join(entries), class_="entries")
    return element("section", f"{title}\n{listed}", class_="references", role="doc-bibliography")


def provenance(node: Provenance, pen: Pen) -> str:
    """Return the annex of numbers."""
    title = element("h2", pen.inlines(node.title), id=node.anchor)
    lead = paragraph(text(pen.words["annex-note"]), class_="lead")
    entries = "\n".join(_entry(one, pen) for one in pen.annex.entries)
    return element(
        "section",
        f"{title}\n{lead}\n{element('div', entries, class_='entries')}",
        class_="annex",
        role="doc-appendix",
    )


def _cited(pen: Pen) -> dict[str, list[str]]:
    """Return the anchors of the citations of each source, in the order of the text."""
    found: dict[str, list[str]] = {}
    if pen.paper:
        return found
    for node in walk((pen.document.meta, pen.document.blocks)):
        if isinstance(node, Citation) and node.anchor:
            for item in node.items:
                found.setdefault(item.key, []).append(node.anchor)
    return found


def _reference(one: Reference, cited: list[str], pen: Pen) -> str:
    label = element("span", text(one.label), class_="ref-label") + " " if one.label else ""
    back = "".join(_back(place, anchor, pen) for place, anchor in enumerate(cited, start=1))
    links = " " + element("span", back, class_="backs") if back else ""
    return element("li", label + pen.inlines(one.inlines) + links, id=reference_anchor(one.key))


def _back(place: int, anchor: str, pen: Pen) -> str:
    label = f"{pen.words['back-to-text']} {place}"
    return element("a", f"↑{place}", href=f"#{anchor}", aria_label=label)


def _entry(entry: AnnexEntry, pen: Pen) -> str:
    mark = element("sup", CONTESTED, class_="contested") if entry.contested else ""
    printed = element("b", text(entry.printed) + mark + " ")
    head = paragraph(printed + text(subject(entry, pen.words)))
    apart = _APART if pen.paper else " "
    told = apart.join(
        _fact(fact, entry.kind == "chart" and not pen.paper, pen) for fact in facts(entry, pen.words)
    )
    return element(
        "div", head + (paragraph(told, class_="facts") if told else ""), class_="entry", id=entry.anchor
    )


def _fact(fact: Fact, charted: bool, pen: Pen) -> str:
    colon = pen.words["colon"]
    label = element("i", text(fact.label + colon.rstrip())) + (" " if colon.endswith(" ") else "")
    shown = [_linked(one, fact, pen) for one in fact.inlines]
    if fact.role == "source" and charted:
        shown = _apart(shown, pen.words["semicolon"])
    told = f"{label}{''.join(shown)}"
    return told if pen.paper else element("span", told, class_=fact.role)


def _apart(shown: list[str], between: str) -> list[str]:
    """Return parts of a line, each in a span: by its rows a script finds where a chart's value was read."""
    parts: list[list[str]] = [[]]
    for one in shown:
        if one == between:
            parts.append([])
        else:
            parts[-1].append(one)
    return [between.join(element("span", "".join(part)) for part in parts)]


def _linked(one: Inline, fact: Fact, pen: Pen) -> str:
    """Return an inline of a fact; on paper a place is followed by its page, which the layout fills in."""
    if not isinstance(one, CrossRef):
        return pen.draw(one)
    # Without the class of other references: an annex has hundreds, all of which look alike.
    on_page = "on-page" if pen.paper and fact.role == "places" else None
    return element("a", whole(one), class_=on_page, href=f"#{one.target}")
