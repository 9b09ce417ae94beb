"""A theme's choices on paper: what stands in the side column, what bleeds, what goes above its text."""

from __future__ import annotations

from aibrief_report.theme.manners import Manners
from aibrief_report.theme.tokens import Theme


def paper_manners(theme: Theme, side: float) -> str:
    """Return the rules for a side column of that width in points; 0 for a page without one."""
    chosen = theme.manners
    parts = (
        _COVER.get(chosen.cover.style, ""),
        _headings(chosen, side),
        _captions(chosen, side),
        _boxes(chosen, side),
    )
    return "".join(parts)


_COVER = {
    # Out to the edges of the sheet, and its text back to where all text begins.
    "band": """
.title-block{margin:calc(-1*var(--page-top)) calc(-1*var(--page-right)) 20pt
calc(-1*(var(--side) + var(--page-left)));
padding:calc(.75*var(--page-top)) var(--page-right) 12pt calc(var(--page-left))}
.title-block .deck{margin-bottom:20pt}
""",
}


def _headings(chosen: Manners, side: float) -> str:
    if not side:
        return _RUN_IN_NUMBER
    if chosen.headings.place == "edge":
        return f"{_RUN_IN_NUMBER}h2,h3,h4{{margin-left:calc(-1*var(--side))}}"
    return _SIDE_NUMBER


_RUN_IN_NUMBER = ".no{margin-right:.6em;font-weight:400}"
_SIDE_NUMBER = """
.no{display:inline-block;width:var(--side);margin-left:calc(-1*var(--side));font-weight:400}
"""


def _captions(chosen: Manners, side: float) -> str:
    aside = chosen.captions.label == "side" and bool(side)
    beneath = _BENEATH if chosen.captions.place == "beneath" else ""
    return (_SIDE_LABEL if aside else "figcaption .label{margin-right:.6em}") + beneath


_SIDE_LABEL = """
figcaption,.beneath{padding-left:var(--side)}
figcaption .label{display:inline-block;width:var(--side);margin-left:calc(-1*var(--side))}
"""
_BENEATH = """
figure.chart figcaption,figure.image figcaption{margin:7pt 0 0;break-before:avoid;break-after:auto}
"""


def _boxes(chosen: Manners, side: float) -> str:
    if chosen.boxes.title == "side" and side:
        return _SIDE_TITLE + _SIDE_PADDING[chosen.boxes.style]
    bare = ".method,.about" if chosen.boxes.style != "tint" else ".findings,.method,.about"
    clear = ".findings{background:none}" if chosen.boxes.style == "tint" else ""
    return f"{_TITLE_ABOVE}{bare}{{padding:7pt 0 0}}{clear}"


# Cells rather than floats: what floats is painted, searched and copied before all other text of its page.
_SIDE_TITLE = """
.box{display:table;table-layout:fixed;width:calc(100% + var(--side));padding-left:11pt;
margin-left:calc(-1*var(--side))}
.box-title,.box-body{display:table-cell}
.box-title{width:calc(var(--side) - 11pt);padding-right:9pt}
.findings .box-title,.method .box-title,.about .box-title{width:var(--side)}
.box-title .label{display:block}
"""
_TITLE_ABOVE = """
.box-title{margin-bottom:4pt}
.box-title .label{margin-right:.6em}
"""
_SIDE_PADDING = {
    "tint": ".findings,.method,.about{padding:7pt 0 0}.findings{background:none}",
    "bar": ".method,.about{padding:7pt 0 0}.findings .box-title{width:calc(var(--side) - 11pt)}",
    "frame": ".method,.about{padding:7pt 0 0}.findings .box-title{width:calc(var(--side) - 11pt)}",
}
