"""The theme's colours and fonts as a DrawingML theme, which is what Word's Design ribbon changes."""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.ooxml.markup import Xml, join, part, tag
from aibrief_report.ooxml.names import NAMESPACES
from aibrief_report.theme.coverage import stand_in
from aibrief_report.theme.tokens import Colours, Fonts, Role, Theme

# Faces for scripts that the theme's own fonts lack, as in Word's own themes, and a letter of each script.
_SCRIPTS: Mapping[str, tuple[str, str, str]] = {
    "Jpan": ("Yu Gothic", "Yu Mincho", "あ"),
    "Hang": ("Malgun Gothic", "Batang", "한"),
    "Hans": ("Microsoft YaHei", "SimSun", "们"),
    "Hant": ("Microsoft JhengHei", "PMingLiU", "們"),
    "Arab": ("Arial", "Arial", "ع"),
    "Hebr": ("Arial", "Times New Roman", "א"),
}
_EAST_ASIAN, _COMPLEX = "中", ("ع", "א")
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
    named |= {"hlink": colours.link, "folHlink": colours.muted}
    return [tag(f"a:{name}", tag("a:srgbClr", val=value.lstrip("#"))) for name, value in named.items()]


def _fonts(theme: Theme) -> list[Xml]:
    return [_font("major", "sans", theme.fonts), _font("minor", "text", theme.fonts)]


def _font(kind: str, role: Role, fonts: Fonts) -> Xml:
    """Return a font of the theme, with the families that stand in for it by script; else Word's own."""

    def other(*chars: str) -> str:
        return next((found for char in chars if (found := stand_in(fonts, role, char))), "")

    own = {"latin": getattr(fonts, role), "ea": other(_EAST_ASIAN), "cs": other(*_COMPLEX)}
    by_script = (
        tag("a:font", script=script, typeface=other(letter) or (sans if role == "sans" else serif))
        for script, (sans, serif, letter) in _SCRIPTS.items()
    )
    return tag(f"a:{kind}Font", *(tag(f"a:{name}", typeface=one) for name, one in own.items()), *by_script)


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
