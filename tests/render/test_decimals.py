from __future__ import annotations

import pytest

from aibrief_report.model.inlines import Emphasis
from aibrief_report.render.html.decimals import room, split, splittable
from tests.documents import n, t


@pytest.mark.parametrize(
    ("words", "mark", "expected"),
    [
        ("7.76", ".", ("7", ".76")),
        ("15", ".", ("15", "")),
        ("−34.4", ".", ("−34", ".4")),
        ("1,234", ".", ("1,234", "")),
        ("1,234.0", ".", ("1,234", ".0")),
        ("1,234,567", ".", ("1,234,567", "")),
        ("<0.1", ".", ("<0", ".1")),
        ("22.6%", ".", ("22", ".6%")),
        ("22%", ".", ("22", "%")),
        ("22 %", ".", ("22", " %")),
        (".5", ".", ("", ".5")),
        ("7,76", ",", ("7", ",76")),
        ("1.234,5", ",", ("1.234", ",5")),
        ("1.234", ",", ("1.234", "")),
        ("1\u202f234,5", ",", ("1\u202f234", ",5")),
        # The other language's mark counts where it can be nothing else.
        ("7,76", ".", ("7", ",76")),
        ("0,123", ".", ("0", ",123")),
        ("2014–2023", ".", ("2014–2023", "")),
        ("1.2.3", ".", ("1.2.3", "")),
        ("about 2", ".", ("about 2", "")),
    ],
)
def test_a_number_is_split_at_its_decimal_mark(words, mark, expected):
    assert split(words, mark) == expected


@pytest.mark.parametrize("cell", [(), t("–"), t("n/a"), (Emphasis(t("7.5")),)])
def test_a_cell_without_a_number_is_set_whole(cell):
    assert splittable(cell) is None


def test_a_printed_number_can_be_split():
    number = n("q1", "7.5", 1)
    assert splittable((number, *t("*"))) is number


def test_room_is_told_in_figures():
    assert room("") == 0
    assert room(".76") == pytest.approx(2.55)
    assert room("%") > 1
