"""Table styles: tables with horizontal rules only, boxes, the strip of key figures, the imprint."""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.ooxml.markup import NOTHING, Xml, join, tag
from aibrief_report.ooxml.style_sheets import style_id
from aibrief_report.ooxml.units import half_points, twips
from aibrief_report.render.docx import manners
from aibrief_report.render.docx.style_xml import ground, rule
from aibrief_report.theme.tokens import Theme

CELL_GAP = 8.0
"""The space at the right within a table's cells, in points; text starts at a cell's edge."""
NUMBER_GAP = 10.0
"""The space at the left of numbers, which end at the cell's edge, in points."""
FIGURE_GAP = 14.0
"""The space at the right of a key figure, in points."""
BOX_SIDE = 11.0
"""The space at the left and right within a tinted box, in points."""


def table_styles(theme: Theme) -> tuple[TableStyle, ...]:
    """Return the styles of tables."""
    rules, (head, words) = manners.table_rules(theme), manners.table_head(theme)
    box, findings = manners.box_edges(theme), manners.box_edges(theme, findings=True)
    figures, light = manners.figure_edges(theme), rule(theme, "top", 0.5, "rule")
    band = ground(theme, "band") if theme.manners.cover.style == "band" else NOTHING
    small = tag(
        "w:rPr", join(tag(name, w_val=half_points(theme.sizes.body - 1)) for name in ("w:sz", "w:szCs"))
    )
    return (
        TableStyle("Brief Table", rules, (2.6, CELL_GAP), first_row=head, head=words),
        TableStyle("Brief Annex Table", rules, (1.8, CELL_GAP), first_row=head, head=words),
        TableStyle("Brief Box", box[0], (9, 0), fill=box[1]),
        TableStyle("Brief Findings", findings[0], (7, 0), fill=findings[1]),
        TableStyle("Brief Plain Box", light, (7, 0), look=small),
        TableStyle("Brief Key Figures", figures[0], (5, FIGURE_GAP), fill=figures[1]),
        TableStyle("Brief Imprint Table", NOTHING if band else light, (6, CELL_GAP), fill=band),
    )


def normal_table() -> Xml:
    """Return the style that all of tables are based on."""
    return tag(
        "w:style",
        tag("w:name", w_val="Normal Table"),
        tag("w:uiPriority", w_val=99),
        tag("w:semiHidden"),
        tag("w:unhideWhenUsed"),
        tag("w:tblPr", tag("w:tblInd", w_w=0, w_type="dxa"), _margins(0, 0)),
        w_type="table",
        w_default=1,
        w_styleId="TableNormal",
    )


class TableStyle(Struct, frozen=True):
    """A table style: its borders, the space above and below and at the right in its cells, its ground.

    `first_row` are the properties of its head's cells, `head` those of their runs.
    """

    name: str
    borders: Xml
    margins: tuple[float, float]
    fill: Xml = NOTHING
    look: Xml = NOTHING
    first_row: Xml = NOTHING
    head: Xml = NOTHING

    @property
    def id(self) -> str:
        """The id by which tables refer to it."""
        return style_id(self.name)

    @property
    def xml(self) -> Xml:
        """The style as `w:style`."""
        width = tag("w:tblInd", w_w=0, w_type="dxa")
        borders = tag("w:tblBorders", self.borders)
        bold = tag("w:rPr", tag("w:b"), tag("w:bCs"), self.head)
        head = tag("w:tblStylePr", bold, tag("w:tcPr", self.first_row), w_type="firstRow")
        return tag(
            "w:style",
            tag("w:name", w_val=self.name),
            tag("w:basedOn", w_val="TableNormal"),
            tag("w:uiPriority", w_val=99),
            tag("w:qFormat"),
            self.look,
            tag("w:tblPr", width, borders, _margins(*self.margins)),
            tag("w:tcPr", self.fill) if self.fill else NOTHING,
            head if self.first_row else NOTHING,
            w_type="table",
            w_customStyle=1,
            w_styleId=self.id,
        )


def _margins(vertical: float, right: float) -> Xml:
    lengths = {"top": vertical, "left": 0.0, "bottom": vertical, "right": right}
    edges = (tag(f"w:{edge}", w_w=twips(length), w_type="dxa") for edge, length in lengths.items())
    return tag("w:tblCellMar", join(edges))
