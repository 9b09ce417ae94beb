"""What catalogues, reference managers and social sites read: names and properties of `meta` elements."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain

GENERATOR = "aibrief-report"
Pairs = Iterator[tuple[str, str]]
"""Names with their contents; those without content are for the caller to leave out."""


def names(document: Document) -> Pairs:
    """Yield names and contents of general use, of Dublin Core, and of citation managers."""
    meta = document.meta
    yield "description", summary(document)
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


def summary(document: Document) -> str:
    """Return what the brief is about, in a sentence."""
    return document.meta.description or plain(document.meta.subtitle)


def robots(document: Document) -> str:
    """Return what search engines are told: nothing of a brief in force, to leave out any other."""
    return "noindex" if document.meta.status in ("draft", "withdrawn") else ""


def _dublin_core(document: Document) -> Pairs:
    """Yield the elements of Dublin Core, which library catalogues read."""
    meta = document.meta
    yield "DC.title", plain(meta.title)
    for author in meta.authors:
        yield "DC.creator", author.name
    yield "DC.publisher", meta.publisher
    yield "DC.date", meta.date
    yield "DC.language", meta.language
    yield "DC.type", "Text"
    yield "DC.identifier", f"https://doi.org/{meta.doi}" if meta.doi else meta.url or document.version
    yield "DC.rights", meta.licence
    for keyword in meta.keywords:
        yield "DC.subject", keyword


def _citation(document: Document) -> Pairs:
    """Yield the Highwire Press tags, which Google Scholar and Zotero read.

    What kind of work it is they tell by its institution: a report
    (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing).
    """
    meta = document.meta
    yield "citation_title", plain(meta.title)
    for author in meta.authors:
        yield "citation_author", author.name
        yield "citation_author_institution", author.affiliation
    yield "citation_publication_date", meta.date.replace("-", "/")
    yield "citation_language", meta.language
    yield "citation_publisher", meta.publisher
    yield "citation_technical_report_institution", meta.publisher
    yield "citation_series_title", meta.series
    yield "citation_technical_report_number", meta.number
    yield "citation_abstract", summary(document)
    yield "citation_doi", meta.doi
    yield "citation_public_url", meta.url
    for keyword in meta.keywords:
        yield "citation_keywords", keyword


def properties(document: Document) -> Pairs:
    """Yield the properties of the Open Graph, which messengers and social sites read (https://ogp.me)."""
    meta = document.meta
    yield "og:type", "article"
    yield "og:title", plain(meta.title)
    yield "og:description", summary(document)
    yield "og:url", meta.url
    yield "og:site_name", meta.publisher
    yield "og:locale", meta.language.replace("-", "_")
    yield "article:published_time", meta.date
    for keyword in meta.keywords:
        yield "article:tag", keyword
