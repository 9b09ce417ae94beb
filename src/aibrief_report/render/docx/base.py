"""The empty document that a brief is written into, made from the theme.

python-docx's own starting document carries 350 KB of styles that no brief uses, and parts of Word 2007.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aibrief_report.model.document import Document
from aibrief_report.ooxml.markup import escape, part, tag
from aibrief_report.ooxml.names import DECLARED, IGNORABLE, ContentType, Relation
from aibrief_report.ooxml.packages import CONTENT_TYPES, write_package
from aibrief_report.ooxml.parts import content_types, relationships, relationships_name
from aibrief_report.render.docx.feet import foot
from aibrief_report.render.docx.fonts import EmbeddedFont, embedded_fonts, font_relations, font_table
from aibrief_report.render.docx.numbering import Counts, numbering_part, own_counts
from aibrief_report.render.docx.page import FIRST_FOOT, FOOT, TURNED_FOOT, WIDE_FOOT, Pages, own_pages
from aibrief_report.render.docx.settings import settings_part
from aibrief_report.render.docx.styles import styles_part
from aibrief_report.render.docx.targets import has_numbers
from aibrief_report.render.docx.theme_part import theme_part
from aibrief_report.theme.tokens import Theme

_DOCUMENT = "word/document.xml"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_TYPES: Mapping[str, str] = {
    _DOCUMENT: ContentType.DOCUMENT,
    "word/styles.xml": ContentType.STYLES,
    "word/numbering.xml": ContentType.NUMBERING,
    "word/settings.xml": ContentType.SETTINGS,
    "word/fontTable.xml": ContentType.FONT_TABLE,
    "word/theme/theme1.xml": ContentType.THEME,
    "word/footer1.xml": ContentType.FOOTER,
    "word/footer2.xml": ContentType.FOOTER,
    "word/footer3.xml": ContentType.FOOTER,
    "word/footer4.xml": ContentType.FOOTER,
    "docProps/app.xml": ContentType.EXTENDED,
}


@dataclass(frozen=True, slots=True)
class Base:
    """A DOCX without text, and what is to be known of it to write one: its pages, how it counts, its look."""

    package: bytes
    pages: Pages
    counts: Counts
    theme: Theme


def own_base(document: Document, theme: Theme) -> Base:
    """Return the base made from a theme."""
    pages, numbered = own_pages(document.meta.page, theme), has_numbers(document)
    return Base(_package(document, theme, pages, numbered), pages, own_counts(numbered=numbered), theme)


def _package(document: Document, theme: Theme, pages: Pages, numbered: bool) -> bytes:
    """Return styles, lists, fonts, feet and settings for a document of a theme.

    `numbered` says that Word counts its headings.
    """
    side = pages.side
    fonts = embedded_fonts(theme.fonts)
    language = document.meta.language
    members = {
        _DOCUMENT: part("w:document", f"{DECLARED} {IGNORABLE}", tag("w:body")),
        "word/styles.xml": styles_part(theme, language, pages.first.text_width, side, numbered=numbered),
        "word/numbering.xml": numbering_part(theme, side, numbered=numbered),
        "word/settings.xml": settings_part(language, bool(fonts)),
        "word/fontTable.xml": font_table(theme.fonts, fonts),
        "word/theme/theme1.xml": theme_part(theme),
        "word/footer1.xml": foot(document, pages.first.text_width, side),
        "word/footer2.xml": foot(document, pages.first.text_width, side, first=True),
        "word/footer3.xml": foot(document, pages.turned.text_width, side),
        "word/footer4.xml": foot(document, pages.wide.text_width, 0.0),
        "docProps/app.xml": _application(document),
        **{font.member: font.data for font in fonts},
    }
    types = {**_TYPES, **{font.member: ContentType.FONT for font in fonts}}
    package = {CONTENT_TYPES: content_types(types), **members, **_relations(fonts)}
    # Stored, not deflated: python-docx reads it at once, and what it becomes is compressed later.
    return write_package(package, level=0)


def _relations(fonts: tuple[EmbeddedFont, ...]) -> dict[str, bytes]:
    found = {
        "": [("rId1", Relation.DOCUMENT, _DOCUMENT), ("rId2", Relation.EXTENDED, "docProps/app.xml")],
        _DOCUMENT: [
            ("rId1", Relation.STYLES, "styles.xml"),
            ("rId2", Relation.NUMBERING, "numbering.xml"),
            ("rId3", Relation.SETTINGS, "settings.xml"),
            ("rId4", Relation.FONT_TABLE, "fontTable.xml"),
            ("rId5", Relation.THEME, "theme/theme1.xml"),
            (FOOT, Relation.FOOTER, "footer1.xml"),
            (FIRST_FOOT, Relation.FOOTER, "footer2.xml"),
            (TURNED_FOOT, Relation.FOOTER, "footer3.xml"),
            (WIDE_FOOT, Relation.FOOTER, "footer4.xml"),
        ],
    }
    if fonts:
        found["word/fontTable.xml"] = font_relations(fonts)
    return {relationships_name(name): relationships(entries) for name, entries in found.items()}


def _application(document: Document) -> bytes:
    """Return the part that names who issued the document; Word writes counts of words there when it saves."""
    company = (tag("Company", escape(document.meta.publisher)),) if document.meta.publisher else ()
    return part("Properties", f'xmlns="{_EXTENDED}"', *company)
