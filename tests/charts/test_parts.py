"""The measures behind the pictures: scales, places, widths, lanes."""

from decimal import Decimal
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from aibrief_report.charts.parts.callouts import callouts, room_of
from aibrief_report.charts.parts.labels import Line
from aibrief_report.charts.parts.placing import Mark, place_labels
from aibrief_report.charts.parts.points import Patch, any_meet, crosses, spread
from aibrief_report.charts.parts.ruler import text_width, wrapped
from aibrief_report.charts.parts.runs import runs
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.parts.ticks import span, ticks
from aibrief_report.charts.periods import period_text, stretch
from aibrief_report.charts.wording import number_text
from aibrief_report.theme.tokens import Face, Fonts
from tests.charts.making import THEME, WIDTH, P

SHEET = Sheet(THEME, WIDTH)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["67.2", "109.1"], ["0", "50", "100", "150"]),
        (["0.03", "0.11"], ["0.00", "0.05", "0.10", "0.15"]),
        (["-4", "9"], ["-5", "0", "5", "10"]),
        (["38210"], ["0", "10000", "20000", "30000", "40000"]),
        ([], ["0.00", "0.25", "0.50", "0.75", "1.00"]),
        (["0"], ["0.00", "0.25", "0.50", "0.75", "1.00"]),
    ],
)
def test_ticks_are_round(values: list[str], expected: list[str]):
    assert [float(one) for one in ticks(map(Decimal, values)).values] == [float(one) for one in expected]


@given(st.lists(st.decimals(-(10**9), 10**9, places=3), min_size=1), st.booleans())
def test_ticks_hold_all_values_evenly(values: list[Decimal], zero: bool):
    found = ticks(values, zero=zero)
    steps = {second - first for first, second in pairwise(found.values)}
    assert len(steps) == 1
    assert found.values[0] <= min(values) <= max(values) <= found.values[-1]
    assert 2 <= len(found.values) <= 8


def test_a_scale_without_axis_ends_at_the_values():
    assert span([Decimal("-2"), Decimal("7.5")]).values == (Decimal("-2"), Decimal("7.5"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "1,234.50"), ("de", "1.234,50"), ("fr", "1\u202f234,50"), ("en-GB", "1,234.50")],
)
def test_numbers_follow_the_language(language: str, expected: str):
    assert number_text(Decimal("1234.50"), language) == expected


@pytest.mark.parametrize(
    ("period", "english", "german"),
    [
        ("2023", "2023", "2023"),
        ("2014/2023", "2014–2023", "2014–2023"),
        ("2023-Q3", "Q3 2023", "Q3 2023"),
        ("2025-07-26", "26 Jul 2025", "26. Juli 2025"),
    ],
)
def test_periods_follow_the_language(period: str, english: str, german: str):
    assert (period_text(period, "en-GB"), period_text(period, "de")) == (english, german)


def test_a_period_reaches_from_its_first_day_to_the_end_of_its_last():
    assert (stretch("2014/2023").start, stretch("2014/2023").end) == (2014, pytest.approx(2024))
    assert stretch("2024-01/2024-06").middle == pytest.approx(2024.25, abs=0.01)


def test_a_line_is_as_wide_as_its_letters():
    regular, bold = (text_width("China 2023", THEME.fonts, 8, weight) for weight in (400, 600))
    assert 30 < regular < bold < 50


def test_digits_are_all_of_one_width():
    assert len({round(text_width(digit, THEME.fonts, 8), 6) for digit in "0123456789"}) == 1


def test_letters_that_the_face_lacks_are_taken_as_wide():
    assert text_width("中国", THEME.fonts, 8) == 16


def test_without_faces_a_width_is_guessed():
    assert text_width("abcd", Fonts("A", "B", "C", ()), 10) == pytest.approx(22.4)


def test_text_is_wrapped_at_words():
    assert wrapped("one two three", THEME.fonts, 8, 30) == ("one two", "three")
    assert wrapped("Donaudampfschifffahrt", THEME.fonts, 8, 30) == ("Donaudampfschifffahrt",)
    assert wrapped("", THEME.fonts, 8, 30) == ()


def test_text_without_spaces_is_wrapped_between_its_signs():
    assert wrapped("中国的人工智能", THEME.fonts, 8, 33) == ("中国的人", "工智能")
    assert wrapped("中国与 USA 之间", THEME.fonts, 8, 33) == ("中国与", "USA 之间")


def test_no_line_begins_with_a_mark_that_closes():
    assert wrapped("人工智能，第一（二）", THEME.fonts, 8, 33) == ("人工智", "能，第一", "（二）")


def test_a_quotation_mark_stays_with_its_word():
    assert wrapped("one “two” three", THEME.fonts, 8, 1) == ("one", "“two”", "three")


def test_a_character_that_only_another_family_has_is_as_wide_as_it_is_there():
    hebrew = Face(
        "Noto Sans Hebrew",
        400,
        False,
        "he.ttf",
        (files("pylopdf_fonts_he") / "NotoSansHebrew-Variable.ttf").read_bytes(),
    )
    fonts = replace(THEME.fonts, faces=(*THEME.fonts.faces, hebrew))
    assert text_width("א", THEME.fonts, 10) == 10
    assert 4 < text_width("א", fonts, 10) < 8


@given(st.lists(st.floats(0, 300), max_size=12), st.floats(1, 20))
def test_spread_places_are_apart_and_in_order(wanted: list[float], apart: float):
    found = spread(wanted, apart)
    placed = sorted(found)
    assert all(second - first >= apart - 1e-6 for first, second in pairwise(placed))
    assert sorted(range(len(wanted)), key=lambda one: (wanted[one], one)) == sorted(
        range(len(found)), key=found.__getitem__
    )


def test_spread_leaves_alone_what_is_apart():
    assert spread([10, 50, 30], 10) == [10, 50, 30]


def test_spread_moves_neighbours_as_little_as_it_can():
    assert spread([50, 52], 10) == [46, 56]


@given(st.lists(st.floats(0, 390), min_size=1, max_size=10), st.integers(1, 30))
def test_callouts_never_meet_nor_leave_the_width(places: list[float], letters: int):
    room = min(104.0, room_of(len(places), 390))
    words = tuple(Line(line, "#000000") for line in SHEET.wrap("n " * letters, room))
    found = [one.label.patch for one in callouts([(x, words) for x in places], 390, SHEET)]
    assert len(found) == len(places)
    assert not any_meet(found)
    assert all(one.left >= -0.01 and one.right <= 390.01 for one in found)


def test_a_label_goes_where_nothing_stands():
    room = Patch(0, 0, 200, 100)
    words = (Line("China", "#000000"),)
    right, left = place_labels([Mark(100, 50, words), Mark(112, 50, words)], room, SHEET)
    assert right is not None
    assert left is not None
    assert not right.patch.meets(left.patch)


def test_a_label_without_a_free_place_is_left_out():
    words = (Line("China", "#000000"),)
    assert place_labels([Mark(5, 5, words)], Patch(0, 0, 10, 10), SHEET) == [None]


def test_a_path_through_a_patch_crosses_it():
    assert crosses(Patch(4, 4, 6, 6), [(0, 0), (10, 10)])
    assert not crosses(Patch(4, 4, 6, 6), [(0, 10), (3, 10), (10, 10)])


def test_runs_end_at_gaps_and_turn_dashed_at_forecasts():
    points = [
        P("1", "1"),
        P("2", "2"),
        P("3", None),
        P("4", "4"),
        P("5", "5", status="forecast"),
        P("6", "6"),
    ]
    found = [([point.x for point in one.points], one.dashed) for one in runs(points)]
    assert found == [(["1", "2"], False), (["4", "5", "6"], True)]
