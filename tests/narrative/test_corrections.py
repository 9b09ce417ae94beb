"""A corrected edition says so at its head: what was mended, when, and which edition it replaces."""

import pytest

from aibrief_report.errors import InputError
from aibrief_report.model.blocks import Box
from aibrief_report.model.sentences import block_name
from aibrief_report.model.walk import plain
from tests.projects import composed, project

CORRECTED = """
edition: "2"
corrections:
  - date: 2026-02-15
    of: v1.0
    text: The north was said to have made 4.9 million trips; it made {{ obs("trips", "NORTH", 2024) }}.
"""


def test_corrections_stand_before_everything_else(tmp_path):
    document = composed(project(tmp_path, brief=CORRECTED))
    box = document.blocks[0]
    assert isinstance(box, Box)
    assert (box.role, box.anchor) == ("corrections", "box-corrections")
    assert plain(box.blocks[0].inlines).replace("\u00a0", " ") == (
        "15 February 2026\u2002The north was said to have made 4.9 million trips; it made 5.2 million."
    )
    assert (document.meta.edition, document.meta.status, document.meta.replaces) == ("2", "corrected", "v1.0")


def test_numbers_in_a_correction_lead_to_their_rows(tmp_path):
    assert "trips-north-2024" in composed(project(tmp_path, brief=CORRECTED)).numbers


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("2026-02-15", "15 February", "a date is written"), ("of: v1.0", "off: v1.0", "of")],
)
def test_a_correction_needs_its_day_and_the_edition_before(tmp_path, old, new, told):
    with pytest.raises(InputError, match=told):
        composed(project(tmp_path, brief=CORRECTED.replace(old, new)))


def test_an_unknown_status_is_an_error(tmp_path):
    with pytest.raises(InputError, match="status"):
        composed(project(tmp_path, brief="\nstatus: finished\n"))


def test_corrections_are_called_so_wherever_a_number_in_them_is_told(tmp_path):
    box = composed(project(tmp_path, brief=CORRECTED)).blocks[0]
    assert block_name(box, {"corrections": "Corrections", "about": "About this brief"}) == "Corrections"
