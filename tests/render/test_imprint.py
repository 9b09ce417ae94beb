"""What the title block says of the version: name, edition and standing, and what it replaces."""

import pytest
from msgspec.structs import replace

from aibrief_report.render.imprint import version_lines
from aibrief_report.resolve.words import words_for
from tests.documents import small


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ({}, []),
        ({"edition": "2"}, [("Edition", "2")]),
        ({"status": "draft"}, [("Status", "draft")]),
        ({"edition": "2", "status": "corrected"}, [("Edition", "2 (corrected)")]),
        (
            {"status": "withdrawn", "replaces": "v1.0"},
            [("Status", "withdrawn"), ("Replaces", "v1.0")],
        ),
    ],
)
def test_what_a_brief_says_stands_beside_its_version(told, lines):
    document = replace(small(), version="0123456789ab", meta=replace(small().meta, **told))
    assert list(version_lines(document)) == [("Version", "0123456789ab"), *lines]


def test_a_draft_that_is_no_version_yet_has_none():
    assert list(version_lines(replace(small(), version=""))) == []


def test_it_is_told_in_the_language_of_the_brief():
    document = replace(
        small(), words=words_for("de"), meta=replace(small().meta, edition="2", status="corrected")
    )
    assert ("Ausgabe", "2 (berichtigt)") in list(version_lines(document))
