"""What a declaration in brief.yaml becomes: gaps, panels, and notes with their numbers."""

import pytest
import yaml

from aibrief_report.charts.declare import ChartMaker
from aibrief_report.errors import BriefError
from aibrief_report.inputs.brief import read_brief
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.read import read_ledger
from aibrief_report.ledger.wording import Wording
from aibrief_report.model.charts import Annotation
from aibrief_report.narrative.compose import Narrative, compose
from aibrief_report.theme.read import read_theme
from tests.projects import project

TEXT = 'A brief.\n\n{{ chart("one") }}\n'


@pytest.fixture
def declared(tmp_path):
    """A function from the options of a chart to the chart and the document that shows it."""

    def chart(**options):
        told = {"kind": "line", "indicator": "trips", "areas": ["NORTH", "SOUTH"], "title": "A chart"}
        told |= {"periods": ["2022", "2023", "2024"], "missing": "shown"} | options
        root = project(tmp_path, TEXT, yaml.safe_dump({"charts": {"one": told}}))
        inputs = Inputs(root)
        brief, source = read_brief(inputs, "brief")
        ledger, theme = read_ledger(inputs), read_theme(inputs, brief.theme)
        found = {}

        def figures(texts):
            maker = ChartMaker(inputs, "brief", brief, ledger, theme, Wording(brief.language), texts)
            found.update(maker.figures())
            return found

        document = compose(Narrative("brief", brief, source, inputs, ledger), figures)
        return found["one"].content, document

    return chart


def shown(one):
    return [
        (series.panel, series.name, [(point.x, point.y) for point in series.points]) for series in one.series
    ]


def test_a_value_that_is_not_there_is_a_gap_where_gaps_are_shown(declared):
    one, _ = declared()
    assert shown(one) == [
        ("", "North", [("2022", None), ("2023", "4.1"), ("2024", "5.2")]),
        ("", "South", [("2022", None), ("2023", "2.6"), ("2024", "2.9")]),
    ]
    assert "North: n/a in 2022, 4.1 in 2023" in one.alt


def test_a_value_that_is_not_there_is_a_fault_otherwise(declared):
    with pytest.raises(BriefError, match="2022"):
        declared(missing="refused")


def test_a_chart_of_gaps_only_is_a_fault(declared):
    with pytest.raises(BriefError, match="the chart has no value at all"):
        declared(periods=["1999"])


def test_an_unknown_area_is_no_gap(declared):
    with pytest.raises(BriefError, match="NOWHERE"):
        declared(areas=["NORTH", "NOWHERE"])


def test_bars_show_gaps_by_their_printed_periods(declared):
    one, _ = declared(kind="grouped-bar", areas=["NORTH"], periods=["2022", "2024"])
    assert shown(one) == [("", "North", [("2022", None), ("2024", "5.2")])]


def test_panels_have_a_series_each(declared):
    one, _ = declared(panels="area", periods=["2023", "2024"])
    assert shown(one) == [
        ("North", "North", [("2023", "4.1"), ("2024", "5.2")]),
        ("South", "South", [("2023", "2.6"), ("2024", "2.9")]),
    ]
    assert one.alt.startswith("A chart. Line chart in panels: ")


def test_panels_of_periods_compare_areas(declared):
    one, _ = declared(kind="bar", panels="period", periods=["2023", "2024"])
    assert [(series.panel, series.name) for series in one.series] == [
        ("2023", "North"),
        ("2023", "South"),
        ("2024", "North"),
        ("2024", "South"),
    ]


def test_other_kinds_have_no_panels(declared):
    with pytest.raises(BriefError, match="a stacked-bar chart has no panels"):
        declared(kind="stacked-bar", panels="area")


def test_a_note_stands_at_a_period_a_stretch_or_a_mark(declared):
    one, _ = declared(
        annotations=[
            {"at": "2023-07", "text": "A law"},
            {"at": "2023/2024", "text": "Works"},
            {"row": "trips-south-2024", "text": "A record"},
        ]
    )
    assert one.annotations == (
        Annotation("A law", "2023-07"),
        Annotation("Works", "2023", "2024"),
        Annotation("A record", "2024", series="SOUTH"),
    )
    assert one.alt.endswith("Marked: Jul 2023, A law; 2023–2024, Works; A record.")


def test_numbers_in_notes_are_numbers_of_the_document(declared):
    told = "Up to {{ row('trips-north-2024') }}"
    one, document = declared(annotations=[{"row": "trips-north-2024", "text": told}])
    [note] = one.annotations
    assert note.text == "Up to 5.2\u00a0million"
    assert set(note.numbers) <= set(document.numbers)
    assert note.numbers


@pytest.mark.parametrize(
    ("note", "fault"),
    [
        ({"text": "Where?"}, "does not say where it stands"),
        ({"text": "Both", "at": "2023", "row": "trips-north-2023"}, "does not say where it stands"),
        ({"text": "No row", "row": "nothing"}, "which the chart does not show"),
        ({"text": "No period", "at": "soon"}, "a note stands at 'soon'"),
    ],
)
def test_a_note_that_cannot_stand_is_a_fault(declared, note, fault):
    with pytest.raises(BriefError, match=fault):
        declared(annotations=[note])


def test_bars_have_notes_at_their_marks_only(declared):
    with pytest.raises(BriefError, match="a bar chart has no time"):
        declared(kind="bar", areas=["NORTH"], annotations=[{"at": "2023", "text": "A law"}])


def test_panels_have_no_notes(declared):
    with pytest.raises(BriefError, match="a chart of panels has no notes"):
        declared(panels="area", annotations=[{"at": "2023", "text": "A law"}])


def test_what_a_contest_counts_is_said_at_its_dots_only_where_it_differs(declared):
    told = {"kind": "range-dot", "contest": "lanes", "indicator": [], "areas": [], "periods": []}
    one, _ = declared(**told, missing="refused")
    assert [point.detail for point in one.series[0].points] == ["", ""]
