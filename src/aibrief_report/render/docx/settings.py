"""The document's settings: hyphenation, fonts, languages, and how Word of today lays out."""

from __future__ import annotations

from aibrief_report.ooxml.footnotes import separators
from aibrief_report.ooxml.language import EAST_ASIAN, RIGHT_TO_LEFT, decimal_mark, primary, word_language
from aibrief_report.ooxml.markup import Xml, flag, part, tag
from aibrief_report.ooxml.names import DECLARED, IGNORABLE

_COLOURS = (
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hyperlink",
    "followedHyperlink",
)
_WORD = "http://schemas.microsoft.com/office/word"
_BEHAVIOUR = (
    "overrideTableStyleFontSizeAndJustification",
    "enableOpenTypeFeatures",
    "doNotFlipMirrorIndents",
    "differentiateMultirowTableHeaders",
)


def settings_part(language: str, embedded: bool) -> bytes:
    """Return `settings.xml` for a document's language; `embedded` says that it carries its fonts."""
    mark = decimal_mark(language)
    return part(
        "w:settings",
        f"{DECLARED} {IGNORABLE}",
        tag("w:zoom", w_percent=100),
        flag("w:embedTrueTypeFonts", embedded),
        tag("w:defaultTabStop", w_val=720),
        tag("w:autoHyphenation", w_val=1),
        tag("w:consecutiveHyphenLimit", w_val=2),
        tag("w:hyphenationZone", w_val=360),
        tag("w:doNotHyphenateCaps"),
        tag("w:characterSpacingControl", w_val="doNotCompress"),
        separators(),
        _compatibility(),
        _languages(language),
        _colour_mapping(),
        tag("w:decimalSymbol", w_val=mark),
        tag("w:listSeparator", w_val=";" if mark == "," else ","),
    )


def _compatibility() -> Xml:
    """Return that the document is one of Word 2013 or later, not one to open in a compatibility mode."""
    mode = tag("w:compatSetting", w_name="compatibilityMode", w_uri=_WORD, w_val=15)
    return tag(
        "w:compat", mode, *(tag("w:compatSetting", w_name=name, w_uri=_WORD, w_val=1) for name in _BEHAVIOUR)
    )


def _languages(language: str) -> Xml:
    """Return which language the theme's fonts are chosen for."""
    name = word_language(language)
    if primary(language) in EAST_ASIAN:
        return tag("w:themeFontLang", w_val="en-US", w_eastAsia=name)
    if primary(language) in RIGHT_TO_LEFT:
        return tag("w:themeFontLang", w_val="en-US", w_bidi=name)
    return tag("w:themeFontLang", w_val=name)


def _colour_mapping() -> Xml:
    own = {"w_bg1": "light1", "w_t1": "dark1", "w_bg2": "light2", "w_t2": "dark2"}
    return tag("w:clrSchemeMapping", **own, **{f"w_{name}": name for name in _COLOURS})
