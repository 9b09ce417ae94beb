"""What an edited file carries home, in two custom XML parts.

One holds every number with its sources, and what each bookmark was made from and how it was printed; the
other the texts that the brief was made from. With both, an edited file is understood without its version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aibrief_report.model.blocks import CodeBlock, Heading, Paragraph
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import NumberText
from aibrief_report.model.numbers import Number, SourceMark, Span
from aibrief_report.model.walk import walk
from aibrief_report.ooxml.ids import bookmark_name, control_tag
from aibrief_report.ooxml.markup import NOTHING, Xml, escape, part, tag

PROVENANCE = "urn:aibrief-report:provenance:1"
INPUTS = "urn:aibrief-report:inputs:1"
_PLAIN = (
    *("text", "value", "unit", "label", "area", "period", "kind"),
    *("formula", "low", "high", "spread", "status", "verdict", "note"),
)


def provenance_part(document: Document, printed: Mapping[str, str], whole: frozenset[str]) -> bytes:
    """Return the part of numbers, by the tags of their controls, and of places and passages, by bookmarks.

    `printed` gives the text within each anchor's bookmark, in the order of the file; `whole` are the names of
    the bookmarks that mark all of a paragraph: what an editor writes before or behind them belongs to them.

    Places are listed although controls carry tags: LibreOffice 7.4 drops tags and titles of controls, but
    keeps bookmarks.
    """
    numbers = tag("numbers", *(_number(number) for number in document.numbers.values()))
    places = tag("places", *_places(document, printed))
    passages = tag("passages", *_passages(document, printed, whole))
    return part("provenance", _declared(PROVENANCE, document), numbers, places, passages)


def inputs_part(document: Document) -> bytes:
    """Return the part of the texts that the document was made from, by their names in the project."""
    texts = (
        tag("input", escape(one.text), name=one.name, excerpt="true" if one.excerpt else None)
        for one in document.inputs
    )
    return part("inputs", _declared(INPUTS, document), *texts)


def _declared(namespace: str, document: Document) -> str:
    told = {"version": document.version, "hash": document.hash, "toolkit": document.toolkit}
    own = "".join(f' {name}="{escape(value)}"' for name, value in told.items() if value)
    return f'xmlns="{namespace}"{own}'


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
        rows=" ".join(source.rows) or None,
    )


def _places(document: Document, printed: Mapping[str, str]) -> Iterator[Xml]:
    """Yield the places that print numbers, in the order of the file: footnotes stand behind the text."""
    nodes = (node for node in walk((document.meta, document.blocks)) if isinstance(node, NumberText))
    found = {node.anchor: node for node in nodes}
    for anchor in printed:
        if node := found.get(anchor):
            yield tag(
                "place",
                bookmark=bookmark_name(anchor),
                number=node.number,
                text=node.text,
                source=node.source or None,
            )


def _passages(document: Document, printed: Mapping[str, str], whole: frozenset[str]) -> Iterator[Xml]:
    """Yield what was printed from an author's lines, with these where they are known."""
    nodes = (node for node in walk(document.blocks) if isinstance(node, Paragraph | Heading | CodeBlock))
    spans: dict[str, Span | None] = {node.anchor: node.span for node in nodes}
    for anchor, span in (spans | dict(document.passages)).items():
        if anchor in printed:
            yield _passage(anchor, printed[anchor], span, whole=bookmark_name(anchor) in whole)


def _passage(anchor: str, printed: str, span: Span | None, *, whole: bool) -> Xml:
    source = tag("source", escape(span.source)) if span and span.source else NOTHING
    return tag(
        "passage",
        tag("printed", escape(printed)),
        source,
        anchor=anchor,
        bookmark=bookmark_name(anchor),
        whole="true" if whole else None,
        file=span.file if span else None,
        first=span.first if span else None,
        last=span.last if span else None,
    )
