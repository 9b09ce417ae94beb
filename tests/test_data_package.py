"""The shipped tables are a Data Package that anyone can read, and the shipped briefs stand on them."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from aibrief_report.checks.material import material_of
from aibrief_report.checks.run import check
from aibrief_report.checks.uses import rows_touched
from aibrief_report.inputs.brief import read_brief
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project
from aibrief_report.ledger import records
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.ledger.read import COLUMNS, OPTIONAL, read_ledger
from aibrief_report.model.document import Document
from aibrief_report.pipeline import Written, write
from aibrief_report.references.library import csl_items
from tests.conftest import FLAGSHIP, ROOT

DATA = ROOT / "data"
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
TABLES = {one["name"]: one for one in PACKAGE["resources"] if "schema" in one}
BRIEFS = Project(ROOT).briefs()
ARTICLE = re.compile(r"\d{3}_[0-9a-f]{16}\.txt, paragraphs? \d+(?:(?:, | and )\d+)*")
"""A place in one of the articles that the tables were drawn from, which are not in the repository."""

VOCABULARIES = {
    ("observations", "qualifier"): records.QUALIFIERS,
    ("observations", "status"): records.STATUSES,
    ("observations", "reading"): records.READINGS,
    ("observations", "rank"): records.RANKS,
    ("events", "reading"): records.READINGS,
    ("indicators", "kind"): records.KINDS,
    ("areas", "kind"): records.AREA_KINDS,
}


def faults(folder: Path) -> list[str]:
    """Return what frictionless, which knows nothing of briefs, finds wrong with a package."""
    from frictionless import Package, system  # here: it takes half a second to load

    with system.use_context(trusted=True):  # an absolute path, which packages from elsewhere may not name
        report = Package(str(folder / "datapackage.json")).validate()
    return [f"{place}: {told}" for place, told in report.flatten(["resourceName", "message"])]


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(Inputs(ROOT))


@pytest.fixture(scope="module")
def documents(shipped: Project, flagship: Written) -> dict[str, Document]:
    """Return the resolved document of each shipped brief."""
    return {name: flagship.document if name == FLAGSHIP else write(shipped, name).document for name in BRIEFS}


# The package --------------------------------------------------------------------------------------


def test_frictionless_finds_no_fault():
    assert faults(DATA) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("inv-usa-2024-hai25,", "inv usa,", 'constraint "pattern"'),
        ("inv-usa-2024-hai25,private-ai-investment,", "inv-usa-2024-hai25,investments,", "foreign"),
        (",109.1,", ',"109,1",', 'type is "number'),
    ],
)
def test_frictionless_would_find_one(tmp_path, old, new, told):
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    table = tmp_path / "observations.csv"
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(told in line.lower() for line in faults(tmp_path))


def test_every_table_of_the_folder_is_in_the_package():
    assert {one["path"] for one in PACKAGE["resources"]} == {
        path.name for path in DATA.iterdir() if path.name != "datapackage.json"
    }
    assert set(COLUMNS) - set(OPTIONAL) <= set(TABLES) <= set(COLUMNS)


@pytest.mark.parametrize("name", TABLES)
def test_a_schema_names_the_columns_that_are_read_and_written(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    assert [field["name"] for field in TABLES[name]["schema"]["fields"]] == head == list(COLUMNS[name])


@pytest.mark.parametrize(("table", "column"), VOCABULARIES)
def test_a_schema_allows_the_words_that_the_ledger_reads(table, column):
    (field,) = (one for one in TABLES[table]["schema"]["fields"] if one["name"] == column)
    left_empty = {"exact"} if column == "qualifier" else set()
    assert set(field["constraints"]["enum"]) == set(VOCABULARIES[table, column]) - left_empty


# The rows -----------------------------------------------------------------------------------------


def test_every_source_makes_a_reference(ledger):
    items = csl_items([(one.entry, one.where) for one in ledger.sources.values()])
    assert list(items) == list(ledger.sources)


def test_every_row_is_of_its_indicators_kind(ledger):
    unlike = [
        row.id
        for row in ledger.observations.values()
        if row.unit.kind != ledger.indicators[row.indicator].unit.kind
    ]
    assert len(ledger.observations) > 100
    assert unlike == []


def test_a_row_that_is_preferred_or_deprecated_says_why(ledger):
    ranked = [row for row in ledger.observations.values() if row.rank != "normal"]
    assert ranked
    assert [row.id for row in ranked if not row.note] == []


def test_an_untraced_figure_says_whom_it_is_credited_to_and_is_never_preferred(ledger):
    untraced = [row for row in ledger.observations.values() if row.reading == "untraced"]
    assert untraced
    assert [row.id for row in untraced if row.rank == "preferred" or not (row.credited_to or row.note)] == []


def test_what_was_read_in_an_article_names_file_and_paragraph(ledger):
    rows = [*ledger.observations.values(), *ledger.events.values()]
    articles = {row.source for row in rows if ".txt" in row.locator}
    assert len(articles) == 4
    read = [row for row in rows if row.source in articles]
    assert [f"{row.id}: {row.locator}" for row in read if not ARTICLE.fullmatch(row.locator)] == []


def test_a_contest_is_between_rows_at_least_two(ledger):
    assert [one.id for one in ledger.contests.values() if len(set(one.rows)) < 2] == []


# The briefs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BRIEFS)
def test_a_shipped_brief_is_written_and_its_claims_hold(documents, name):
    document = documents[name]
    assert document.numbers
    assert document.claims
    assert {one.id: one.condition for one in document.claims.values() if one.verdict == "fails"} == {}


@pytest.mark.parametrize("name", BRIEFS)
def test_a_shipped_brief_leaves_no_question_open(documents, ledger, shipped, name):
    used = frozenset[str]().union(*(rows_touched(one, ledger) for one in documents.values()))
    unused = tuple(row for row in ledger.observations if row not in used)
    declared = read_brief(Inputs(shipped.root), name)
    found = check(material_of(documents[name], ledger, declared, unused))
    told = [f"{one.finding.place}: {one.rule.code} {one.finding.message}" for one in found if one.open]
    assert told == []
