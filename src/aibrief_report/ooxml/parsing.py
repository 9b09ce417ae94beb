"""Reading XML that someone else wrote: no document type, no entities, no network, no endless nesting."""

from __future__ import annotations

import codecs

from lxml import etree

from aibrief_report.errors import Fault, InputError, Place

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def parse(data: bytes, place: str) -> etree._Element:
    """Return the root of an XML file; `place` names it in errors.

    Raises `InputError` for a document type or entities, an encoding other than UTF-8 and UTF-16, and for
    XML that is not well-formed or nested more than 256 deep.
    """
    _refuse_document_type(data, place)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InputError(
            Fault(f"the XML is not well-formed: {error.msg}", Place(place, line, column))
        ) from error


def serialise(root: etree._Element) -> bytes:
    """Return an element as the whole of an XML file in UTF-8."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _refuse_document_type(data: bytes, place: str) -> None:
    """Raise where entities could be declared: even unused ones can take all memory (the "billion laughs")."""
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(Fault("the XML is neither UTF-8 nor UTF-16", Place(place))) from error
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise InputError(
            Fault("the XML declares a document type", Place(place), "save it without <!DOCTYPE …>")
        )
