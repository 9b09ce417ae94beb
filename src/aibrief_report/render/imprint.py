"""What the title block says of the version: its name, edition and standing, and what it replaces."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.model.document import Document


def version_lines(document: Document) -> Iterator[tuple[str, str]]:
    """Yield labels and texts, in the document's language: version, edition with its status, what it replaces.

    What the brief does not say is left out.
    """
    meta, words = document.meta, document.words
    status = words[f"status-{meta.status}"] if meta.status else ""
    edition = f"{meta.edition} ({status})" if meta.edition and status else meta.edition
    lines = (
        (words["version"], document.version),
        (words["edition"] if meta.edition else words["status"], edition or status),
        (words["replaces"], meta.replaces),
    )
    yield from ((label, text) for label, text in lines if text)
