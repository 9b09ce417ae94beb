"""What a DOCX says of its brief under a name: Word's own properties, and ours, which its fields print."""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.fields import property_field
from aibrief_report.ooxml.markup import NOTHING, Xml
from aibrief_report.ooxml.runs import run

VERSION, RUNNING_TITLE, IMPRINT = "aibrief-version", "aibrief-running-title", "aibrief-imprint"
_BETWEEN = " · "
_LONGEST = 72
"""So many letters of a title leave room for version and page in a running foot."""


def own_properties(document: Document) -> dict[str, str]:
    """Return the custom properties of a document's DOCX."""
    meta = document.meta
    title = meta.short_title or plain(meta.title)
    return {
        VERSION: document.version,
        "aibrief-input-hash": document.hash,
        "aibrief-toolkit": document.toolkit,
        RUNNING_TITLE: title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…",
        IMPRINT: _BETWEEN.join(part for part in (meta.publisher, meta.licence) if part),
    }


def core_properties(document: Document) -> dict[str, str]:
    """Return Word's own properties of a document, by the names of the core properties (ISO 29500-2, 8.3)."""
    meta = document.meta
    return {
        "title": plain(meta.title),
        "subject": plain(meta.subtitle),
        "creator": "; ".join(author.name for author in meta.authors) or meta.publisher,
        "keywords": ", ".join(meta.keywords),
        "description": meta.description,
        "category": meta.genre,
    }


def named(properties: Mapping[str, str], name: str) -> Xml:
    """Return a field that prints a property; nothing for an empty one, of which Word makes an error."""
    value = properties.get(name, "")
    return property_field(name, run(value)) if value else NOTHING
