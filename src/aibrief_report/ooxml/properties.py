"""Parts about the document: custom properties, and XML that travels with it."""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.ooxml.ids import guid
from aibrief_report.ooxml.markup import Xml, escape, part, tag

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define; its numbers start at 2 ([MS-OLEPS] 2.25.2)."""


def custom_properties(values: Mapping[str, str]) -> bytes:
    """Return the part of custom properties, as Word shows them under File > Info > Properties."""
    properties = (
        tag("property", tag("vt:lpwstr", *_text(value)), fmtid=_USER_DEFINED, pid=number, name=name)
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    return part("Properties", f'xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}"', *properties)


def custom_xml_properties(namespace: str) -> bytes:
    """Return the part that gives a custom XML part its id, made from its namespace."""
    schema = tag("ds:schemaRefs", tag("ds:schemaRef", ds_uri=namespace))
    return part("ds:datastoreItem", f'xmlns:ds="{_CUSTOM_XML}" ds:itemID="{guid(namespace)}"', schema)


def _text(value: str) -> tuple[Xml, ...]:
    return (escape(value),) if value else ()
