"""House templates for tests, made by other hands than ours: python-docx's own, and ones written out."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from functools import cache

from lxml import etree
from msgspec.structs import replace

from aibrief_report.errors import Faults, Place, ThemeError
from aibrief_report.ooxml.packages import write_package
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.templates import WordTemplate
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.theme.house import read_house
from aibrief_report.theme.tokens import Word
from tests.documents import small, torture
from tests.render.docx.written import bare, package

ASKED = Place("templates/themes/house/theme.yaml", 7, 16)

# What Word in German calls its styles by; names stay English (seen in documents that Word 2016 saved).
GERMAN = {
    "Normal": "Standard",
    "Title": "Titel",
    "Subtitle": "Untertitel",
    "Heading1": "berschrift1",
    "Heading2": "berschrift2",
    "Heading3": "berschrift3",
    "Caption": "Beschriftung",
    "ListBullet": "Aufzhlungszeichen",
    "ListBullet2": "Aufzhlungszeichen2",
    "ListNumber": "Listennummer",
    "Quote": "Zitat",
    "FootnoteText": "Funotentext",
    "FootnoteReference": "Funotenzeichen",
    "Footer": "Fuzeile",
    "TOC1": "Verzeichnis1",
    "DefaultParagraphFont": "Absatz-Standardschriftart",
    "TableNormal": "NormaleTabelle",
    "NoList": "KeineListe",
}


def house(data: bytes, name: str = "house.docx") -> WordTemplate:
    """A template as a theme reads it. Raises `BriefError` for one that cannot be used."""
    faults = Faults(ThemeError)
    found = read_house(data, name, ASKED, faults)
    faults.check()
    assert found is not None
    return found


@cache
def foreign() -> bytes:
    """The template that python-docx brings, with the one style that it lacks."""
    import docx  # here: it takes time to load
    from docx.enum.style import WD_STYLE_TYPE

    document = docx.Document()
    document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


@cache
def own() -> bytes:
    """A document of ours, as a template for others."""
    return render_docx(torture(), bare())


@cache
def german() -> bytes:
    """A document of ours as Word in German saves it: other ids under the same names."""
    return changed(own(), **{"word/styles.xml": _in_german, "word/numbering.xml": _in_german})


def _in_german(xml: str) -> str:
    ids = "|".join(GERMAN)
    pattern = rf'(w:styleId|<w:(?:basedOn|next|link|pStyle) w:val)="({ids})"'
    return re.sub(pattern, lambda one: f'{one[1]}="{GERMAN[one[2]]}"', xml)


def changed(data: bytes, **changes: Callable[[str], str]) -> bytes:
    """A package whose named parts were changed as text."""
    members = dict(read_package(data))
    for name, change in changes.items():
        before = members[name].decode()
        after = change(before)
        assert after != before, f"{name} is as it was"
        members[name] = after.encode()
    return write_package(members)


def with_members(data: bytes, **members: bytes) -> bytes:
    """A package with members added or replaced."""
    return write_package(dict(read_package(data)) | members)


def written(template: WordTemplate, document: object = None) -> Mapping[str, bytes]:
    """The parts of a document in a house template."""
    return package(document or small(), replace(bare(), word=Word(template=template)))


def parsed(parts: Mapping[str, bytes], name: str) -> etree._Element:
    """A part, parsed."""
    return etree.fromstring(parts[name])
