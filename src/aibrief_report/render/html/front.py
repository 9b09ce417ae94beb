"""The front matter: the title block, and the list of headings beside the text."""

from __future__ import annotations

from aibrief_report.model.blocks import Block, Heading, Provenance, References
from aibrief_report.model.document import Author, Meta
from aibrief_report.model.walk import plain
from aibrief_report.render.html.figures import data_address
from aibrief_report.render.html.markup import address, element, paragraph, text
from aibrief_report.render.html.pen import Pen
from aibrief_report.render.imprint import version_lines

NAV_LEVELS = 2


def title_block(pen: Pen) -> str:
    """Return what stands above the text: kind and series, title, subtitle, and who answers for it when."""
    meta = pen.document.meta
    parts = [
        _logo(pen),
        paragraph(_genre(meta, pen), class_="genre"),
        element("h1", pen.inlines(meta.title), id="title"),
        paragraph(pen.inlines(meta.subtitle), class_="deck") if meta.subtitle else "",
        _imprint(pen),
    ]
    return element("header", "\n".join(part for part in parts if part), class_="title-block")


def contents(pen: Pen) -> str:
    """Return the list of headings as a tree of links; nothing for a text without headings."""
    found = [line for block in pen.document.blocks if (line := _nav_line(block)) is not None]
    if not found:
        return ""
    lines, depth = [], 0
    for level, number, title, anchor in found:
        lines.append(
            "<ol><li>" * (level - depth) if level > depth else "</li></ol>" * (depth - level) + "</li><li>"
        )
        shown = (element("span", text(number), class_="no") + " " if number else "") + text(title)
        lines.append(element("a", shown, href=f"#{anchor}"))
        depth = level
    lines.append("</li></ol>" * depth)
    title = paragraph(text(pen.words["contents"]), class_="nav-title", id="contents")
    return element("nav", title + "".join(lines), aria_labelledby="contents")


def side(pen: Pen) -> str:
    """Return what stands beside the text on a wide screen, above it on a phone."""
    return element("div", contents(pen) + _appearance(pen), class_="contents")


def _appearance(pen: Pen) -> str:
    """Return the switch between light and dark: which is on, the style sheet sees without a script."""
    legend = element("legend", text(pen.words["appearance"]))
    choices = "".join(_choice(one, pen) for one in ("auto", "light", "dark"))
    return element("fieldset", legend + choices, class_="appearance")


def _choice(name: str, pen: Pen) -> str:
    key = f"appearance-{name}"
    button = element("input", type="radio", name="appearance", id=key, checked=name == "auto")
    return element("label", button + text(pen.words[key]))


def _nav_line(block: Block) -> tuple[int, str, str, str] | None:
    match block:
        case Heading() if block.level <= NAV_LEVELS:
            return block.level, block.number, plain(block.inlines), block.anchor
        case References() | Provenance():
            return 1, "", plain(block.title), block.anchor
        case _:
            return None


def _genre(meta: Meta, pen: Pen) -> str:
    number = pen.words["number-sign"].format(number=meta.number) if meta.number else ""
    series = " ".join(part for part in (meta.series, number) if part)
    kind = element("span", text(meta.genre), class_="kind") if meta.genre else ""
    return " ".join(
        part for part in (kind, element("span", text(series), class_="of") if series else "") if part
    )


def _imprint(pen: Pen) -> str:
    """Return authors, date, publisher, licence and version, each with its name."""
    meta, words = pen.document.meta, pen.words
    rows = (
        (words["authors"], "".join(_author(one) for one in meta.authors)),
        (words["date"], element("time", text(meta.date_text), datetime=meta.date) if meta.date else ""),
        (words["publisher"], text(meta.publisher)),
        (words["licence"], _licence(meta)),
        *(
            (label, element("span", text(line), class_="version"))
            for label, line in version_lines(pen.document)
        ),
    )
    shown = (
        element("li", f"{element('span', text(label), class_='key')} {value}")
        for label, value in rows
        if value
    )
    return element("ul", "\n".join(shown), class_="imprint")


def _author(author: Author) -> str:
    place = element("span", text(author.affiliation), class_="affiliation") if author.affiliation else ""
    return element("span", f"{text(author.name)} {place}".strip(), class_="author")


def _licence(meta: Meta) -> str:
    if not meta.licence_url:
        return text(meta.licence)
    return element("a", text(meta.licence or meta.licence_url), href=address(meta.licence_url), rel="license")


def _logo(pen: Pen) -> str:
    if not pen.theme.logo:
        return ""
    name = pen.document.meta.publisher or pen.document.meta.series
    return element("img", src=data_address("image/svg+xml", pen.theme.logo.encode()), alt=name, class_="logo")
