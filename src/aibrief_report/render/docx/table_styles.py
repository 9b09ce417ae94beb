"""Table styles: the brief's tables with their horizontal rules, its boxes and its strip of key figures."""

from __future__ import annotations

from aibrief_report.ooxml.borders import line
from aibrief_report.ooxml.markup import NOTHING, Xml, join, tag
from aibrief_report.ooxml.tables import shading
from aibrief_report.ooxml.units import twips
from aibrief_report.theme.tokens import Theme

CELL_SIDE = 4.0
"""The space at the left and right within a table's cells, in points."""
BOX_SIDE = 11.0
"""The space at the left and right within a box, in points."""


def table_styles(theme: Theme) -> Xml:
    """Return the styles of tables: Word's own basis, then ours."""
    colours = theme.colours
    rules = join(
        (
            line("top", 1, colours.ink),
            line("bottom", 1, colours.ink),
            line("insideH", 0.5, colours.rule),
        )
    )
    box = line("top", 1.5, colours.accent)
    findings = line("left", 3, colours.accent)
    strip = join((line("top", 0.5, colours.rule), line("bottom", 0.5, colours.rule)))
    header = tag("w:tblStylePr", _bold(), tag("w:tcPr", _cell_borders(theme)), w_type="firstRow")
    return join(
        (
            _basis(),
            _style("Brief Table", rules, (2.5, CELL_SIDE), parts=header),
            _style("Brief Box", box, (8, BOX_SIDE), fill=colours.tint),
            _style("Brief Plain Box", line("top", 0.75, colours.rule), (6, 0)),
            _style("Brief Findings", findings, (9, BOX_SIDE), fill=colours.tint),
            _style("Brief Key Figures", strip, (8, CELL_SIDE)),
        )
    )


def _basis() -> Xml:
    margins = _margins(0, 5.4)
    return tag(
        "w:style",
        tag("w:name", w_val="Normal Table"),
        tag("w:uiPriority", w_val=99),
        tag("w:semiHidden"),
        tag("w:unhideWhenUsed"),
        tag("w:tblPr", tag("w:tblInd", w_w=0, w_type="dxa"), margins),
        w_type="table",
        w_default=1,
        w_styleId="TableNormal",
    )


def _style(
    name: str, borders: Xml, margins: tuple[float, float], *, fill: str = "", parts: Xml = NOTHING
) -> Xml:
    properties = tag(
        "w:tblPr", tag("w:tblInd", w_w=0, w_type="dxa"), tag("w:tblBorders", borders), _margins(*margins)
    )
    return tag(
        "w:style",
        tag("w:name", w_val=name),
        tag("w:basedOn", w_val="TableNormal"),
        tag("w:uiPriority", w_val=99),
        tag("w:qFormat"),
        properties,
        tag("w:tcPr", shading(fill)) if fill else NOTHING,
        parts,
        w_type="table",
        w_customStyle=1,
        w_styleId=name.replace(" ", ""),
    )


def _margins(vertical: float, side: float) -> Xml:
    lengths = {"top": vertical, "left": side, "bottom": vertical, "right": side}
    return tag(
        "w:tblCellMar",
        join(tag(f"w:{edge}", w_w=twips(value), w_type="dxa") for edge, value in lengths.items()),
    )


def _bold() -> Xml:
    return tag("w:rPr", tag("w:b"))


def _cell_borders(theme: Theme) -> Xml:
    return tag("w:tcBorders", line("bottom", 0.75, theme.colours.ink))
