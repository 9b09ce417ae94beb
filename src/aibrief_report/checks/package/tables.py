"""Tables of a file that hold data, not layout."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aibrief_report.checks.package.subject import WordFile
from aibrief_report.ooxml.names import clark

_TABLE, _ROW, _CELL = clark("w:tbl"), clark("w:tr"), clark("w:tc")


def data_tables(file: WordFile) -> Iterator[tuple[str, etree._Element]]:
    """Yield each table of at least two rows and two columns, with its part."""
    for part, root in file.stories:
        for table in root.iter(_TABLE):
            rows = table.findall(_ROW)
            if len(rows) > 1 and max(len(row.findall(_CELL)) for row in rows) > 1:
                yield part, table
