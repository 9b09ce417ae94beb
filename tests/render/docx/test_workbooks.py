"""The workbooks behind charts: their structure, and what LibreOffice Calc finds in them."""

import csv
import io
import json
import re
import subprocess

import openpyxl
import pytest
from msgspec.structs import replace

from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.wording import wording_for
from aibrief_report.model.blocks import Figure
from aibrief_report.ooxml.charts.names import WORKBOOK_RELATION, WORKBOOK_TYPE
from aibrief_report.ooxml.charts.workbook import workbook
from aibrief_report.render.docx.native.about import about_page
from aibrief_report.render.docx.native.forms import native_chart
from tests.charts.gallery import CONTEST, EVENTS
from tests.charts.making import THEME, WIDTH, P, chart, drawn, investment, series
from tests.documents import small, t
from tests.render.docx.natives import native
from tests.render.docx.published import OFFICE, VALIDATOR
from tests.render.docx.test_conformance import needs_validator
from tests.render.docx.test_readers import needs_office
from tests.render.docx.written import package

# Every sheet into a file of its own, as text in quotation marks, numbers as they are shown.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
RISKY = chart("bar", series("CHN", P("=1+1", "5", "5"), P("@SUM(A1)", "7", "7"), name="+49"), x="category")
KINDS = {"bars": investment(), "contest": CONTEST, "timeline": EVENTS, "risky": RISKY}


def figure(one, **more):
    shown = replace(one, drawing=drawn(one))
    return Figure(shown, t("The gap widened"), anchor="fig-a", sources=t("Maslej 2024"), **more)


@pytest.fixture(scope="module")
def parts():
    """The parts of a document with one chart."""
    return package(replace(small(), blocks=(figure(investment(), note=t("Two editions.")),)))


def test_the_chart_leads_to_its_workbook(parts):
    relations = parts["word/charts/_rels/chart1.xml.rels"].decode()
    assert f'Type="{WORKBOOK_RELATION}"' in relations
    assert 'Target="../embeddings/Microsoft_Excel_Worksheet1.xlsx"' in relations
    [number] = re.findall(r'Id="(\w+)"', relations)
    assert (
        f'<c:externalData r:id="{number}"><c:autoUpdate val="0"/>' in parts["word/charts/chart1.xml"].decode()
    )


def test_the_package_names_the_workbook_s_type(parts):
    types = parts["[Content_Types].xml"].decode()
    assert (
        f'PartName="/word/embeddings/Microsoft_Excel_Worksheet1.xlsx" ContentType="{WORKBOOK_TYPE}"' in types
    )


def test_the_workbook_says_what_its_numbers_are(parts):
    book = openpyxl.load_workbook(io.BytesIO(parts["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"]))
    assert book.sheetnames == ["Data", "Rows", "About"]
    assert [[cell.value for cell in row] for row in book["About"]] == [
        ["Title", "The gap widened"],
        ["Unit", "US$ billion"],
        ["Note", "Two editions."],
        ["Source", "Maslej 2024"],
    ]
    assert book["Rows"]["C1"].value == "Value (US$ billion)"
    assert [row[3].value for row in book["Rows"].iter_rows(min_row=2)] == ["r1", "r2", "r3", "r4"]
    book.close()


def test_sheets_are_named_in_the_brief_s_language():
    words, one = wording_for("de"), investment()
    made = native_chart(one, Sheet(THEME, WIDTH, words))
    about = about_page(figure(one), one, words)
    assert [sheet.name for sheet in (*made.sheets, about)] == ["Daten", "Zeilen", "Über"]


def test_words_from_data_are_never_formulas():
    book = openpyxl.load_workbook(io.BytesIO(workbook(native(RISKY).sheets)))
    cells = [cell for row in book["Data"] for cell in row if isinstance(cell.value, str)]
    assert {"=1+1", "@SUM(A1)", "+49"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"}
    book.close()


def test_strokes_follow_the_values_that_they_join():
    book = openpyxl.load_workbook(io.BytesIO(workbook(native(CONTEST).sheets)))
    formulas = {c.value for row in book["Places"] for c in row if c.data_type == "f"}
    counted, untraced = "'Data'!$B$2:$B$4", "'Data'!$D$2:$D$4"
    ends = {f"=MIN({counted},{untraced})", f"=MAX({counted},{untraced})"}
    assert formulas == ends | {f"='Data'!${column}${row}" for column in "BD" for row in (2, 3, 4)}
    book.close()


@pytest.mark.conformance
@needs_validator
def test_microsoft_s_validator_finds_nothing_in_workbooks(tmp_path):
    for name, one in KINDS.items():
        file = tmp_path / f"{name}.xlsx"
        file.write_bytes(workbook(native(one).sheets))
        run = subprocess.run(
            [str(VALIDATOR), str(file), "--officeVersion", "Microsoft365"],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert json.loads(run.stdout)["errors"] == [], name


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """What LibreOffice Calc shows of the sheets of workbooks, as rows of text."""
    folder = tmp_path_factory.mktemp("books")
    for name, one in KINDS.items():
        (folder / f"{name}.xlsx").write_bytes(workbook(native(one).sheets))
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", CSV, "--outdir", str(folder), *(str(one) for one in folder.glob("*.xlsx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return lambda book, sheet: list(
        csv.reader((folder / f"{book}-{sheet}.csv").read_text(encoding="utf-8").splitlines())
    )


@pytest.mark.conformance
@needs_office
def test_calc_opens_what_a_chart_is_drawn_from(opened):
    assert opened("bars", "Data") == [
        ["Period", "United States", "China"],
        ["2023", "67.2", "7.76"],
        ["2024", "109.1", "9.3"],
    ]
    assert opened("bars", "Rows")[1] == ["United States", "2023", "67.2", "r1"]


@pytest.mark.conformance
@needs_office
def test_calc_computes_what_strokes_are_drawn_from(opened):
    heading, first, second = opened("contest", "Places")[:3]
    at = heading.index("China: x")
    assert (float(first[at]), float(second[at])) == (2, 14.6)


@pytest.mark.conformance
@needs_office
def test_calc_shows_days_as_days_and_words_as_words(opened):
    days = {cell for row in opened("timeline", "Data") for cell in row}
    assert {"2022-10-07", "2017-01-01", "2030-12-31"} <= days
    assert [row[0] for row in opened("risky", "Data")[1:]] == ["=1+1", "@SUM(A1)"]
