from __future__ import annotations

import json

import pytest

from aibrief_report.render.carried import carried
from tests.documents import torture
from tests.render.pdfs import elements, opened, torture_pdf


@pytest.fixture(scope="module")
def pdf():
    return opened(torture_pdf())


def files(pdf):
    """The specifications of the embedded files, by name, in the order of the tree of names."""
    names = pdf.Root.Names.EmbeddedFiles.Names
    return {str(names[place]): names[place + 1] for place in range(0, len(names), 2)}


def test_every_file_says_what_it_is_to_the_brief(pdf):
    assert {name: str(one.AFRelationship) for name, one in files(pdf).items()} == {
        "fig-contest.vl.json": "/Source",
        "fig-gap.vl.json": "/Source",
        "figure-1.csv": "/Data",
    }


def test_files_are_found_by_name_and_listed_for_the_whole(pdf):
    assert list(files(pdf)) == sorted(files(pdf))
    assert len(pdf.Root.AF) == len({one.objgen for one in pdf.Root.AF}) == 3


def test_a_file_has_type_size_and_the_brief_s_date(pdf):
    held = files(pdf)["figure-1.csv"].EF.F
    assert str(held.Subtype) == "/text/csv"
    assert int(held.Params.Size) == len(held.read_bytes())
    assert str(held.Params.ModDate) == "D:20251120"


def test_a_figure_leads_to_its_chart(pdf):
    told = {str(one.Alt).split()[0]: one for one in elements(pdf) if one.S == "/Figure"}
    assert str(told["Bars:"].AF[0].UF) == "fig-gap.vl.json"
    assert "/AF" not in told["A"]  # a picture, of which there is no chart


def test_a_chart_s_file_names_the_form_it_is_written_in_and_holds_its_values(compact):
    chart = next(one for one in carried(compact.document) if one.name == "fig-trips.vl.json")
    assert chart.media_type == "application/vnd.vegalite.v6+json"
    assert json.loads(chart.data)["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")
    assert "5.2" in chart.data


def test_a_written_brief_carries_rows_references_and_its_inputs(compact):
    told = {one.name: one.relationship for one in carried(compact.document)}
    assert told["rows.csv"] == told["events.csv"] == "Data"
    assert told["references.json"] == told["inputs.json"] == "Supplement"


def test_the_torture_brief_by_hand_carries_its_own_first():
    assert carried(torture())[0].name == "figure-1.csv"
