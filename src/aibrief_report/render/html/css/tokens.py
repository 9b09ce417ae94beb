"""A theme's tokens as CSS custom properties: the only place where a theme's values enter a style sheet."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import asdict

from aibrief_report.render.html.css.colours import Scheme
from aibrief_report.render.html.markup import css_string
from aibrief_report.theme.tokens import ROLES, Role, Theme

_GENERIC: Mapping[Role, str] = {"text": "serif", "sans": "sans-serif", "code": "monospace"}


def number(value: float) -> str:
    """Return a number as CSS writes it: at most three decimals, no trailing noughts."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def families(theme: Theme) -> str:
    """Return the families of each role, and the generic one that stands in for them."""
    return "".join(
        f"--{role}:{','.join(map(css_string, theme.fonts.stack(role)))},{_GENERIC[role]};" for role in ROLES
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
    return "".join(f"--{name}:{colour};" for name, colour in _named(scheme))


def turning(light: Scheme, dark: Scheme) -> str:
    """Return the colours of two schemes as pairs, of which the page takes the one that it is shown in."""
    pairs = zip(_named(light), _named(dark), strict=True)
    return "".join(f"--{name}:light-dark({one},{other});" for (name, one), (_, other) in pairs)


def _named(scheme: Scheme) -> list[tuple[str, str]]:
    names = [name for name in scheme.__struct_fields__ if name != "marks"]
    return [(name.replace("_", "-"), getattr(scheme, name)) for name in names]
