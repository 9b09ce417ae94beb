"""The base document of a house template: its parts, with what a brief needs besides."""

from __future__ import annotations

from aibrief_report.model.document import Document
from aibrief_report.ooxml.language import RIGHT_TO_LEFT, primary
from aibrief_report.ooxml.names import Relation, clark
from aibrief_report.ooxml.parsing import serialise
from aibrief_report.ooxml.style_sheets import StyleSheet
from aibrief_report.ooxml.templates import WordTemplate
from aibrief_report.ooxml.units import whole
from aibrief_report.render.docx.assembly import Base, BasePart, assemble
from aibrief_report.render.docx.base import own_feet
from aibrief_report.render.docx.feet import FootStyle
from aibrief_report.render.docx.house.fonts import house_fonts
from aibrief_report.render.docx.house.furniture import house_furniture, pictures
from aibrief_report.render.docx.house.lists import house_lists
from aibrief_report.render.docx.house.looks import house_theme
from aibrief_report.render.docx.house.pages import house_pages
from aibrief_report.render.docx.house.settings import house_settings
from aibrief_report.render.docx.house.styles import HouseStyles, house_styles
from aibrief_report.render.docx.page import footed, right_to_left
from aibrief_report.render.docx.targets import has_numbers
from aibrief_report.render.docx.theme_part import theme_part
from aibrief_report.theme.tokens import Theme

_TAB, _PLACE = clark("w:tab"), clark("w:pos")


def house_base(document: Document, theme: Theme, template: WordTemplate) -> Base:
    """Return the base made from a template, for a document of a theme.

    Raises `RenderError` for a template whose pages leave no room for text.
    """
    theme, language = house_theme(theme, template), document.meta.language
    pages = house_pages(template, document.meta.page)
    if primary(language) in RIGHT_TO_LEFT:
        pages = right_to_left(pages)
    styles = house_styles(template, theme, language, pages.first.text_width, pages.side)
    lists, counts = house_lists(template, styles, theme, pages.side, numbered=has_numbers(document))
    fonts, files = house_fonts(template, theme)
    furniture = house_furniture(template, document, styles.ids)
    drawn = _theme(template, theme)
    held = (files, pictures(template, [one.name for one in (lists, drawn, *furniture)]))
    if not furniture:
        pages = footed(pages)
        furniture = own_feet(document, pages, _foot_style(styles, theme))
    settings = house_settings(template, language, bool(files.types))
    parts = (
        # After the lists, which let styles know that they are counted.
        BasePart(Relation.STYLES, "word/styles.xml", serialise(styles.root)),
        BasePart(Relation.SETTINGS, "word/settings.xml", settings),
        *(lists, drawn, fonts, *furniture),
    )
    return Base(assemble(document, parts, held), pages, counts, theme)


def _foot_style(styles: HouseStyles, theme: Theme) -> FootStyle:
    """Return what is known of the template's style of feet, for feet of ours in it."""
    sheet = StyleSheet(styles.root)
    style = sheet.by_id("Footer")
    stops = [stop for one in sheet.lineage(style) for stop in one.iter(_TAB)] if style is not None else []
    places = (stop.get(_PLACE, "") for stop in stops if stop.get(clark("w:val")) != "clear")
    return FootStyle(theme.sizes.body, tuple(whole(one) / 20 for one in places))


def _theme(template: WordTemplate, theme: Theme) -> BasePart:
    name = template.part(Relation.THEME)
    data = template.members[name] if name else theme_part(theme)
    return BasePart(Relation.THEME, name or "word/theme/theme1.xml", data)
