"""Charts of Word's own say what the picture, the words and the table of a chart say."""

import hashlib
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from aibrief_report.charts.alt import describe
from aibrief_report.charts.panels import panels_of
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.table import data_table
from aibrief_report.checks.package.run import check_file
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Annotation, Axis, Chart, Image
from aibrief_report.ooxml.charts.sheets import read_book
from aibrief_report.ooxml.charts.workbook import workbook
from aibrief_report.ooxml.packages import write_package
from aibrief_report.render.docx.native.forms import native_chart, native_form, why_not
from aibrief_report.render.docx.writer import render_docx
from tests.charts.awkward import NOTED
from tests.charts.gallery import GALLERY
from tests.charts.making import THEME, WIDTH, P, chart, drawn, investment, series, texts, without
from tests.documents import anchored, small, t, theme, torture
from tests.render.docx.natives import C, labels, native, values, xml
from tests.render.docx.published import VALIDATOR
from tests.render.docx.test_conformance import needs_validator
from tests.render.docx.written import package

NATIVE = {name: one for name, one in GALLERY.items() if native_form(one)}
ROOT = Path(__file__).parents[3]


def test_picture_chart_workbook_words_and_table_say_the_same():
    one = investment()
    found = xml(one)
    assert labels(found) == ["67.2", "109.1", "7.76", "9.3"]
    assert [str(one) for one in values(found.find(".//c:ser/c:val", C))] == ["67.2", "109.1"]
    assert {"67.2", "109.1", "7.76", "9.3"} <= set(texts(one))
    assert all(text in describe(one) for text in ("67.2", "109.1", "7.76", "9.3"))
    assert [row[2] for row in data_table(one)[1]] == ["67.2", "109.1", "7.76", "9.3"]
    book = read_book(workbook(native(one).sheets), "book.xlsx")
    assert book.cells("'Data'!$B$1:$B$3") == ("United States", "67.2", "109.1")
    assert book.cells("'Data'!$C$1:$C$3") == ("China", "7.76", "9.3")


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
    assert labels(xml(GALLERY["line"])) == ["12.6", "14.75", "China 26.44"]


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
        (chart("timeline", series("CHN", P("1889", None, "Long ago"))), "no such dates"),
        (GALLERY["vega"], "a Vega-Lite specification"),
        (chart("area", series("CHN", P("2019", "1"), P("2021", "2"))), "down to zero"),
        (NOTED["area with notes"], "no place for them between two names"),
        (
            without(
                chart("line", series("CHN", P("A", "1", "1"), P("B", "2", "2")), x="category"),
                annotations=(Annotation("A note", "B", series="CHN"),),
            ),
            "lines over names have no place",
        ),
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
    return package(anchored(every_kind()))


def test_each_chart_is_a_part_with_its_workbook(parts):
    own = [
        figure
        for figure in every_kind().blocks
        if isinstance(figure, Figure) and isinstance(figure.content, Chart)
    ]
    count = sum(len(panels_of(one.content)) for one in own if native_form(one.content))
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


@pytest.mark.conformance
@needs_validator
def test_microsoft_s_validator_finds_nothing_in_any_kind(tmp_path):
    file = tmp_path / "kinds.docx"
    file.write_bytes(render_docx(every_kind(), theme()))
    command = [str(VALIDATOR), str(file), "--officeVersion", "Microsoft365"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert json.loads(run.stdout)["errors"] == []


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
