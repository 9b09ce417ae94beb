"""What a file carries, whatever it is: a PDF, a DOCX or a page."""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.errors import Fault, InputError, Place
from aibrief_report.extract.page import of_page
from aibrief_report.extract.parcel import parcel
from aibrief_report.extract.pdf import of_pdf
from aibrief_report.extract.word import of_docx

_HEAD = 1024
"""Bytes: where the mark of a PDF stands at the latest (ISO 32000-1, annex H, note 13)."""


def extract(data: bytes, name: str) -> Mapping[str, bytes]:
    """Return the files that a file carries, by safe names; empty where it carries none.

    `name` names the file in errors. Raises `InputError` for a file that is of no known kind, damaged or
    encrypted, or that carries too much.
    """
    place = Place(name)
    if b"%PDF-" in data[:_HEAD]:
        return parcel(of_pdf(data, place), place)
    if data.startswith(b"PK\x03\x04"):
        return parcel(of_docx(data, name), place)
    if b"<html" in data[:_HEAD].lower() or b"<!doctype html" in data[:_HEAD].lower():
        return parcel(of_page(data, place), place)
    raise InputError(Fault("it is neither a PDF, a DOCX nor a page", place))
