"""A value in, a line of XML out."""

import pytest
from lxml import etree

from aibrief_report.ooxml.charts.axes import CategoryAxis, Scale, Title, ValueAxis
from aibrief_report.ooxml.charts.cells import Numbers, Words, cells, reference
from aibrief_report.ooxml.charts.forms import Plot
from aibrief_report.ooxml.charts.frames import ChartFrame
from aibrief_report.ooxml.charts.labels import CellLabel, Label, label_cells, labels
from aibrief_report.ooxml.charts.names import DECLARED
from aibrief_report.ooxml.charts.series import Mark, Series
from aibrief_report.ooxml.charts.shapes import Marker, Shape, Stroke, line, solid
from aibrief_report.ooxml.charts.space import ChartSpace, Key, Room
from aibrief_report.ooxml.charts.words import Type

INK = Type(8, "tx1")
NAMES = Words("Data!$A$2:$A$3", ("2023", "2024"))
VALUES = Numbers("Data!$B$2:$B$3", ("67.2", None), "0.0")
NAME = Words("Data!$B$1", ("China",))
CHINA = Series(NAME, NAMES, VALUES, Shape("#c8501e"))
SPACE = ChartSpace(
    (Plot("bar", (CHINA,)),),
    CategoryAxis("b"),
    ValueAxis("l", scale=Scale("0", "70", "10")),
    Room(0.1, 0.2, 0.8, 0.6),
    INK,
    "en-GB",
    Key(Room(0, 0, 0.5, 0.1)),
)


def tags(xml):
    """The names of an element's children, one under the other."""
    return [etree.QName(one).localname for one in etree.fromstring(f"<x {DECLARED}>{xml}</x>")[0]]


def test_a_colour_stays_what_it_is():
    assert solid("#c8501e") == '<a:solidFill><a:srgbClr val="C8501E"/></a:solidFill>'


def test_a_place_in_the_theme_changes_with_it():
    assert solid("accent1", 18) == (
        '<a:solidFill><a:schemeClr val="accent1"><a:alpha val="18000"/></a:schemeClr></a:solidFill>'
    )


def test_no_line_is_said_to_be_none():
    assert line(None) == "<a:ln><a:noFill/></a:ln>"


def test_a_dashed_line_is_as_wide_as_it_was_asked_to_be():
    assert line(Stroke("tx1", 1.0, dashed=True)) == (
        '<a:ln w="12700" cap="flat"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:prstDash val="sysDash"/><a:round/></a:ln>'
    )


@pytest.mark.parametrize(("size", "written"), [(1, 2), (5, 5), (99, 72)])
def test_a_marker_keeps_to_the_sizes_that_there_are(size, written):
    assert f'<c:size val="{written}"/>' in Marker(size, "tx1").xml


def test_words_have_their_cache():
    assert NAMES.xml == (
        '<c:strRef><c:f>Data!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/>'
        '<c:pt idx="0"><c:v>2023</c:v></c:pt><c:pt idx="1"><c:v>2024</c:v></c:pt></c:strCache></c:strRef>'
    )


def test_a_missing_value_is_left_out_and_counted():
    assert cells("c:val", VALUES) == (
        "<c:val><c:numRef><c:f>Data!$B$2:$B$3</c:f><c:numCache><c:formatCode>0.0</c:formatCode>"
        '<c:ptCount val="2"/><c:pt idx="0"><c:v>67.2</c:v></c:pt></c:numCache></c:numRef></c:val>'
    )


def test_no_cells_are_nothing():
    assert cells("c:cat", None) == ""


def test_a_label_prints_its_value_by_a_format_of_its_own():
    xml = Label(3, '"about "0.0', "outEnd", INK).xml(0, None)
    assert xml.startswith(
        '<c:dLbl><c:idx val="3"/><c:numFmt formatCode="&quot;about &quot;0.0" sourceLinked="0"/>'
    )
    assert '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>' in xml


def test_marks_without_a_label_have_none():
    assert labels([Label(0, "0", "t", INK)], 0, None).endswith(
        '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    assert labels([], 0, None) == ""


def test_a_label_of_a_cell_shows_what_stands_in_it():
    xml = CellLabel(1, "r", INK).xml(2, NAMES)
    assert 'id="{00000000-0000-4000-8000-000002000001}" type="CELLRANGE"' in xml
    assert "<a:t>2024</a:t></a:fld>" in xml
    assert '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>' in xml


def test_a_series_names_the_cells_of_its_labels():
    assert label_cells(NAMES).endswith(
        "<c15:datalabelsRange><c15:f>Data!$A$2:$A$3</c15:f>"
        '<c15:dlblRangeCache><c:ptCount val="2"/><c:pt idx="0"><c:v>2023</c:v></c:pt>'
        '<c:pt idx="1"><c:v>2024</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>'
    )
    assert label_cells(None) == ""


def test_a_part_of_a_column_is_named_with_its_sheet_in_quotes():
    assert reference("Data", 1, 2, 5) == "'Data'!$B$2:$B$5"
    assert reference("It's", 26, 1, 1) == "'It''s'!$AA$1"


def test_an_empty_cell_of_words_is_left_out_and_counted():
    assert Words("A!$A$1:$A$2", ("", "b")).points == (
        '<c:ptCount val="2"/>',
        '<c:pt idx="1"><c:v>b</c:v></c:pt>',
    )


def test_words_of_an_axis_are_set_in_the_theme_s_font():
    assert '<a:latin typeface="+mj-lt"/>' in INK.xml
    assert 'sz="800" b="0"' in INK.xml


def test_words_of_ours_carry_their_language():
    assert 'lang="de-AT" sz="800"' in INK.rich("Mrd. US$", "de-AT")
    assert "<a:t>Mrd. US$ &amp; mehr</a:t>" in INK.rich("Mrd. US$ & mehr", "de-AT")


def test_bars_have_their_children_in_the_schema_s_order():
    found = Series(
        NAME, NAMES, VALUES, Shape("tx1"), None, (Mark(0, Shape("tx2")),), (Label(0, "0", "ctr", INK),)
    )
    assert tags(found.bar(0)) == (
        ["idx", "order", "tx", "spPr", "invertIfNegative", "dPt", "dLbls", "cat", "val"]
    )


def test_lines_have_their_children_in_the_schema_s_order():
    found = Series(NAME, NAMES, VALUES, Shape("tx1"), Marker(5, "tx1"), (Mark(0, hidden=True),))
    assert tags(found.line(2)) == ["idx", "order", "tx", "spPr", "marker", "dPt", "cat", "val", "smooth"]


def test_marks_of_a_scatter_have_numbers_along_and_up():
    found = Series(NAME, VALUES, VALUES, Shape(), Marker(5, "tx1"))
    assert tags(found.scatter(0)) == ["idx", "order", "tx", "spPr", "marker", "xVal", "yVal", "smooth"]


def test_a_line_without_marks_says_so():
    assert '<c:marker><c:symbol val="none"/></c:marker>' in CHINA.line(0)


@pytest.mark.parametrize(
    ("plot", "found"),
    [
        (Plot("bar", (CHINA,), lying=True, gap=40), '<c:barDir val="bar"/><c:grouping val="clustered"/>'),
        (Plot("bar", (CHINA,), stacked=True), '<c:barDir val="col"/><c:grouping val="stacked"/>'),
        (Plot("line", (CHINA,)), '<c:lineChart><c:grouping val="standard"/>'),
        (Plot("area", (CHINA,), stacked=True), '<c:areaChart><c:grouping val="stacked"/>'),
        (Plot("scatter", (CHINA,)), '<c:scatterChart><c:scatterStyle val="lineMarker"/>'),
    ],
)
def test_each_form_has_its_element_and_both_axes(plot, found):
    xml = plot.xml(0, (1, 2))
    assert found in xml
    assert '<c:axId val="1"/><c:axId val="2"/>' in xml


def test_stacks_lie_on_each_other():
    assert '<c:overlap val="100"/>' in Plot("bar", (CHINA,), stacked=True).xml(0, (1, 2))


def test_names_that_run_down_turn_their_axis_over():
    xml = CategoryAxis("l", INK, down=True, at="low").xml(1, 2, "en")
    assert '<c:scaling><c:orientation val="maxMin"/></c:scaling>' in xml
    assert '<c:tickLblPos val="low"/>' in xml
    assert '<c:crossAx val="2"/>' in xml


def test_an_axis_of_values_has_its_ends_and_its_step():
    xml = ValueAxis("l", INK, scale=Scale("0", "120", "20", "#,##0"), between=False).xml(2, 1, "en")
    assert '<c:max val="120"/><c:min val="0"/>' in xml
    assert '<c:numFmt formatCode="#,##0" sourceLinked="0"/>' in xml
    assert xml.endswith('<c:crossBetween val="midCat"/><c:majorUnit val="20"/></c:valAx>')


def test_an_axis_that_prints_nothing_keeps_its_title():
    xml = ValueAxis("l", title=Title("US$ billion", 0, 0.1, INK)).xml(2, 1, "en")
    assert "<a:t>US$ billion</a:t>" in xml
    assert '<c:tickLblPos val="none"/>' in xml
    assert '<c:delete val="0"/>' in xml


def test_a_chart_has_its_parts_in_the_schema_s_order():
    root = etree.fromstring(SPACE.xml)
    names = [etree.QName(one).localname for one in root]
    assert names == ["date1904", "lang", "roundedCorners", "chart", "spPr", "txPr", "externalData"]
    inside = [etree.QName(one).localname for one in root[3]]
    assert inside == ["autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"]


def test_series_are_counted_through_all_plots():
    both = ChartSpace(
        (Plot("area", (CHINA,)), Plot("line", (CHINA,))),
        CategoryAxis("b"),
        ValueAxis("l"),
        Room(0, 0, 1, 1),
        INK,
        "en",
        Key(Room(0, 0, 1, 0.1), without=(0,)),
    )
    xml = both.xml.decode()
    assert [part.partition('"')[0] for part in xml.split('<c:order val="')[1:]] == ["0", "1"]
    assert '<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>' in xml


def test_a_frame_says_what_the_chart_shows():
    xml = ChartFrame(7, "rId4", 72, 36, "Bars: 1 < 2").xml
    assert '<wp:extent cx="914400" cy="457200"/>' in xml
    assert '<wp:docPr id="7" name="Chart 7" descr="Bars: 1 &lt; 2"/>' in xml
    assert 'r:id="rId4"' in xml
