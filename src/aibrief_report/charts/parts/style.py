"""The one Vega configuration of all charts, made from the theme's tokens."""

from __future__ import annotations

from aibrief_report.digest import Json
from aibrief_report.theme.tokens import Theme

HAIRLINE = 0.5
DASHES = (3.0, 2.0)


def config(theme: Theme) -> dict[str, Json]:
    """Return Vega-Lite's `config`: the theme's sans and its stand-ins, greys, light rules, no box."""
    colours, size = theme.colours, theme.sizes.small
    axis: dict[str, Json] = {
        "domain": False,
        "ticks": False,
        "grid": False,
        "gridColor": colours.rule,
        "gridWidth": HAIRLINE,
        "domainColor": colours.muted,
        "domainWidth": HAIRLINE,
        "labelColor": colours.ink,
        "labelFontSize": size,
        "labelPadding": 4,
        "labelLimit": 0,
        "labelOverlap": False,
        "labelFlush": False,
        "labelAngle": 0,
        "labelLineHeight": round(size * 1.2, 1),
        "title": None,
        "translate": 0,
    }
    return {
        "font": ", ".join((*theme.fonts.stack("sans"), "sans-serif")),
        "background": "transparent",
        "axis": axis,
        "axisQuantitative": {"grid": True},
        "legend": {
            "orient": "top",
            "title": None,
            "labelColor": colours.ink,
            "labelFontSize": size,
            "symbolStrokeWidth": 1.8,
            "symbolSize": 49,
        },
        "view": {"stroke": None},
        "text": {"fontSize": size, "color": colours.ink, "lineHeight": round(size * 1.2, 1)},
        "range": {"category": list(theme.colours.series)},
    }
