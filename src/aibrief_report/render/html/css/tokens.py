"""A theme's tokens as CSS custom properties: the only place where a theme's values enter a style sheet."""

from __future__ import annotations

from dataclasses import asdict, fields

from aibrief_report.render.html.css.colours import Scheme
from aibrief_report.render.html.markup import css_string
from aibrief_report.theme.tokens import Theme

_GENERIC = {"text": "serif", "sans": "sans-serif", "code": "monospace"}


def number(value: float) -> str:
    """Return a number as CSS writes it: at most three decimals, no trailing noughts."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def families(theme: Theme) -> str:
    """Return the families, each with the generic one that stands in for it."""
    return "".join(
        f"--{role}:{css_string(getattr(theme.fonts, role))},{generic};" for role, generic in _GENERIC.items()
    )


def sizes(theme: Theme, unit: str, scale: float = 1.0) -> str:
    """Return the type sizes in a unit, each times `scale`, and the leading as a ratio."""
    found = "".join(
        f"--{name.replace('_', '-')}:{number(size * scale)}{unit};"
        for name, size in asdict(theme.sizes).items()
        if name != "leading"
    )
    return f"{found}--leading:{number(theme.sizes.leading / theme.sizes.body)};"


def colours(scheme: Scheme) -> str:
    """Return the colours of a scheme, without those of its charts' marks."""
    return "".join(
        f"--{one.name}:{getattr(scheme, one.name)};" for one in fields(scheme) if one.name != "marks"
    )


def turning(light: Scheme, dark: Scheme) -> str:
    """Return the colours of two schemes as pairs, of which the page takes the one that it is shown in."""
    names = [one.name for one in fields(light) if one.name != "marks"]
    return "".join(f"--{name}:light-dark({getattr(light, name)},{getattr(dark, name)});" for name in names)
