"""The torture brief holds what it is there for: every node, every kind of chart, and enough of all."""

from typing import Any, get_args

import pytest
from msgspec import Struct

from aibrief_report.charts.declare import ChartMaker
from aibrief_report.inputs.brief import read_brief
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.read import read_ledger
from aibrief_report.ledger.wording import Wording
from aibrief_report.model.blocks import Block, Figure, References, Table
from aibrief_report.model.charts import Chart, ChartKind
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Inline, Note, Passage
from aibrief_report.model.walk import walk
from aibrief_report.narrative.compose import Narrative, compose
from aibrief_report.pipeline import Written
from aibrief_report.theme.read import read_theme
from tests.torture.project import NAME


@pytest.fixture(scope="module")
def document(torture_project) -> Document:
    """The brief as composed, without drawings, which take long."""
    inputs = Inputs(torture_project.root)
    brief, source = read_brief(inputs, NAME)
    ledger, theme = read_ledger(inputs), read_theme(inputs, brief.theme)
    wording = Wording(brief.language)
    return compose(
        Narrative(NAME, brief, source, inputs, ledger),
        lambda texts: ChartMaker(inputs, NAME, brief, ledger, theme, wording, texts).figures(),
    )


def nodes(document: Document, kind: type[Any]) -> list[Any]:
    return [one for one in walk((document.meta, document.blocks)) if isinstance(one, kind)]


def test_thirty_charts_are_of_every_kind(document):
    charts = [one.content for one in nodes(document, Figure) if isinstance(one.content, Chart)]
    assert len(charts) == 30
    assert {one.kind for one in charts} == set(get_args(ChartKind))


def test_sixty_notes_and_one_of_a_contested_claim_and_two_hundred_rows(document):
    assert len(nodes(document, Note)) == 60 + 1
    assert max(len(table.rows) for table in nodes(document, Table)) == 200


def test_passages_are_of_eastern_and_of_right_to_left_scripts(document):
    assert {one.language for one in nodes(document, Passage)} >= {"zh", "ja", "ko", "ar", "he"}


@pytest.mark.conformance
def test_every_node_is_there(torture_brief: Written):
    held = {type(one) for one in nodes(torture_brief.document, object) if isinstance(one, Struct)}
    held |= {type(one) for one in walk(torture_brief.document.references)}
    assert References in held
    assert held >= {*get_args(Block), *get_args(Inline)}
