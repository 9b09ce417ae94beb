"""The brief in the vocabulary of schema.org, as search engines read it (JSON-LD 1.1)."""

from __future__ import annotations

from aibrief_report.digest import Json
from aibrief_report.model.document import Author, Document
from aibrief_report.model.walk import plain
from aibrief_report.render.html.metadata import summary


def linked_data(document: Document) -> dict[str, Json]:
    """Return the brief as a `Report`, without what is not known."""
    meta = document.meta
    told: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": meta.url,
        "url": meta.url,
        "sameAs": f"https://doi.org/{meta.doi}" if meta.doi else "",
        "name": plain(meta.title),
        "headline": plain(meta.title),
        "alternativeHeadline": plain(meta.subtitle),
        "abstract": summary(document),
        "genre": meta.genre,
        "inLanguage": meta.language,
        "datePublished": meta.date,
        "author": [_author(one, meta.publisher) for one in meta.authors],
        "publisher": _organisation(meta.publisher),
        "isPartOf": {"@type": "CreativeWorkSeries", "name": meta.series} if meta.series else "",
        "reportNumber": meta.number,
        "version": meta.edition or document.version,
        "license": meta.licence_url or meta.licence,
        "keywords": list(meta.keywords),
        "isAccessibleForFree": True,
    }
    return {key: value for key, value in told.items() if value}


def _author(author: Author, publisher: str) -> Json:
    """Return an author: the publisher itself is an organisation, all others are taken for persons."""
    if author.name == publisher:
        return _organisation(publisher)
    affiliation = {"affiliation": _organisation(author.affiliation)} if author.affiliation else {}
    return {"@type": "Person", "name": author.name, **affiliation}


def _organisation(name: str) -> Json:
    return {"@type": "Organization", "name": name} if name else ""
