"""The empty document that a brief is written into, made from the theme.

python-docx's own starting document carries 350 KB of styles that no brief uses, and parts of Word 2007.
"""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.model.document import Document
from aibrief_report.ooxml.language import RIGHT_TO_LEFT, primary
from aibrief_report.ooxml.names import Relation
from aibrief_report.render.docx.assembly import Base, BasePart, assemble
from aibrief_report.render.docx.feet import FootStyle, foot, head
from aibrief_report.render.docx.fonts import Embedding, embedding
from aibrief_report.render.docx.numbering import numbering_part, own_counts
from aibrief_report.render.docx.page import (
    FIRST_FOOT,
    FOOT,
    HEAD,
    TURNED_FOOT,
    WIDE_FOOT,
    WIDE_HEAD,
    Pages,
    own_pages,
)
from aibrief_report.render.docx.settings import settings_part
from aibrief_report.render.docx.styles import styles_part
from aibrief_report.render.docx.targets import has_numbers
from aibrief_report.render.docx.theme_part import theme_part
from aibrief_report.theme.tokens import Theme


def own_base(document: Document, theme: Theme) -> Base:
    """Return the base made from a theme, in the fonts that it names for Word."""
    word = theme.word
    named = replace(theme.fonts, text=word.text or theme.fonts.text, sans=word.sans or theme.fonts.sans)
    theme = replace(theme, fonts=named)
    mirrored = primary(document.meta.language) in RIGHT_TO_LEFT
    pages, numbered = own_pages(document.meta.page, theme, mirrored=mirrored), has_numbers(document)
    fonts = embedding(named, named.families, allowed=word.embed_fonts)
    heads = _heads(document, pages.side) if theme.manners.running.title == "head" else ()
    parts = (
        *_parts(document, theme, pages, fonts, numbered),
        *own_feet(document, pages, titled=not heads),
        *heads,
    )
    return Base(assemble(document, parts, (fonts.held,)), pages, own_counts(numbered=numbered), theme)


def _heads(document: Document, side: float) -> tuple[BasePart, ...]:
    """Return the running heads of a document, for pages with a side column and without."""
    heads = ((HEAD, side), (WIDE_HEAD, 0.0))
    return tuple(
        BasePart(Relation.HEADER, f"word/header{place}.xml", head(document, out), relation)
        for place, (relation, out) in enumerate(heads, start=1)
    )


def own_feet(
    document: Document, pages: Pages, style: FootStyle | None = None, *, titled: bool = True
) -> tuple[BasePart, ...]:
    """Return the running feet of a document, each as wide as what stands on its page.

    `titled` says that all of them name the brief, not only the first its publisher.
    """
    side, width, style = pages.side, pages.first.text_width, style or FootStyle()
    feet = {
        FOOT: foot(document, width, side, titled=titled, style=style),
        FIRST_FOOT: foot(document, width, side, first=True, style=style),
        TURNED_FOOT: foot(document, pages.turned.text_width, side, titled=titled, style=style),
        WIDE_FOOT: foot(document, pages.wide.text_width, 0.0, titled=titled, style=style),
    }
    return tuple(
        BasePart(Relation.FOOTER, f"word/footer{place}.xml", data, relation)
        for place, (relation, data) in enumerate(feet.items(), start=1)
    )


def _parts(
    document: Document, theme: Theme, pages: Pages, fonts: Embedding, numbered: bool
) -> tuple[BasePart, ...]:
    """Return all but the feet; `numbered` says that Word counts headings."""
    language = document.meta.language
    styles = styles_part(theme, language, pages.first.text_width, pages.side, numbered=numbered)
    lists = numbering_part(theme, pages.side, numbered=numbered)
    return (
        BasePart(Relation.STYLES, "word/styles.xml", styles),
        BasePart(Relation.NUMBERING, "word/numbering.xml", lists),
        BasePart(Relation.SETTINGS, "word/settings.xml", settings_part(language, bool(fonts.files))),
        BasePart(Relation.FONT_TABLE, "word/fontTable.xml", fonts.table),
        BasePart(Relation.THEME, "word/theme/theme1.xml", theme_part(theme)),
    )
