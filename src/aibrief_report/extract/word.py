"""What a DOCX carries: the workbooks behind its charts, embedded packages, and custom XML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aibrief_report.ooxml.reading import read_package

_CARRIED = re.compile(r"word/embeddings/[^/]+|customXml/item\d+\.xml")


def of_docx(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the embedded files. Raises `InputError` for a package unsafe to read."""
    members = read_package(data, name)
    yield from ((member, members[member]) for member in sorted(members) if _CARRIED.fullmatch(member))
