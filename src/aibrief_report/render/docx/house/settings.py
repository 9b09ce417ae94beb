"""The settings of a document in a house template: its own for layout, ours for language and reading."""

from __future__ import annotations

from lxml import etree

from aibrief_report.ooxml.markup import part
from aibrief_report.ooxml.names import DECLARED, IGNORABLE, Relation
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.templates import WordTemplate, copied
from aibrief_report.render.docx.settings import settings_part

# What is in neither is left out: what would lock the file, fetch something, ask the reader something, or
# tells of the template's own past.
_THE_HOUSES = (
    *("mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"),
    *("gutterAtTop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps"),
    *("evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting"),
)
"""Settings that a template decides, also by not having them."""
_THE_HOUSES_OR_OURS = (
    *("defaultTabStop", "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore"),
    *("compat", "clrSchemeMapping"),
)
ORDER = (
    *("view", "zoom", "embedTrueTypeFonts", "saveSubsetFonts", "mirrorMargins", "alignBordersAndEdges"),
    *("bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "revisionView"),
    *("trackRevisions", "documentProtection", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit"),
    *("hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldRevPrinting"),
    *("bookFoldPrinting", "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore"),
    *("footnotePr", "endnotePr", "compat", "docVars", "themeFontLang", "clrSchemeMapping", "decimalSymbol"),
    "listSeparator",
)
"""The order of the schema (ECMA-376 part 1, section 17.15.1.78)."""


def house_settings(template: WordTemplate, language: str, embedded: bool) -> bytes:
    """Return `settings.xml` for a document's language; `embedded` says that it carries fonts."""
    found = _by_name(parse(settings_part(language, embedded), "settings"))
    name = template.part(Relation.SETTINGS)
    theirs = _by_name(template.xml(name)) if name else {}
    for setting in _THE_HOUSES:
        found.pop(setting, None)
    for setting in (*_THE_HOUSES, *_THE_HOUSES_OR_OURS):
        if setting in theirs:
            found[setting] = theirs[setting]
    ordered = (found[setting] for setting in sorted(found, key=ORDER.index))
    return part("w:settings", f"{DECLARED} {IGNORABLE}", *(copied(one) for one in ordered))


def _by_name(root: etree._Element) -> dict[str, etree._Element]:
    return {etree.QName(one).localname: one for one in root.iterchildren("{*}*")}
