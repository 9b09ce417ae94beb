"""The page of changes: both sides, the words that went and came marked, nothing fetched, nothing run."""

import pytest
from msgspec.structs import replace

from aibrief_report.changes.changes import changes
from aibrief_report.changes.page import changes_page
from aibrief_report.changes.pictures import PagePair
from aibrief_report.changes.sides import Side
from aibrief_report.model.blocks import Paragraph
from aibrief_report.model.inlines import Text
from tests.documents import small


def side(words: str, version: str) -> Side:
    document = replace(small(), blocks=(Paragraph((Text(words),)), *small().blocks[1:]))
    return Side("brief", version, document, {"templates/brief/narrative.md": version}, {})


@pytest.fixture
def found():
    return changes(side("Trips <b>rose</b> in 2024.", "one"), side("Trips <b>fell</b> in 2024.", "two"))


def test_words_that_went_and_came_are_marked_and_escaped(found):
    page = changes_page(found).decode()
    assert "<td>Trips <del>&lt;b&gt;rose&lt;/b&gt;</del> in 2024.</td>" in page
    assert "<td>Trips <ins>&lt;b&gt;fell&lt;/b&gt;</ins> in 2024.</td>" in page


def test_nothing_runs_and_nothing_is_fetched(found):
    page = changes_page(found, (PagePair(1, b"\x89PNG", None),)).decode()
    assert "default-src &#x27;none&#x27;" in page
    assert "<script" not in page
    assert 'src="data:image/png;base64,' in page
    assert "Page 1, now: there is none" in page


def test_what_is_framed_and_what_is_left_blank_is_told_where_pages_are_shown(found):
    page = changes_page(found, (PagePair(1, b"\x89PNG", b"\x89PNG"),)).decode()
    assert "framed as well where it moved" in page
    assert "version is left blank on both sides" in page
    assert "left blank" not in changes_page(found).decode()


def test_the_same_changes_give_the_same_bytes(found):
    assert changes_page(found) == changes_page(found)
