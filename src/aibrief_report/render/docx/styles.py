"""Word's styles from the theme's tokens: the built-in ones by their own names, and a few of ours."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.ooxml.borders import Side
from aibrief_report.ooxml.language import RIGHT_TO_LEFT, primary
from aibrief_report.ooxml.markup import Xml, join, part, tag
from aibrief_report.ooxml.names import DECLARED, IGNORABLE
from aibrief_report.ooxml.paragraphs import TabStop
from aibrief_report.ooxml.style_sheets import Kind
from aibrief_report.ooxml.units import twips
from aibrief_report.render.docx import manners
from aibrief_report.render.docx.numbering import BULLETS, HEADINGS, NUMBERS, STEP, STYLED, text_indent
from aibrief_report.render.docx.style_xml import Setting, Style, Type, ground, rule, type_properties
from aibrief_report.render.docx.table_styles import normal_table, table_styles
from aibrief_report.theme.tokens import Theme

GAP = 5.0
"""The space after a paragraph of running text, in points; Word adds to it what the next one has above."""
_BUILT_IN = 376
"""How many styles Word of today has built in; what is not defined here stays hidden."""
BASES: tuple[tuple[Kind, str], ...] = (("character", "Default Paragraph Font"), ("numbering", "No List"))
"""What all styles of a kind are based on, by Word's names."""
_RULE = 30.0
_LABEL, _NUMBERS = 58.0, (18.0, 24.0)
"""Points: the room for "Figure 10" in a list of figures, and for numbers of headings in the contents."""
_SMALL_HEAD = Type("sans", bold=True, ink="accent")


def styles_part(
    theme: Theme, language: str, text_width: float, side: float, *, numbered: bool = False
) -> bytes:
    """Return `styles.xml` for a theme and a document's language; both widths are in points.

    `numbered` says that headings bear numbers, which then belong to their styles.
    """
    turned = primary(language) in RIGHT_TO_LEFT
    sheet = style_sheet(theme, text_width, side, numbered=numbered, turned=turned)
    styles = (style.xml(theme) for style in sheet)
    fixed = (basis(kind, name) for kind, name in BASES)
    tables = (style.xml for style in table_styles(theme))
    head = (_defaults(theme, language), _latent())
    return part("w:styles", f"{DECLARED} {IGNORABLE}", *head, *styles, *fixed, normal_table(), *tables)


def style_sheet(
    theme: Theme, text_width: float, side: float, *, numbered: bool = False, turned: bool = False
) -> tuple[Style, ...]:
    """Return the styles of paragraphs and characters for a theme; both widths are in points.

    `turned` says that text is written from right to left; then left is where lines begin.
    """
    sheet = _Sheet(theme, text_width, side, numbered, turned)
    groups = (
        sheet.text(),
        sheet.headings(),
        sheet.contents(),
        sheet.title(),
        sheet.lists(),
        sheet.captions(),
        sheet.cells(),
        sheet.furniture(),
        sheet.characters(),
    )
    return tuple(style for group in groups for style in group)


def _defaults(theme: Theme, language: str) -> Xml:
    # No colour here: LibreOffice prints it over the colours of runs in tables.
    look = Type("text", theme.sizes.body, language=language, kerned=True)
    spacing = tag(
        "w:spacing",
        w_after=twips(theme.spacing.paragraph),
        w_line=twips(theme.sizes.leading),
        w_lineRule="atLeast",
    )
    return tag(
        "w:docDefaults",
        tag("w:rPrDefault", type_properties(look, theme)),
        tag("w:pPrDefault", tag("w:pPr", tag("w:widowControl"), spacing)),
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


def basis(kind: str, name: str) -> Xml:
    """Return a style that all others of a kind are based on, and that says nothing."""
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


class _Sheet(Struct, frozen=True):
    """The styles of a theme, by where they are used; widths are in points."""

    theme: Theme
    text_width: float
    side: float
    numbered: bool
    turned: bool

    def text(self) -> tuple[Style, ...]:
        theme, sizes = self.theme, self.theme.sizes
        note = Setting(after=2, leading=sizes.small * 1.35, left=0 if self.side else STEP, hanging=STEP)
        quote = Setting(before=3, left=STEP, right=STEP, borders=rule(theme, "left", 2, "accent", 9))
        pause = Setting(8, 8, 1, right=self.text_width - _RULE, borders=rule(theme, "top", 0.75, "ink", 1))
        entry = Setting(after=3, leading=sizes.small * 1.2, left=9, hanging=9, hyphens=False)
        entry = replace(entry, keep_lines=True)
        return (
            Style("Normal", Type(ink="ink"), Setting(right_to_left=self.turned), based_on="", priority=0),
            Style("Quote", setting=quote, priority=29),
            Style("footnote text", Type(size=sizes.small), note, shown=False),
            Style("annotation text", Type("sans", sizes.small), Setting(0, 2), shown=False),
            Style("Bibliography", Type("sans", sizes.small - 0.5), entry, priority=37),
            Style("Brief Code", Type("code", sizes.table), self._code()),
            Style("Brief Rule", Type(size=2), pause),
        )

    def _code(self) -> Setting:
        """Return the setting of literal lines; borders in the colour of the ground stand for padding."""
        theme, sizes = self.theme, self.theme.sizes
        sides: tuple[Side, ...] = ("top", "left", "bottom", "right")
        padding = join(rule(theme, side, 0.5, "tint", 7) for side in sides)
        setting = Setting(
            8, 10, sizes.table * 1.4, left=8, right=8, fill=ground(theme, "tint"), hyphens=False
        )
        return replace(setting, borders=padding)

    def headings(self) -> tuple[Style, ...]:
        sizes = self.theme.sizes
        above = self.theme.spacing.section
        settings = (
            (sizes.heading1, _kept(0.82 * above, 6, sizes.heading1 * 1.2, level=0)),
            (sizes.heading2, _kept(0.5 * above, 3, sizes.heading2 * 1.25, level=1)),
            (sizes.heading3, _kept(0.32 * above, 2, sizes.heading3 * 1.3, level=2)),
        )
        looks = (manners.heading(self.theme, size, setting, self.side) for size, setting in settings)
        return tuple(
            Style(
                f"heading {level}",
                look,
                replace(setting, list=(HEADINGS, level - 1) if self.numbered else None),
                next="Normal",
                priority=9,
            )
            for level, (look, setting) in enumerate(looks, start=1)
        )

    def contents(self) -> tuple[Style, ...]:
        """Return the styles of lists of contents, figures and tables, with a stop for page numbers."""
        sizes = self.theme.sizes
        first, second = Type("sans", sizes.table + 0.5), Type("sans", sizes.table, "muted")
        # No right indent that keeps titles out of the column of pages: LibreOffice 7.4 then hides those.
        pages = (TabStop(self.text_width, "right", dotted=True),)
        setting = Setting(0, 1.5, sizes.table * 1.4, hyphens=False, tabs=pages)
        hangs = _NUMBERS if self.numbered else (0.0, 0.0)
        indented = [
            replace(setting, left=left, hanging=hanging)
            for left, hanging in ((hangs[0], hangs[0]), ((hangs[0] or STEP) + hangs[1], hangs[1]))
        ]
        label = replace(setting, left=_LABEL, hanging=_LABEL)
        return (
            Style("TOC Heading", replace(_SMALL_HEAD, size=sizes.table), _kept(16, 3, 12), priority=39),
            Style("toc 1", first, indented[0], priority=39, shown=False),
            Style("toc 2", second, indented[1], priority=39, shown=False),
            Style(
                "table of figures",
                first,
                label if manners.labels_hang(self.theme, self.side) else setting,
                shown=False,
            ),
        )

    def title(self) -> tuple[Style, ...]:
        theme, sizes = self.theme, self.theme.sizes
        band = theme.manners.cover.style == "band"
        # A band is a table, which stands out itself.
        out = 0.0 if band else -self.side
        label = Type(
            "sans", sizes.small, manners.on_band(theme, "accent"), bold=True, capitals=True, spacing=0.6
        )
        top = Setting(0, 24, 11, left=out, borders=manners.cover_rule(theme), hyphens=False)
        # A little beyond the margin: letters of this size stand a little within it.
        title, subtitle = (
            replace(_kept(0, 8, sizes.title * 1.12), right=-8),
            _kept(0, 14, sizes.subtitle * 1.3),
        )
        small = Setting(0, 0, sizes.small * 1.25, hyphens=False)
        return (
            Style("Brief Label", label, top, next="Title"),
            Style(
                "Title",
                Type("sans", sizes.title, manners.on_band(theme, "ink"), bold=True),
                replace(title, left=out),
                priority=10,
            ),
            Style(
                "Subtitle",
                Type("sans", sizes.subtitle, manners.on_band(theme, "muted")),
                replace(subtitle, left=out),
                priority=11,
            ),
            Style("Brief Imprint", Type("sans", sizes.small - 0.5, manners.on_band(theme, "")), small),
            Style(
                "Brief Imprint Label",
                Type(ink=manners.on_band(theme, "muted")),
                small,
                "Brief Imprint",
                next="Brief Imprint",
            ),
        )

    def lists(self) -> tuple[Style, ...]:
        found = []
        for name, number in (("List Bullet", BULLETS), ("List Number", NUMBERS)):
            for level in range(STYLED):
                setting = Setting(after=3, left=text_indent(level), hanging=STEP, list=(number, level))
                found.append(Style(f"{name} {level + 1}" if level else name, setting=setting, priority=36))
        found.append(Style("List Continue", setting=Setting(after=3, left=text_indent(0)), priority=36))
        return tuple(found)

    def captions(self) -> tuple[Style, ...]:
        sizes = self.theme.sizes
        above, beyond = 0.69 * self.theme.spacing.block, _kept(0, 5, sizes.table * 1.35)
        caption = manners.caption(self.theme, _kept(above, 5, sizes.caption * 1.32), self.side)
        beyond = replace(beyond, left=caption.left)
        detail = Type("sans", sizes.table, "muted")
        note = Setting(3, 0, sizes.small * 1.3, keep_lines=True, hyphens=False)
        figure = Setting(3, 2, 1, left=-self.side, keep_next=True)
        return (
            Style("caption", Type("sans", sizes.caption, "ink", bold=True), caption, priority=35),
            Style("Brief Caption Detail", detail, beyond),
            Style("Brief Figure", setting=figure),
            Style("Brief Lead", Type("sans", sizes.small, "muted"), _kept(0, 8, sizes.small * 1.35)),
            Style("Brief Note", Type("sans", sizes.small - 0.5, "muted"), replace(note, left=caption.left)),
        )

    def cells(self) -> tuple[Style, ...]:
        sizes = self.theme.sizes
        text = Setting(0, 0, sizes.table * 1.3, hyphens=False)
        close = replace(text, leading=(sizes.small - 0.5) * 1.3)
        value, label = _kept(0, 2, sizes.key_figure * 1.15), _kept(0, 0, sizes.small * 1.3)
        figure = Type("sans", sizes.key_figure, "accent", bold=True)
        return (
            Style("Brief Table Text", Type("sans", sizes.table, tabular=True), text),
            Style("Brief Annex Text", Type(size=sizes.small - 0.5), close, "Brief Table Text"),
            Style("Brief Table Heading", Type(bold=True), replace(text, keep_next=True), "Brief Table Text"),
            Style(
                "Brief Box Title", replace(_SMALL_HEAD, size=sizes.table), Setting(1, 3, 12, hyphens=False)
            ),
            Style("Brief Key Figure", figure, value),
            Style("Brief Key Figure Label", Type("sans", sizes.small - 0.5), label),
            Style("Brief Key Figure Detail", Type(ink="muted"), label, "Brief Key Figure Label"),
            Style("Brief Separator", Type(size=4), Setting(0, 0, 10)),
        )

    def furniture(self) -> tuple[Style, ...]:
        look = Type("sans", self.theme.sizes.small - 0.5, "muted", tabular=True)
        setting = Setting(0, 0, self.theme.sizes.small * 1.4)
        above, below = manners.running_rules(self.theme)
        lines = {"header": above, "footer": below}
        return tuple(
            Style(name, look, replace(setting, borders=borders), shown=False)
            for name, borders in lines.items()
        )

    def characters(self) -> tuple[Style, ...]:
        contested = Type("sans", self.theme.sizes.table - 0.5, "contested", bold=True)
        return (
            _characters("Strong", Type(bold=True), priority=22),
            _characters("Emphasis", Type(italic=True), priority=20),
            _characters("Hyperlink", Type(ink="link"), shown=False),
            _characters("footnote reference", Type(ink="accent", raised=True), shown=False),
            _characters("annotation reference", Type(size=8), shown=False),
            _characters("Brief Literal", Type("code", self.theme.sizes.body - 0.5)),
            _characters("Brief Number Label", Type(ink="accent")),
            _characters("Brief Contested", contested),
            _characters("Brief Group", Type(bold=True)),
            _characters("Brief Annex Number", Type(size=self.theme.sizes.small, ink="accent", bold=True)),
            _characters("Brief Band Link", Type(ink="band_ink"), shown=False),
            _characters(
                "Brief Series", Type(ink=manners.on_band(self.theme, "muted"), bold=False, capitals=False)
            ),
            _characters("Brief Unit", Type(ink="muted", bold=False)),
        )


def _kept(before: float, after: float, leading: float, level: int | None = None) -> Setting:
    """Return a setting for what stays whole and with the text beneath it: headings, captions."""
    return Setting(before, after, leading, keep_next=True, keep_lines=True, hyphens=False, level=level)


def _characters(name: str, look: Type, priority: int = 99, shown: bool = True) -> Style:
    """Return a style of characters within a paragraph."""
    return Style(name, look, None, "Default Paragraph Font", priority=priority, shown=shown)
