"""Word's styles from the theme's tokens: the built-in ones by their own names, and a few of ours."""

from __future__ import annotations

from aibrief_report.ooxml.borders import line
from aibrief_report.ooxml.markup import Xml, part, tag
from aibrief_report.ooxml.names import DECLARED, IGNORABLE
from aibrief_report.ooxml.units import twips
from aibrief_report.render.docx.numbering import BULLETS, NUMBERS, STEP, STYLED, text_indent
from aibrief_report.render.docx.style_xml import Setting, Style, Type, type_properties
from aibrief_report.render.docx.table_styles import table_styles
from aibrief_report.theme.tokens import Theme

GAP = 6.0
"""The space after a paragraph of running text, in points."""
_BUILT_IN = 376
"""How many styles Word of today has built in; what is not defined here stays hidden."""


def styles_part(theme: Theme, language: str) -> bytes:
    """Return `styles.xml` for a theme and a document's language."""
    colours = {"ink": theme.colours.ink, "muted": theme.colours.muted, "accent": theme.colours.accent}
    groups = (
        _text_styles(theme),
        _heading_styles(theme),
        _title_styles(theme),
        _list_styles(),
        _caption_styles(theme),
        _box_styles(theme),
        _furniture_styles(theme),
        _character_styles(theme),
    )
    styles = (style.xml(colours, theme.fonts.code) for group in groups for style in group)
    defaults = _defaults(theme, language, colours)
    fixed = (_default_style("character", "Default Paragraph Font"), _default_style("numbering", "No List"))
    return part(
        "w:styles", f"{DECLARED} {IGNORABLE}", defaults, _latent(), *styles, *fixed, table_styles(theme)
    )


def _defaults(theme: Theme, language: str, colours: dict[str, str]) -> Xml:
    look = Type("text", theme.sizes.body, "ink", language=language, kerned=True)
    spacing = tag("w:spacing", w_after=twips(GAP), w_line=twips(theme.sizes.leading), w_lineRule="atLeast")
    return tag(
        "w:docDefaults",
        tag("w:rPrDefault", type_properties(look, colours, theme.fonts.code)),
        tag("w:pPrDefault", tag("w:pPr", spacing)),
    )


def _latent() -> Xml:
    """Return that Word hides the built-in styles that this document does not define."""
    return tag(
        "w:latentStyles",
        w_defLockedState=0,
        w_defUIPriority=99,
        w_defSemiHidden=1,
        w_defUnhideWhenUsed=1,
        w_defQFormat=0,
        w_count=_BUILT_IN,
    )


def _default_style(kind: str, name: str) -> Xml:
    return tag(
        "w:style",
        tag("w:name", w_val=name),
        tag("w:uiPriority", w_val=99),
        tag("w:semiHidden"),
        tag("w:unhideWhenUsed"),
        w_type=kind,
        w_default=1,
        w_styleId=name.replace(" ", ""),
    )


def _text_styles(theme: Theme) -> tuple[Style, ...]:
    sizes, colours = theme.sizes, theme.colours
    small = Setting(after=3, leading=sizes.small * 1.3)
    quote = Setting(left=STEP, right=STEP, borders=line("left", 2, colours.rule, 10))
    code = Setting(
        before=6, after=8, leading=sizes.small * 1.45, left=6, right=6, fill=colours.tint, hyphens=False
    )
    return (
        Style("Normal", based_on="", priority=0),
        Style("Quote", Type(ink="muted"), quote, priority=29),
        Style("footnote text", Type(size=sizes.small), small, shown=False),
        Style(
            "Bibliography",
            Type(size=sizes.small + 1),
            Setting(after=4, leading=12, left=STEP, hanging=STEP),
            priority=37,
        ),
        Style("Brief Code", Type("code", sizes.small), code),
        Style("Brief Rule", Type(size=2), _rule(theme)),
    )


def _rule(theme: Theme) -> Setting:
    """Return a short line in the middle: a paragraph set in from both sides, with a line on top."""
    return Setting(10, 8, 1, left=150, right=150, borders=line("top", 0.75, theme.colours.rule, 1))


def _heading_styles(theme: Theme) -> tuple[Style, ...]:
    sizes = theme.sizes
    looks = (
        (
            Type("sans", sizes.heading1, "ink", bold=True),
            _kept(20, 5, sizes.heading1 * 1.2, level=0),
        ),
        (
            Type("sans", sizes.heading2, "ink", bold=True),
            _kept(13, 3, sizes.heading2 * 1.25, level=1),
        ),
        (
            Type("sans", sizes.heading3, "accent", bold=True),
            _kept(10, 2, sizes.heading3 * 1.3, level=2),
        ),
    )
    headings = tuple(
        Style(f"heading {level}", look, setting, next="Normal", priority=9)
        for level, (look, setting) in enumerate(looks, start=1)
    )
    contents = Type("sans", sizes.heading3, "accent", bold=True)
    return (
        *headings,
        Style("TOC Heading", contents, Setting(14, 3, keep_next=True), next="Normal", priority=39),
        Style(
            "toc 1", Type("sans", sizes.body - 0.5), Setting(after=2, leading=13), priority=39, shown=False
        ),
        Style(
            "toc 2",
            Type("sans", sizes.body - 1, "muted"),
            Setting(after=1, leading=12, left=STEP),
            priority=39,
            shown=False,
        ),
    )


def _title_styles(theme: Theme) -> tuple[Style, ...]:
    sizes, colours = theme.sizes, theme.colours
    label = Type("sans", sizes.small + 0.5, "accent", bold=True, capitals=True, spacing=0.6)
    top = Setting(0, 14, borders=line("top", 3, colours.accent, 8), hyphens=False)
    details = Setting(0, 14, leading=12, borders=line("bottom", 0.5, colours.rule, 8), hyphens=False)
    title = Setting(0, 4, sizes.title * 1.12, keep_next=True, keep_lines=True, hyphens=False)
    subtitle = Setting(0, 12, sizes.subtitle * 1.3, keep_lines=True, hyphens=False)
    return (
        Style("Brief Label", label, top, next="Title"),
        Style("Title", Type("sans", sizes.title, "ink", bold=True), title, next="Subtitle", priority=10),
        Style("Subtitle", Type("sans", sizes.subtitle, "muted"), subtitle, next="Normal", priority=11),
        Style("Brief Authors", Type("sans", sizes.body, "ink"), Setting(0, 2, hyphens=False)),
        Style("Brief Details", Type("sans", sizes.small + 0.5, "muted"), details),
    )


def _list_styles() -> tuple[Style, ...]:
    found = []
    for ordered, number in ((False, BULLETS), (True, NUMBERS)):
        for level in range(STYLED):
            name = ("List Number" if ordered else "List Bullet") + (f" {level + 1}" if level else "")
            setting = Setting(after=3, left=text_indent(level), hanging=STEP, list=(number, level))
            found.append(Style(name, setting=setting, priority=36))
    found.append(Style("List Continue", setting=Setting(after=3, left=text_indent(0)), priority=36))
    return tuple(found)


def _caption_styles(theme: Theme) -> tuple[Style, ...]:
    sizes = theme.sizes
    subtitle = _kept(0, 4, sizes.table * 1.35)
    return (
        Style(
            "caption",
            Type("sans", sizes.body, "ink", bold=True),
            _kept(14, 1, sizes.body * 1.3),
            priority=35,
        ),
        Style("Brief Caption Detail", Type("sans", sizes.table, "muted"), subtitle),
        Style("Brief Figure", setting=Setting(2, 3, 0, keep_next=True)),
        Style(
            "Brief Note",
            Type("sans", sizes.small, "muted"),
            Setting(3, 0, sizes.small * 1.3, keep_lines=True),
        ),
        Style(
            "Brief Table Text",
            Type("sans", sizes.table, tabular=True),
            Setting(0, 0, sizes.table * 1.3, hyphens=False),
        ),
        Style(
            "Brief Table Heading", Type(bold=True), Setting(keep_next=True, hyphens=False), "Brief Table Text"
        ),
    )


def _box_styles(theme: Theme) -> tuple[Style, ...]:
    sizes = theme.sizes
    title = Type("sans", sizes.heading3 + 0.5, "accent", bold=True)
    figure = Type("sans", sizes.key_figure, "accent", bold=True, tabular=True)
    return (
        Style("Brief Box Title", title, Setting(0, 4, keep_next=True, hyphens=False)),
        Style(
            "Brief Key Figure", figure, Setting(0, 1, sizes.key_figure * 1.15, keep_next=True, hyphens=False)
        ),
        Style(
            "Brief Key Figure Label",
            Type("sans", sizes.table),
            Setting(0, 2, sizes.table * 1.3, keep_next=True, hyphens=False),
        ),
        Style(
            "Brief Key Figure Detail",
            Type("sans", sizes.small, "muted"),
            Setting(0, 0, sizes.small * 1.3, hyphens=False),
        ),
        Style("Brief Separator", Type(size=4), Setting(0, 0, 8)),
    )


def _furniture_styles(theme: Theme) -> tuple[Style, ...]:
    setting = Setting(0, 0, theme.sizes.small * 1.4)
    look = Type("sans", theme.sizes.small, "muted", tabular=True)
    return tuple(Style(name, look, setting, shown=False) for name in ("header", "footer"))


def _character_styles(theme: Theme) -> tuple[Style, ...]:
    return (
        _characters("Strong", Type(bold=True), priority=22),
        _characters("Emphasis", Type(italic=True), priority=20),
        _characters("Hyperlink", Type(ink="accent"), shown=False),
        _characters("footnote reference", Type(raised=True), shown=False),
        _characters("Brief Literal", Type("code", theme.sizes.body - 0.5)),
        _characters("Brief Number Label", Type(ink="accent")),
        _characters("Brief Group", Type(bold=True)),
        _characters("Brief Unit", Type(ink="muted", bold=False)),
    )


def _kept(before: float, after: float, leading: float, level: int | None = None) -> Setting:
    """Return a setting for what stays whole and with the text beneath it: headings, captions."""
    return Setting(before, after, leading, keep_next=True, keep_lines=True, hyphens=False, level=level)


def _characters(name: str, look: Type, priority: int = 99, shown: bool = True) -> Style:
    """Return a style of characters within a paragraph."""
    return Style(name, look, None, "Default Paragraph Font", priority=priority, shown=shown)
