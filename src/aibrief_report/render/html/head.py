"""What machines read of the page: title, description, citation tags, Dublin Core, what may be loaded."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain
from aibrief_report.render.html.markup import element, text

GENERATOR = "aibrief-report"


def head(document: Document, style: str, policy: str) -> str:
    """Return the page's head around a style sheet and a policy of what may be loaded and run."""
    meta = document.meta
    tags = [
        element("meta", charset="utf-8"),
        *_guards(policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(plain(meta.title))),
        *(element("meta", name=name, content=content) for name, content in _named(document) if content),
        element("link", rel="schema.DC", href="http://purl.org/dc/elements/1.1/"),
        element("link", rel="license", href=meta.licence_url) if meta.licence_url else "",
        f"<style>{style}</style>",
    ]
    return element("head", "\n".join(tag for tag in tags if tag))


def _guards(policy: str) -> tuple[str, ...]:
    """Return what keeps a page on screen to itself; nothing for paper, which has no policy."""
    if not policy:
        return ()
    return (
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="referrer", content="no-referrer"),
    )


def _named(document: Document) -> Iterator[tuple[str, str]]:
    meta = document.meta
    yield "description", meta.description or plain(meta.subtitle)
    for author in meta.authors:
        yield "author", author.name
    yield "keywords", ", ".join(meta.keywords)
    yield "generator", GENERATOR
    yield "version", document.version
    yield "dcterms.created", meta.date
    yield "dcterms.modified", meta.date
    yield "color-scheme", "light dark"
    yield from _dublin_core(document)
    yield from _citation(document)


def _dublin_core(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the elements of Dublin Core, which library catalogues read."""
    meta = document.meta
    yield "DC.title", plain(meta.title)
    for author in meta.authors:
        yield "DC.creator", author.name
    yield "DC.publisher", meta.publisher
    yield "DC.date", meta.date
    yield "DC.language", meta.language
    yield "DC.type", "Text"
    yield "DC.identifier", document.version
    yield "DC.rights", meta.licence
    for keyword in meta.keywords:
        yield "DC.subject", keyword


def _citation(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the Highwire Press tags, which Google Scholar and Zotero read."""
    meta = document.meta
    yield "citation_title", plain(meta.title)
    for author in meta.authors:
        yield "citation_author", author.name
        yield "citation_author_institution", author.affiliation
    yield "citation_publication_date", meta.date.replace("-", "/")
    yield "citation_language", meta.language
    yield "citation_publisher", meta.publisher
    yield "citation_series_title", meta.series
    yield "citation_technical_report_number", meta.number
    for keyword in meta.keywords:
        yield "citation_keywords", keyword
