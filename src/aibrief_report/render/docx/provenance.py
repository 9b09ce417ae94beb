"""What an edited file carries home: every number with its sources, and what each bookmark was made from."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.model.blocks import Heading, Paragraph
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import NumberText
from aibrief_report.model.numbers import Number, SourceMark, Span
from aibrief_report.model.walk import walk
from aibrief_report.ooxml.ids import bookmark_name, control_tag
from aibrief_report.ooxml.markup import NOTHING, Xml, escape, part, tag

NAMESPACE = "urn:aibrief-report:provenance:1"
_PLAIN = (
    *("text", "value", "unit", "label", "area", "period", "kind"),
    *("formula", "low", "high", "status", "verdict", "note"),
)


def provenance_part(document: Document) -> bytes:
    """Return the custom XML part: numbers by the tags of their controls, places and passages by bookmarks.

    Places are listed although controls carry tags: LibreOffice 7.4 drops tags and titles of controls that
    stand in links, but keeps bookmarks.
    """
    numbers = tag("numbers", *(_number(number) for number in document.numbers.values()))
    places = tag("places", *_places(document))
    passages = tag("passages", *_passages(document))
    version = f'xmlns="{NAMESPACE}" version="{escape(document.version)}"'
    return part("provenance", version, numbers, places, passages)


def _number(number: Number) -> Xml:
    own = {name: getattr(number, name) or None for name in _PLAIN}
    return tag(
        "number",
        *(_source("source", source) for source in number.sources),
        *(
            tag("rival", _source("source", rival.source), row=rival.row, text=rival.text)
            for rival in number.rivals
        ),
        id=number.id,
        tag=control_tag(number.id),
        **own,
        rows=" ".join(number.rows) or None,
        contests=" ".join(number.contests) or None,
    )


def _source(name: str, source: SourceMark) -> Xml:
    return tag(
        name,
        key=source.key,
        locator=source.locator or None,
        origin=source.origin or None,
        credited=source.credited or None,
        reading=source.reading,
    )


def _places(document: Document) -> Iterator[Xml]:
    for node in walk((document.meta, document.blocks)):
        if isinstance(node, NumberText) and node.anchor:
            yield tag(
                "place",
                bookmark=bookmark_name(node.anchor),
                number=node.number,
                text=node.text,
                source=node.source or None,
            )


def _passages(document: Document) -> Iterator[Xml]:
    for node in walk(document.blocks):
        if isinstance(node, Paragraph | Heading) and node.anchor:
            yield _passage(node.anchor, node.span)


def _passage(anchor: str, span: Span | None) -> Xml:
    name = bookmark_name(anchor)
    if span is None:
        return tag("passage", anchor=anchor, bookmark=name)
    source = escape(span.source) if span.source else NOTHING
    return tag(
        "passage", source, anchor=anchor, bookmark=name, file=span.file, first=span.first, last=span.last
    )
