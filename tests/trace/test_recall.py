"""A recalled source becomes a list of passages and the draft of an erratum."""

import pytest
from msgspec.structs import replace

from aibrief_report.trace.across import versions_using
from aibrief_report.trace.recall import erratum, recalls
from aibrief_report.versions.shelf import Shelf
from tests.trace.brief import NUMBERS, ROWS, VERSION, document, n, shelve

OLDER = "ba9876543210"


@pytest.fixture
def shelf(tmp_path):
    shelve(tmp_path / "out", "bicycles", replace(document(), version=OLDER), latest=False)
    shelve(tmp_path / "out", "bicycles", document())
    return Shelf(tmp_path / "out")


def draft(shelf: Shelf, key: str, reason: str = "") -> str:
    (recall,) = recalls(versions_using(shelf, key))
    return erratum(recall, key, reason)


def test_the_draft_names_versions_figures_and_passages(shelf):
    left = "no other source; others say $14.6 million (Writer 2024)"
    assert (
        draft(shelf, "lanes-by-city", "the city counted twice.")
        == f"""\
# Correction to “Bicycles in two districts”

Institute, 15 January 2026.
This concerns the versions {VERSION} and {OLDER}.

The figure in row `lanes-by-city` has been corrected or withdrawn: the city counted twice.

| As printed | What it is | Without it | Should read |
|---|---|---|---|
| $10.0 million | Spending on lanes, the north, 2023 (row `lanes-by-city`) | {left} | <value> |

Passages that state them:

- “Both districts ride more”: “The city spent $10.0 million.”

The corrected version is <version>, of <date>.
"""
    )


def test_a_source_is_named_as_in_the_reference_list(shelf):
    text = draft(shelf, "counts")
    assert (
        "The source “Office of Examples. (2025). Counting bicycles.” has been corrected or withdrawn. "
        in text
    )
    assert "<Say what was wrong.>" in text
    assert "| 1.3 | Bicycle trips, the north, 2024 | to be computed anew: trips-north-2024 ÷ " in text
    assert "ratio-1" not in text
    assert "Passages that rest on it in another way:" in text


def test_a_passage_that_only_one_version_has_says_so(shelf):
    found = replace(document(), version="cccccccccccc", blocks=document().blocks[:1])
    shelve(shelf.out, "bicycles", found, latest=False)
    text = draft(shelf, "trips-north-2024")
    assert f"- Table 1 (only in {VERSION} and {OLDER}): “North – Trips, million – 5.2”" in text
    assert "- Key findings: “The north counted about 5.2 million trips.”" in text


def test_another_source_that_says_the_same_is_told(shelf, tmp_path):
    agreeing = replace(NUMBERS["lanes-by-city"], rows=("lanes-by-city", "lanes-by-press"), rivals=())
    found = replace(document(), numbers={**NUMBERS, "lanes-by-city": agreeing})
    shelve(tmp_path / "other", "bicycles", found)
    assert "also stated by Writer 2024" in draft(Shelf(tmp_path / "other"), "lanes-by-city")


def test_data_cannot_break_out_of_the_draft(tmp_path):
    rows = replace(document().attachments[0], data=ROWS.replace("p. 9", "p. 9"))
    blocks = (replace(document().blocks[3], inlines=(n("lanes-by-city", 1, text="<b>*10*</b> | `x`"),)),)
    shelve(tmp_path / "out", "bicycles", replace(document(), blocks=blocks, attachments=(rows,)))
    text = draft(Shelf(tmp_path / "out"), "lanes-by-city")
    assert r"\<b\>\*10\*\</b\> \| \`x\`" in text


def test_the_draft_is_the_same_every_time(shelf):
    assert draft(shelf, "counts") == draft(Shelf(shelf.out), "counts")
