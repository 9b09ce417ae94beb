"""What changed is told with its cause: data, prose, template, theme or toolkit."""

import shutil

import pytest
from msgspec.structs import replace

from aibrief_report.changes.changes import changes
from aibrief_report.changes.sides import working_side
from aibrief_report.changes.text import lines
from aibrief_report.inputs.project import find_project
from tests.projects import BRIEF, NARRATIVE, change, project, swap

TEXT = """# Both districts ride more

The north made {{ obs("trips", "NORTH", 2024) }} trips [@counts, table 2]. Nobody knows why.

{% claim obs("trips", "NORTH", 2024) > 5 %}The north is ahead.{% endclaim %}

{{ chart("trips") }}
"""
CHART = """
charts:
  trips:
    kind: bar
    indicator: trips
    areas: [NORTH, SOUTH]
    periods: [2024]
    title: The north leads
"""
ROWS = "data/observations.csv"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("changes") / "project", TEXT, CHART)
    return root, working_side(find_project(root), "brief")


@pytest.fixture
def compared(made, tmp_path):
    """A function that edits a copy of the project and returns what changed."""
    root = shutil.copytree(made[0], tmp_path / "project")

    def edited(**edits):
        for file, pairs in edits.values():
            for old, new in pairs:
                change(root / file, swap(old, new))
        return changes(made[1], working_side(find_project(root), "brief"))

    return edited


def told(found) -> list[tuple[str, str, str]]:
    return [
        (one.cause, one.then.text if one.then else "", one.now.text if one.now else "")
        for one in found.sentences
        if "mark" not in {side.kind for side in (one.then, one.now) if side}
    ]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_same_files_are_no_change(compared):
    found = compared()
    assert (found.none, found.summary) == (True, "")
    assert list(lines(found))[-1] == "nothing differs"


def test_a_row_changes_sentences_that_nobody_touched(compared):
    found = compared(rows=(ROWS, [("5.2", "5.3")]))
    (row,) = found.rows
    assert [(cell.column, cell.then, cell.now) for cell in row.cells] == [("value", "5.2", "5.3")]
    assert [(cause, plain(then), plain(now)) for cause, then, now in told(found)] == [
        (
            "data",
            "The north made 5.2 million trips (Office of Examples, 2025, table 2).",
            "The north made 5.3 million trips (Office of Examples, 2025, table 2).",
        )
    ]
    assert [(one.anchor, one.cause) for one in found.figures] == [("fig-trips", "data")]
    assert found.summary == "1 row, 2 numbers, 1 figure or table"


def test_words_are_prose(compared):
    found = compared(text=(NARRATIVE, [("Nobody knows why.", "Few know why.")]))
    assert told(found) == [("prose", "Nobody knows why.", "Few know why.")]
    assert found.summary == "1 sentence"


def test_an_expression_is_template(compared):
    found = compared(
        text=(
            NARRATIVE,
            [('made {{ obs("trips", "NORTH", 2024) }}', 'made {{ obs("trips", "NORTH", 2023) }}')],
        )
    )
    assert [one[0] for one in told(found)] == ["template"]


def test_a_sentence_that_came_and_one_that_went(compared):
    found = compared(text=(NARRATIVE, [(" Nobody knows why.", "\n\nBicycles were sold in great number.")]))
    assert told(found) == [
        ("prose", "Nobody knows why.", ""),
        ("prose", "", "Bicycles were sold in great number."),
    ]


def test_a_verdict_that_turns_is_told(made, compared):
    before = made[1]
    claims = {key: replace(one, verdict="contested") for key, one in before.document.claims.items()}
    after = replace(before, document=replace(before.document, claims=claims))
    (found,) = changes(before, after).sentences
    assert (found.now.text, found.verdicts) == ("The north is ahead.", ("holds", "contested"))


def test_another_theme_that_is_built_in_is_theme(compared):
    found = compared(text=("templates/brief/brief.yaml", [("theme: plain", "theme: institute")]))
    assert {one.cause for one in found.files if one.name.startswith("package:")} == {"theme"}
    assert not found.toolkit


def test_another_library_is_toolkit(made):
    before = made[1]
    after = replace(before, environment={**before.environment, "toolkit": "0" * 64})
    found = changes(before, after)
    assert found.summary == "toolkit"
    then = str(before.environment["toolkit"])[:12]
    assert f"  ~ the toolkit's code: {then} → 000000000000" in [*lines(found)]


def test_a_title_of_a_chart_is_template(compared):
    found = compared(brief=(BRIEF, [("The north leads", "The north is far ahead")]))
    (figure,) = found.figures
    assert (figure.how, figure.cause, figure.parts[0]) == ("changed", "template", "title")


def test_a_reference_that_is_no_longer_cited_is_dropped(compared):
    found = compared(text=(NARRATIVE, [(" [@counts, table 2]", " [@press]")]))
    assert ("press", "added") in [(one.key, one.how) for one in found.references]


def test_a_reference_that_reads_otherwise_is_told_as_it_was_and_is(compared):
    found = compared(rows=("data/sources.yaml", [("Counting bicycles", "The bicycles")]))
    (one,) = found.references
    assert one.then.replace("Counting bicycles", "The bicycles") == one.now != one.then
    told = "\n".join(lines(found))
    assert f"    - {one.then}\n      + {one.now}" in told


def test_a_change_that_nobody_reads_is_told_as_that(compared):
    found = compared(rows=("data/areas.csv", [("the whole city", "all of the city")]))
    assert found.summary == "nothing that is read (data)"
