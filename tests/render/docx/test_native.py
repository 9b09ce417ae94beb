"""Charts of Word's own say what the picture, the words and the table of a chart say."""

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from aibrief_report.charts.alt import describe
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.table import data_table
from aibrief_report.charts.wording import Wording
from aibrief_report.checks.package.run import check_file
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Axis, Chart, Image
from aibrief_report.ooxml.charts.names import CHART
from aibrief_report.ooxml.charts.sheets import read_book
from aibrief_report.ooxml.charts.workbook import Value, workbook
from aibrief_report.ooxml.packages import write_package
from aibrief_report.render.docx.native.forms import native_chart, native_form, why_not
from aibrief_report.render.docx.writer import render_docx
from tests.charts.gallery import GALLERY
from tests.charts.making import THEME, WIDTH, P, chart, drawn, investment, series, texts
from tests.documents import small, t, theme, torture
from tests.render.docx.written import package

NATIVE = {name: one for name, one in GALLERY.items() if native_form(one)}
C = {"c": CHART}
ROOT = Path(__file__).parents[3]


def native(one, language="en"):
    found = native_chart(one, Sheet(THEME, WIDTH, Wording(language)))
    assert found is not None
    return found


def xml(one, language="en"):
    return etree.fromstring(native(one, language).space.xml)


def values(reference):
    """The cached values of a reference, in order."""
    return [Decimal(point.findtext("c:v", namespaces=C)) for point in reference.iterfind(".//c:pt", C)]


def drawn_values(one):
    """The values in the chart's XML that are the chart's own: along for lying dots, else up."""
    root = xml(one)
    lying = one.kind == "range-dot" or (one.kind == "dots" and one.x.kind == "category")
    path = ".//c:xVal" if lying else ".//c:val" if root.find(".//c:val", C) is not None else ".//c:yVal"
    return [value for found in root.iterfind(path, C) for value in values(found)]


def printed(root):
    """What each label prints: its mark's cached value in the format of the label."""
    found = []
    for one in root.iterfind(".//c:ser", C):
        held = one.find("c:val", C) if one.find("c:val", C) is not None else one.find("c:yVal", C)
        cached = {
            point.get("idx"): Decimal(point.findtext("c:v", namespaces=C))
            for point in held.iterfind(".//c:pt", C)
        }
        for label in one.iterfind("c:dLbls/c:dLbl", C):
            value = cached[label.find("c:idx", C).get("val")]
            found.append(formatted(value, label.find("c:numFmt", C).get("formatCode")))
    return found


def formatted(value, code):
    """A value as a number format prints it, as far as ours go (ECMA-376 part 1, section 18.8.31)."""
    sections = re.findall(r'(?:[^;"\\]|\\.|"[^"]*")+', code)
    own = sections[1] if value < 0 and len(sections) > 1 else sections[0]

    def piece(found):
        if found["words"] is not None:
            return found["words"]
        if found["char"] is not None:
            return found["char"]
        places = len(found["digits"].partition(".")[2])
        return f"{abs(value):,.{places}f}" if "," in found["digits"] else f"{abs(value):.{places}f}"

    return re.sub(r'"(?P<words>[^"]*)"|\\(?P<char>.)|(?P<digits>[#,]*0(?:\.0+)?)', piece, own)


def cells(one):
    """The sheets of the workbook behind a chart, as lists of rows."""
    return {sheet.name: sheet.rows for sheet in native(one).sheets}


@pytest.mark.parametrize("name", NATIVE)
def test_every_value_is_drawn_in_word_s_chart_and_stands_in_its_workbook(name):
    one = NATIVE[name]
    told = Counter(Decimal(point.y) for part in one.series for point in part.points if point.y is not None)
    assert not told - Counter(drawn_values(one))
    held = Counter(
        Decimal(cell.text) for row in cells(one)["Data"] for cell in row if isinstance(cell, Value)
    )
    assert not told - held


@pytest.mark.parametrize("name", NATIVE)
def test_no_value_is_drawn_that_the_chart_does_not_have(name):
    one = NATIVE[name]
    told = {
        Decimal(text) for part in one.series for point in part.points for text in (point.y, point.end) if text
    }
    edges = {Decimal(0)} if one.kind in ("range-dot", "dots") else set()
    assert set(drawn_values(one)) <= told | edges


@pytest.mark.parametrize("name", NATIVE)
def test_labels_print_what_the_picture_prints(name):
    one = NATIVE[name]
    pictured = " ".join(texts(one))
    known = {
        part
        for line in one.series
        for point in line.points
        for part in (point.text, point.detail, point.x, line.name)
        if part
    }
    for label in printed(xml(one)):
        rest = label
        for part in sorted(known, key=len, reverse=True):
            rest = rest.replace(part, "", 1)
        assert not rest.strip(), label
    for point in (point for line in one.series for point in line.points if point.y is not None):
        if printed(xml(one)) and point.text and one.kind not in ("scatter", "stacked-bar"):
            assert any(point.text in label for label in printed(xml(one)))
            assert point.text in pictured


@pytest.mark.parametrize("name", NATIVE)
def test_the_workbook_tells_the_table_of_the_chart_with_its_rows_and_status(name):
    heading, rows = data_table(NATIVE[name], Wording("en"))
    assert cells(NATIVE[name])["Rows"] == (heading, *rows)


def test_picture_chart_workbook_words_and_table_say_the_same():
    one = investment()
    found = xml(one)
    assert printed(found) == ["67.2", "109.1", "7.76", "9.3"]
    assert [str(value) for value in drawn_values(one)] == ["67.2", "109.1", "7.76", "9.3"]
    assert {"67.2", "109.1", "7.76", "9.3"} <= set(texts(one))
    assert all(text in describe(one) for text in ("67.2", "109.1", "7.76", "9.3"))
    assert [row[2] for row in data_table(one)[1]] == ["67.2", "109.1", "7.76", "9.3"]
    book = read_book(workbook(native(one).sheets), "book.xlsx")
    assert book.cells("Data!$B$1:$B$3") == ("United States", "67.2", "109.1")
    assert book.cells("Data!$C$1:$C$3") == ("China", "7.76", "9.3")


def test_a_missing_value_is_a_gap_and_never_zero():
    root = xml(GALLERY["bar"])
    places = [point.get("idx") for point in root.iterfind(".//c:val//c:pt", C)]
    assert "1" not in places
    assert root.find(".//c:dispBlanksAs", C).get("val") == "gap"


def test_bars_begin_at_zero_and_lying_ones_are_read_from_the_top():
    root = xml(chart("horizontal-bar", series("USA", P("A", "60", "60"), P("B", "40", "40")), x="category"))
    assert root.find(".//c:valAx/c:scaling/c:min", C).get("val") == "0"
    assert root.find(".//c:catAx/c:scaling/c:orientation", C).get("val") == "maxMin"


def test_a_forecast_is_a_dashed_series_that_begins_at_the_last_counted_point():
    counted, forecast = xml(GALLERY["line"]).iterfind(".//c:lineChart/c:ser", C)
    assert counted.find("c:spPr//{*}prstDash", C) is None
    assert forecast.find("c:spPr//{*}prstDash", C) is not None
    assert values(forecast.find("c:val", C)) == [Decimal("14.75"), Decimal("26.44")]
    assert forecast.findtext("c:tx//c:v", namespaces=C) == "Forecast"
    assert printed(xml(GALLERY["line"])) == ["12.6", "14.75", "China 26.44"]


def test_years_without_a_value_keep_their_place_and_are_bridged():
    root = xml(GALLERY["line"])
    assert [one.text for one in root.find(".//c:cat", C).iterfind(".//c:v", C)] == [
        str(y) for y in range(2022, 2027)
    ]
    assert root.find(".//c:dispBlanksAs", C).get("val") == "span"


def test_gaps_and_bridges_together_need_a_scatter():
    both = chart("line", series("CHN", P("2019", "1"), P("2020", None), P("2021", "2"), P("2024", "3")))
    root = xml(both)
    assert root.find(".//c:scatterChart", C) is not None
    assert root.find(".//c:dispBlanksAs", C).get("val") == "gap"


def test_an_area_s_ground_and_line_are_drawn_from_the_same_cells():
    root = xml(GALLERY["area"])
    (ground,), (line,) = (root.findall(f".//c:{one}/c:ser", C) for one in ("areaChart", "lineChart"))
    assert ground.findtext("c:val//c:f", namespaces=C) == line.findtext("c:val//c:f", namespaces=C)


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (GALLERY["timeline"], "no chart of events"),
        (GALLERY["vega"], "a Vega-Lite specification"),
        (chart("area", series("CHN", P("2019", "1"), P("2021", "2"))), "down to zero"),
        (chart("area", series("CHN", P("2019", "1"), P("2020-Q1", "2"))), "different lengths"),
        (chart("area", series("CHN", P("2019", "1"), P("2020", "2", status="forecast"))), "not counted yet"),
    ],
)
def test_what_word_cannot_draw_is_told(one, reason):
    assert not native_form(one)
    assert reason in why_not(one)
    assert native_chart(one, Sheet(THEME, WIDTH)) is None


def test_an_area_keeps_its_colour_and_greys_follow_the_theme():
    xml_text = native(investment()).space.xml.decode()
    assert 'srgbClr val="1F5F99"' in xml_text
    assert 'schemeClr val="tx1"' in xml_text


def test_numbers_are_set_in_the_brief_s_language():
    german = chart("bar", series("CHN", P("2023", "7.76", "7,76"), P("2024", "1234.5", "rund 1.234,5")))
    codes = [one.get("formatCode") for one in xml(german, "de").iterfind(".//c:dLbl/c:numFmt", C)]
    assert codes == ["[$-407]0.00", '[$-407]"rund "#,##0.0']


# In the document ------------------------------------------------------------------------------------


def every_kind():
    """The brief that uses every node, with a figure of every kind of chart."""
    figures = tuple(
        Figure(
            replace(one, drawing=drawn(one), alt=f"What “{name}” shows"), t(name), anchor=f"fig-kind-{place}"
        )
        for place, (name, one) in enumerate(GALLERY.items())
    )
    return replace(torture(), blocks=(*torture().blocks, *figures))


@pytest.fixture(scope="module")
def parts():
    return package(every_kind())


def test_each_chart_is_a_part_with_its_workbook(parts):
    own = [
        figure
        for figure in every_kind().blocks
        if isinstance(figure, Figure) and isinstance(figure.content, Chart)
    ]
    count = sum(native_form(one.content) for one in own)
    for folder in ("word/charts/chart", "word/embeddings/Microsoft_Excel_Worksheet"):
        assert len([name for name in parts if name.startswith(folder)]) == count


def test_charts_are_sound(parts):
    assert check_file(write_package(parts), "brief.docx") == ()


def test_charts_carry_their_alt_text_and_ids_of_their_own(parts):
    about = etree.fromstring(parts["word/document.xml"]).findall(".//{*}docPr")
    assert "What “grouped-bar” shows" in [one.get("descr") for one in about]
    assert len({one.get("id") for one in about}) == len(about)


def test_what_has_no_native_form_is_a_picture_with_its_bitmap(parts):
    body = etree.fromstring(parts["word/document.xml"])
    pictures = sum(not native_form(one) for one in GALLERY.values())
    kept = sum(isinstance(one.content, Image) for one in torture().blocks if isinstance(one, Figure))
    assert len(body.findall(".//{*}svgBlip")) >= pictures
    assert len(body.findall(".//{*}blip")) >= pictures + kept


def test_openxml_audit_finds_nothing_in_any_kind(tmp_path, assert_valid_docx):
    file = tmp_path / "kinds.docx"
    file.write_bytes(render_docx(every_kind(), theme()))
    assert_valid_docx(file)


@pytest.mark.parametrize(("seed", "zone"), [("1", "Asia/Tokyo"), ("4242", "America/New_York")])
def test_another_process_writes_the_same_charts(seed, zone, tmp_path):
    program = "from tests.render.docx.test_native import digest; print(digest())"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == digest()


def digest():
    """The digest of all native charts and their workbooks."""
    found = hashlib.sha256()
    for one in NATIVE.values():
        made = native(one)
        found.update(made.space.xml + workbook(made.sheets))
    return found.hexdigest()


def test_a_chart_of_quantities_names_both_axes():
    one = replace(GALLERY["scatter"], x=Axis("quantity", "GDP per head", "US$"))
    titles = ["".join(title.itertext()) for title in xml(one).iterfind(".//c:title", C)]
    assert titles == ["GDP per head, US$", "Private AI investment per head, US$"]


def test_a_document_without_charts_has_no_part_for_them():
    assert not [name for name in package(small()) if "chart" in name or "embeddings" in name]
