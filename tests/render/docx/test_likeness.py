"""One chart in many forms: picture, specification, Word's chart, workbook, alt text and table agree."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
from lxml import etree

from aibrief_report.charts.alt import LONG, describe
from aibrief_report.charts.panels import panels_of
from aibrief_report.charts.parts.events import stretch_of
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.table import data_table, value_text
from aibrief_report.charts.values import records
from aibrief_report.charts.wording import ENGLISH, wording_for
from aibrief_report.model.charts import Chart
from aibrief_report.model.walk import walk
from aibrief_report.ooxml.charts.sheets import read_book
from aibrief_report.ooxml.charts.workbook import workbook
from aibrief_report.pipeline import write
from aibrief_report.render.docx.native.forms import native_charts
from tests.charts.gallery import GALLERY
from tests.charts.making import THEME, WIDTH, drawn
from tests.render.docx.natives import C, drawn_numbers, labels

C_STRINGS, C_NUMBERS = f"{{{C['c']}}}strRef", f"{{{C['c']}}}numRef"
C_LABELS = f"{{{C['c15']}}}datalabelsRange"
DRAWN = {name: one for name, one in GALLERY.items() if one.kind != "vega"}
BRIEFS = (
    "us-china-ai-rivalry",
    "china-self-reliance",
    "open-models-and-governance",
    "where-ai-stands",
)


def told(one):
    """The points of a chart that are drawn, each with its series."""
    return [
        (series, point)
        for series in one.series
        for point in series.points
        if point.y is not None or one.kind == "timeline"
    ]


def amounts(one):
    return Counter(Decimal(point.y) for _, point in told(one) if point.y is not None)


def agree(one: Chart, drawing, wording=ENGLISH, theme=THEME, width=WIDTH):
    """Hold every form of a chart to its values."""
    picture(one, drawing, Sheet(theme, width, wording))
    specification(one, drawing)
    words(one, wording)
    held = native_charts(one, Sheet(theme, width, wording))
    assert len(held) in (0, len(panels_of(one)))
    for panel, made in zip(panels_of(one), held, strict=False):
        root = etree.fromstring(made.space.xml)
        marks(panel.chart, root)
        sheets(panel.chart, root, read_book(workbook(made.sheets), "book.xlsx"), made, wording)


def picture(one, drawing, sheet):
    """Each mark of the SVG says its own value; none says another, none is left out."""
    svg = etree.fromstring(drawing.svg.encode())
    found = Counter(title.text for title in svg.iter("{http://www.w3.org/2000/svg}title"))
    tips = [record["tip"] for record in records(one, sheet) if record["y"] is not None]
    tips = tips or [record["tip"] for record in records(one, sheet)]
    assert found == Counter(tips)


def specification(one, drawing):
    """The specification draws the values that the chart has."""
    sets = json.loads(drawing.vega)["datasets"]
    held = [record for each in sets.values() for record in each if "tip" in record]
    drawn_ = Counter(float(record["y"]) for record in held if record["y"] is not None)
    assert drawn_ == Counter(float(value) for value in amounts(one).elements())


def words(one, wording):
    """Table and alt text print each value as the chart prints it; of a long series its ends."""
    _, rows = data_table(one, wording)
    assert len(rows) == sum(len(series.points) for series in one.series)
    cells = Counter(cell for row in rows for cell in row)
    alt = describe(one, "", wording)
    for series, point in told(one):
        text = point.text if one.kind == "timeline" else value_text(one, point, wording)
        assert cells[text]
        if len(series.points) <= LONG[one.x.kind] or point in (series.points[0], series.points[-1]):
            assert text in alt


def marks(one, root):
    """Word's chart is drawn from these values, and its labels print them."""
    lying = one.kind == "range-dot" or (one.kind == "dots" and one.x.kind == "category")
    if one.kind == "timeline":
        days = {(stretch_of(point).first, stretch_of(point).last) for _, point in told(one)}
        found = {
            date(1899, 12, 30) + timedelta(int(n)) for held in drawn_numbers(root).values() for n in held
        }
        assert all(any(first <= day <= last for day in found) for first, last in days)
    else:
        paths = (".//c:xVal",) if lying else (".//c:val", ".//c:yVal")
        refs = {one.text for path in paths for one in root.iterfind(f"{path}/c:numRef/c:f", C)}
        held = [value for cells, each in drawn_numbers(root).items() if cells in refs for value in each]
        assert set(held) - {Decimal(point.end) for _, point in told(one) if point.end} == set(amounts(one))
        assert not amounts(one) - Counter(held)
    printed = " ".join(labels(root))
    if printed and one.kind not in ("scatter", "stacked-bar", "area", "line") and one.x.kind != "quantity":
        flat = re.sub(r"\s+", " ", printed)
        assert all(re.sub(r"\s+", " ", point.text) in flat for _, point in told(one))


def sheets(one, root, book, made, wording):
    """Every cell that the chart names is there and holds what the chart shows; a sheet has all rows."""
    named = [*root.iter(C_STRINGS, C_NUMBERS, C_LABELS)]
    for reference in named:
        formula = reference.findtext("c:f", namespaces=C) or reference.findtext("c15:f", namespaces=C)
        cells = book.cells(formula)
        points = reference.iterfind(".//c:pt", C)
        cached = {int(one.get("idx")): one.findtext("c:v", namespaces=C) for one in points}
        assert cells is not None, formula
        assert {at: text for at, text in enumerate(cells) if text is not None} == cached
    rows = next(sheet for sheet in made.sheets if sheet.name == wording.rows_sheet).rows
    heading, held = data_table(one, wording)
    assert rows == (heading, *held)


@pytest.mark.parametrize("name", DRAWN)
def test_all_forms_of_a_chart_say_the_same(name):
    one = DRAWN[name]
    agree(one, drawn(one))


def test_all_forms_of_every_chart_of_the_shipped_briefs_say_the_same(shipped):
    count = 0
    for name in BRIEFS:
        written = write(shipped, name)
        wording = wording_for(written.document.meta.language)
        for one in walk(written.document.blocks):
            if isinstance(one, Chart) and one.drawing:
                agree(one, one.drawing, wording, written.theme, one.drawing.width)
                count += 1
    assert count == 17
