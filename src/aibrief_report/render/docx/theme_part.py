"""The theme's colours and fonts as a DrawingML theme, which is what Word's Design ribbon changes."""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.ooxml.markup import Xml, join, part, tag
from aibrief_report.ooxml.names import NAMESPACES
from aibrief_report.theme.tokens import Colours, Theme

# Faces for scripts that the theme's own fonts lack, as in Word's own themes.
_SCRIPTS: Mapping[str, tuple[str, str]] = {
    "Jpan": ("Yu Gothic", "Yu Mincho"),
    "Hang": ("Malgun Gothic", "Batang"),
    "Hans": ("Microsoft YaHei", "SimSun"),
    "Hant": ("Microsoft JhengHei", "PMingLiU"),
    "Arab": ("Arial", "Arial"),
    "Hebr": ("Arial", "Times New Roman"),
}
_STRENGTHS = (1, 2, 3)


def theme_part(theme: Theme) -> bytes:
    """Return `theme1.xml`: headings are the major font, text the minor one, the accent is accent 1."""
    elements = tag(
        "a:themeElements",
        tag("a:clrScheme", *_colours(theme.colours), name=theme.name),
        tag("a:fontScheme", *_fonts(theme), name=theme.name),
        tag("a:fmtScheme", *_effects(), name=theme.name),
    )
    return part("a:theme", f'xmlns:a="{NAMESPACES["a"]}" name="{theme.name}"', elements)


def _colours(colours: Colours) -> list[Xml]:
    accents = list(dict.fromkeys((colours.accent, *colours.series)))
    six = [accents[place % len(accents)] for place in range(6)]
    named = {"dk1": colours.ink, "lt1": colours.paper, "dk2": colours.muted, "lt2": colours.tint}
    named |= {f"accent{place}": colour for place, colour in enumerate(six, start=1)}
    named |= {"hlink": colours.accent, "folHlink": colours.muted}
    return [tag(f"a:{name}", tag("a:srgbClr", val=value.lstrip("#"))) for name, value in named.items()]


def _fonts(theme: Theme) -> list[Xml]:
    return [_font("major", theme.fonts.sans, 0), _font("minor", theme.fonts.text, 1)]


def _font(kind: str, family: str, place: int) -> Xml:
    own = (tag("a:latin", typeface=family), tag("a:ea", typeface=""), tag("a:cs", typeface=""))
    others = (tag("a:font", script=script, typeface=faces[place]) for script, faces in _SCRIPTS.items())
    return tag(f"a:{kind}Font", *own, *others)


def _effects() -> list[Xml]:
    """Return plain fills and lines: the schema wants three of each, shapes in a brief use none."""
    fill = tag("a:solidFill", tag("a:schemeClr", val="phClr"))
    lines = (tag("a:ln", fill, w=6350 * strength) for strength in _STRENGTHS)
    return [
        tag("a:fillStyleLst", *(fill for _ in _STRENGTHS)),
        tag("a:lnStyleLst", join(lines)),
        tag("a:effectStyleLst", *(tag("a:effectStyle", tag("a:effectLst")) for _ in _STRENGTHS)),
        tag("a:bgFillStyleLst", *(fill for _ in _STRENGTHS)),
    ]
