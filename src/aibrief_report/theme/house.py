"""A house template: a Word file beside theme.yaml whose styles, pages and furniture a DOCX takes over."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aibrief_report.errors import BriefError, Faults, Place
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.ooxml.names import Relation
from aibrief_report.ooxml.style_sheets import StyleSheet
from aibrief_report.ooxml.templates import WordTemplate, read_template
from aibrief_report.theme.entries import ThemeEntry
from aibrief_report.theme.tokens import Word

REQUIRED = (
    *("Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3"),
    *("caption", "List Bullet", "List Number", "Quote", "footnote text"),
)
"""The styles that make a house's look, by Word's names. What else a brief needs and the template lacks is
added from the theme, in the template's own font and colours."""


def read_word(inputs: Inputs, folder: str, entry: ThemeEntry, source: YamlText, faults: Faults) -> Word:
    """Return what a theme says of the DOCX alone; the template lies in the theme's `folder`."""
    fonts = entry.word.model_dump()
    if not entry.word_template:
        return Word(**fonts)
    place, file = source.place("word-template"), f"{folder}/{entry.word_template}"
    for role in ("text", "sans"):
        if fonts[role]:
            message = f"word-template brings the fonts of the DOCX; {role} cannot name another"
            faults.add(message, source.place("word", role), "set the font in the template, or leave it out")
    try:
        return Word(**fonts, template=read_house(inputs.read(file, asked=place), file, place, faults))
    except BriefError as error:
        faults.take(error)
        return Word()


def read_house(data: bytes, file: str, asked: Place, faults: Faults) -> WordTemplate | None:
    """Return a house template; `None` after adding a fault for one that cannot be used.

    `asked` is the place that names it. Raises `InputError` for a file that is unsafe or none of Word's.
    """
    template = read_template(data, file)
    missing = tuple(_missing(template.xml(template.part(Relation.STYLES))))
    if not missing:
        return template
    shown = ", ".join(missing)
    hint = (
        "in Word, give a paragraph each of these styles once and save; "
        "`aibrief new NAME --word-template` writes a template that has them all"
    )
    faults.add(f"{file} lacks {'styles' if len(missing) > 1 else 'the style'}: {shown}", asked, hint)
    return None


def _missing(styles: etree._Element) -> Iterator[str]:
    """Yield the required styles that a template lacks, spelled as Word shows them."""
    sheet = StyleSheet(styles)
    for name in REQUIRED:
        if sheet.find(name, "paragraph") is None:
            yield name[0].upper() + name[1:]
