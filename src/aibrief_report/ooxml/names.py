"""Namespaces, content types and relationship types of Office Open XML, by the prefixes that Word writes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "a": f"{_DRAWING}/main",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "pic": f"{_DRAWING}/picture",
        "r": f"{_OFFICE}/relationships",
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wp": f"{_DRAWING}/wordprocessingDrawing",
    }
)
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
"""The declarations of all prefixes, for the root of a part."""

IGNORABLE = 'mc:Ignorable="w14"'
"""Readers that do not know these prefixes skip them (ECMA-376 part 3, section 7.2)."""


class ContentType:
    """Content types of the parts that a brief's DOCX has."""

    COMMENTS = f"{_WORDPROCESSING}.comments+xml"
    CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    CUSTOM_XML = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    DOCUMENT = f"{_WORDPROCESSING}.document.main+xml"
    EXTENDED = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    FONT_TABLE = f"{_WORDPROCESSING}.fontTable+xml"
    FOOTER = f"{_WORDPROCESSING}.footer+xml"
    FOOTNOTES = f"{_WORDPROCESSING}.footnotes+xml"
    HEADER = f"{_WORDPROCESSING}.header+xml"
    NUMBERING = f"{_WORDPROCESSING}.numbering+xml"
    RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
    SETTINGS = f"{_WORDPROCESSING}.settings+xml"
    STYLES = f"{_WORDPROCESSING}.styles+xml"
    SVG = "image/svg+xml"
    THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
    XML = "application/xml"


class Relation:
    """Relationship types between those parts."""

    COMMENTS = f"{_OFFICE}/relationships/comments"
    CUSTOM = f"{_OFFICE}/relationships/custom-properties"
    CUSTOM_XML = f"{_OFFICE}/relationships/customXml"
    CUSTOM_XML_PROPERTIES = f"{_OFFICE}/relationships/customXmlProps"
    DOCUMENT = f"{_OFFICE}/relationships/officeDocument"
    EXTENDED = f"{_OFFICE}/relationships/extended-properties"
    FONT = f"{_OFFICE}/relationships/font"
    FONT_TABLE = f"{_OFFICE}/relationships/fontTable"
    FOOTER = f"{_OFFICE}/relationships/footer"
    FOOTNOTES = f"{_OFFICE}/relationships/footnotes"
    HEADER = f"{_OFFICE}/relationships/header"
    HYPERLINK = f"{_OFFICE}/relationships/hyperlink"
    IMAGE = f"{_OFFICE}/relationships/image"
    NUMBERING = f"{_OFFICE}/relationships/numbering"
    SETTINGS = f"{_OFFICE}/relationships/settings"
    STYLES = f"{_OFFICE}/relationships/styles"
    THEME = f"{_OFFICE}/relationships/theme"


def clark(name: str) -> str:
    """Return a prefixed name ("w:p") in the form in which lxml spells it ("{http://…}p")."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
