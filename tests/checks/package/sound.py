"""A small sound DOCX, and ways of planting a fault in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree
from msgspec.structs import replace

from aibrief_report.checks.package.run import check_file
from aibrief_report.checks.run import Checked
from aibrief_report.model.blocks import Column, Figure, Heading, ListBlock, References, Row, Table
from aibrief_report.model.charts import Image
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import CrossRef, Link, Note
from aibrief_report.ooxml.ids import Ids
from aibrief_report.ooxml.names import NAMESPACES
from aibrief_report.ooxml.packages import write_package
from tests.documents import bar_chart, cite, n, p, png, small, t, torture
from tests.render.docx.written import package

DOCUMENT, STYLES, FOOTNOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
RELATIONS, COMMENTS = "word/_rels/document.xml.rels", "word/comments.xml"
CHART, BOOK = "word/charts/chart1.xml", "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"
CHART_RELATIONS = "word/charts/_rels/chart1.xml.rels"
COMMENT = Ids().comment("contest china-2023")
"""The id of the comment."""
NAMES = {
    **NAMESPACES,
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "v": "urn:schemas-microsoft-com:vml",
    "p": "urn:aibrief-report:provenance:1",
}

Members = dict[str, bytes]
Change = Callable[[Members], None]


@cache
def sound() -> Mapping[str, bytes]:
    """The parts of a DOCX with one of everything that rules look at, a comment too."""
    return package(_document())


def _document() -> Document:
    sentence = p(
        "Investment was ",
        n("q12", "$67.2 billion", 1),
        " and ",
        n("q13", "$7.76 billion", 2),
        " in ",
        CrossRef("fig-gap", "Figure 1"),
        Note((p("Rounds above $1.5 million only.", anchor="p-rounds"),), "fn1", 1),
        Note((p("In current dollars.", anchor="p-dollars"),), "fn2", 2),
        " ",
        cite("hai2024", "(Maslej 2024)", 1),
        ", see ",
        Link("https://example.org", t("the page")),
        anchor="p-one",
    )
    table = Table(
        (Column(t("Country")), Column(t("Models"), align="decimal")),
        (Row((t("China"), t("15"))), Row((t("United States"), t("61")))),
        t("Models"),
        "tab-models",
        label="Table 1",
    )
    blocks = (
        Heading(1, t("The gap"), "sec-gap", "1"),
        sentence,
        Figure(bar_chart(), t("A chart"), "fig-gap", label="Figure 1"),
        Heading(2, t("Below it"), "sec-below", "1.1"),
        ListBlock(((p("one", anchor="p-first"),), (p("two", anchor="p-second"),))),
        Figure(
            Image("map.png", "image/png", png(8, 3), "A plain field", 80, 30),
            t("A picture"),
            "fig-image",
            label="Figure 2",
        ),
        table,
        References(t("References")),
    )
    return replace(torture(), meta=small().meta, blocks=blocks)


def found_in(members: Mapping[str, bytes]) -> tuple[Checked, ...]:
    """What the rules find in a DOCX of these parts."""
    return check_file(write_package(members), "brief.docx")


def planted(*changes: Change) -> Members:
    """The parts of the sound file, changed."""
    members = dict(sound())
    for one in changes:
        one(members)
    return members


# Ways of changing -------------------------------------------------------------------------------


def change(part: str, path: str, work: Callable[[etree._Element], None]) -> Change:
    """Do something to the first element that an XPath finds in a part."""

    def changed(members: Members) -> None:
        root = etree.fromstring(members[part])
        elements = root.xpath(path, namespaces=NAMES)
        assert elements, f"{part} has no {path}"
        work(elements[0])
        members[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return changed


def gone(part: str, path: str) -> Change:
    """Take the first element out."""
    return change(part, path, lambda one: one.getparent().remove(one))


def setting(part: str, path: str, name: str, value: str | None) -> Change:
    """Set an attribute of the first element; `None` takes it away."""

    def work(one: etree._Element) -> None:
        if value is None:
            del one.attrib[_spelled(name)]
        else:
            one.set(_spelled(name), value)

    return change(part, path, work)


def wording(part: str, path: str, text: str) -> Change:
    """Give the first element another text."""

    def work(one: etree._Element) -> None:
        one.text = text

    return change(part, path, work)


def same(part: str, path: str, name: str) -> Change:
    """Give the second element that is found the attribute of the first."""

    def changed(members: Members) -> None:
        root = etree.fromstring(members[part])
        first, second, *_ = root.xpath(path, namespaces=NAMES)
        second.set(_spelled(name), first.get(_spelled(name)))
        members[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return changed


def added(part: str, path: str, xml: str) -> Change:
    """Put XML at the end of the first element."""
    return change(part, path, lambda one: _appended(one, xml))


def before(part: str, path: str, xml: str) -> Change:
    """Put XML before the first element."""

    def work(one: etree._Element) -> None:
        for piece in _read(xml):
            one.addprevious(piece)

    return change(part, path, work)


def without(part: str) -> Change:
    """Take a part out of the package."""
    return lambda members: members.__delitem__(part)


def holding(part: str, data: bytes) -> Change:
    """Put other bytes in place of a part."""
    return lambda members: members.__setitem__(part, data)


def cut(part: str) -> Change:
    """Cut a part off in the middle."""
    return lambda members: members.__setitem__(part, members[part][: len(members[part]) // 2])


def _appended(element: etree._Element, xml: str) -> None:
    element.extend(_read(xml))


def _read(xml: str) -> list[etree._Element]:
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items())
    return list(etree.fromstring(f"<pieces {declared}>{xml}</pieces>"))


def _spelled(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMES[prefix]}}}{local}" if prefix else name


@dataclass(frozen=True)
class Plant:
    """A fault: what it is, the rule that finds it, words of what it says, and how it is planted."""

    name: str
    code: str
    told: str
    changes: tuple[Change, ...]
