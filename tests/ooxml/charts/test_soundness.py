"""Each planted error that both validators let pass is found, and told in words."""

import pytest

from aibrief_report.ooxml.charts.names import CHART, CHART_RELATION, WORKBOOK_RELATION
from aibrief_report.ooxml.charts.soundness import chart_faults
from aibrief_report.ooxml.charts.workbook import Sheet, Value, workbook
from aibrief_report.ooxml.names import DECLARED
from aibrief_report.ooxml.parts import relationships
from tests.ooxml.charts.test_xml import SPACE

CHART_PART, BOOK = "word/charts/chart1.xml", "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"
DATA = Sheet("Data", (("Year", "China"), ("2023", Value("67.20")), ("2024", None)))
TEXT = (
    f'<w:document {DECLARED}><w:body><wp:inline><wp:docPr id="1" name="Chart 1" descr="Bars"/>'
    f'<c:chart xmlns:c="{CHART}" r:id="rId1"/></wp:inline></w:body></w:document>'
)
SOUND = {
    CHART_PART: SPACE.xml,
    "word/charts/_rels/chart1.xml.rels": relationships(
        [("rId1", WORKBOOK_RELATION, "../embeddings/Microsoft_Excel_Worksheet1.xlsx")]
    ),
    BOOK: workbook([DATA]),
    "word/document.xml": TEXT.encode(),
    "word/_rels/document.xml.rels": relationships([("rId1", CHART_RELATION, "charts/chart1.xml")]),
}


def messages(**changes):
    """What is found when parts of a sound package are replaced; `None` takes one out."""
    parts = {**SOUND, **changes}
    return [
        fault.message
        for fault in chart_faults({name: data for name, data in parts.items() if data is not None})
    ]


def edited(old, new, part=CHART_PART):
    data = SOUND[part]
    assert old.encode() in data
    return {part: data.replace(old.encode(), new.encode())}


def test_a_sound_chart_has_no_faults():
    assert messages() == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('<c:pt idx="0"><c:v>67.2</c:v></c:pt>', "", "no cached values"),
        ('</c:overlap><c:axId val="111111111"/>', "", "no plot has the axis 111111111"),
        ('<c:crossAx val="222222222"/>', '<c:crossAx val="3"/>', "crosses one that is not there"),
        ('<c:axId val="222222222"/><c:scaling>', '<c:axId val="-7"/><c:scaling>', "no positive number"),
        ("Data!$B$2:$B$3", "Data2!$B$2:$B$3", "no cells Data2!$B$2:$B$3"),
        ("<c:v>67.2</c:v>", "<c:v>76.2</c:v>", "hold other values than the chart shows"),
        ('r:id="rId1"', 'r:id="rId9"', "workbook '' is not there"),
    ],
)
def test_what_no_validator_sees_is_told(old, new, told):
    if old.startswith("</c:overlap>"):
        old = '<c:overlap val="0"/><c:axId val="111111111"/>'
    assert any(told in one for one in messages(**edited(old, new)))


def test_a_broken_workbook_is_told():
    assert any("does not open" in one for one in messages(**{BOOK: b"PK no zip"}))
    assert messages(**{BOOK: None}) == [f"the chart's workbook {BOOK!r} is not there"]


def test_a_chart_without_words_is_told():
    assert messages(**edited(' descr="Bars"', "", "word/document.xml")) == [
        f"the chart {CHART_PART} has no alt text"
    ]


def test_a_chart_that_is_not_there_is_told():
    assert any(
        "leads to no part" in one
        for one in messages(**edited('r:id="rId1"', 'r:id="rId3"', "word/document.xml"))
    )
