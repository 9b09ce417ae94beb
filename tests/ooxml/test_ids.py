"""Names and ids: the same each time, within Word's limits, never twice."""

from string import ascii_letters, digits

from hypothesis import given
from hypothesis import strategies as st

from aibrief_report.ooxml.ids import Ids, bookmark_name, control_alias, control_tag, guid


def test_an_anchor_becomes_a_hidden_bookmark():
    assert bookmark_name("fig-gap") == "_fig_gap"


def test_anchors_that_differ_only_in_what_word_cannot_tell_apart_stay_apart():
    names = {bookmark_name(one).lower() for one in ("a-b", "a_b", "A-B", "a b", "a--b", "ä-b")}
    assert len(names) == 6


@given(st.text(min_size=1, max_size=80))
def test_every_bookmark_is_one_that_word_accepts(anchor):
    name = bookmark_name(anchor)
    assert len(name) <= 40
    assert name[0] == "_"
    assert set(name) <= set(ascii_letters + digits + "_")


def test_a_short_name_is_its_own_tag():
    assert control_tag("q12") == "q12"


def test_long_names_with_one_beginning_have_different_tags():
    one, other = control_tag("x" * 50 + "a"), control_tag("x" * 50 + "b")
    assert one != other
    assert len(one) == len(other) == 40


def test_an_alias_is_the_label_and_the_id():
    assert control_alias("US private investment", "q12") == "US private investment [q12]"


def test_a_long_label_is_cut_so_that_the_id_stays():
    alias = control_alias("Private investment in artificial intelligence, United States, 2023", "q12")
    assert alias == "Private investment in artificial intelligence, United Sta… [q12]"
    assert len(alias) == 64


def test_an_alias_without_a_label_is_the_id():
    assert control_alias("", "q12") == "[q12]"


def test_a_guid_comes_from_its_name():
    assert guid("a") == guid("a") != guid("b")
    assert guid("a") == "{CA978112-CA1B-BDCA-FAC2-31B39A23DC4D}"


def test_ids_count_by_kind():
    ids = Ids()
    assert [ids.count("bookmark"), ids.count("drawing"), ids.count("bookmark")] == [1, 1, 2]


def test_a_control_keeps_its_id_when_others_come_before_it():
    alone, among = Ids(), Ids()
    among.control("other")
    assert alone.control("q12 n1") == among.control("q12 n1")


def test_a_control_printed_twice_has_two_ids():
    ids = Ids()
    assert len({ids.control("q12") for _ in range(3)}) == 3
