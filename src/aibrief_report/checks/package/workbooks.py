"""The workbooks behind charts: which, and whether they open."""

from __future__ import annotations

from lxml import etree

from aibrief_report.checks.package.subject import WordFile
from aibrief_report.errors import BriefError
from aibrief_report.ooxml.charts.names import chart_name
from aibrief_report.ooxml.charts.sheets import Book, read_book
from aibrief_report.ooxml.names import NAMESPACES

_ID = f"{{{NAMESPACES['r']}}}id"


def workbook_of(file: WordFile, part: str, root: etree._Element) -> str | None:
    """Return the part that is the workbook of a chart; `None` where the chart names none.

    The name is empty where it leads outside the package, or to no relationship.
    """
    tie = root.find(chart_name("externalData"))
    if tie is None:
        return None
    targets = {one.id: target for one, target in file.related(part)}
    return targets.get(tie.get(_ID, ""), "")


def broken(data: bytes, name: str) -> str:
    """Return why a workbook does not open; empty where it does."""
    return str(_read(data, name)[1])


def book_of(data: bytes, name: str) -> Book | None:
    """Return the cells of a workbook; `None` for one that does not open."""
    return _read(data, name)[0]


def _read(data: bytes, name: str) -> tuple[Book | None, str]:
    if not data.startswith(b"PK"):
        return None, "it is no zip file"
    try:
        return read_book(data, name), ""
    except BriefError as error:
        return None, "; ".join(fault.message for fault in error.faults)
