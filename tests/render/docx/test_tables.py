"""Tables: rows, cells, widths, alignment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from aibrief_report.model.blocks import Column, Row, Table
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.widths import Need, line_width, longest_word, share
from tests.documents import n, t, torture
from tests.render.docx.written import body, find

SCORE, WIDE = (
    next(block for block in torture().blocks if isinstance(block, Table) and block.anchor == anchor)
    for anchor in ("tab-score", "tab-wide")
)


def grid(table, **more):
    """The table that was written."""
    return find(body(replace(table, landscape=False), **more), "w:tbl")[-1]


def cells(row):
    return [text_of(one) for one in find(row, "w:tc")]


def test_cells_hold_what_the_model_says():
    rows = find(grid(SCORE), "w:tr")
    assert cells(rows[0]) == ["Indicator", "United States\nas given", "China\nas given", "Remarka"]
    assert cells(rows[2]) == ["Private investment, 2023", "67.2", "7.76≠", "contested"]


def test_the_header_repeats_and_no_row_is_split():
    made = grid(SCORE)
    assert find(made, "count(w:tr[1]/w:trPr/w:tblHeader)") == 1
    assert find(made, "count(w:tr/w:trPr/w:tblHeader)") == 1
    assert find(made, "count(w:tr/w:trPr/w:cantSplit)") == len(find(made, "w:tr"))


def test_a_group_is_a_row_of_one_cell():
    group = find(grid(SCORE), "w:tr")[1]
    assert find(group, "w:tc/w:tcPr/w:gridSpan/@w:val") == ["4"]
    assert cells(group) == ["Investment, US$ billion"]


def test_a_table_names_itself_for_those_who_hear_it():
    made = grid(SCORE)
    assert (
        find(made, "string(w:tblPr/w:tblCaption/@w:val)")
        == "Table 1 One edition of the AI Index, two countries"
    )
    assert find(made, "string(w:tblPr/w:tblLook/@w:firstRow)") == "1"
    assert find(made, "string(w:tblPr/w:tblLook/@w:firstColumn)") == "1"


def decimal_stops(table, column):
    places = find(grid(table), f"w:tr/w:tc[{column}]/w:p/w:pPr/w:tabs/w:tab[@w:val='decimal']/@w:pos")
    return {int(one) for one in places}


def test_numbers_align_on_one_decimal_stop_within_their_column():
    (stop,) = decimal_stops(SCORE, 2)
    width = int(find(grid(SCORE), "w:tblGrid/w:gridCol/@w:w")[1])
    assert 0 < stop < width


def test_the_stop_leaves_room_for_the_longest_fraction():
    (short,) = decimal_stops(two_columns("1.5"), 2)
    (long,) = decimal_stops(two_columns("1.505"), 2)
    assert long < short


def test_the_decimal_mark_is_that_of_the_language():
    (point,) = {*decimal_stops(two_columns("1,505"), 2)}
    made = find(body(two_columns("1,505"), language="de"), "w:tbl")[-1]
    comma = int(find(made, "w:tr[2]/w:tc[2]/w:p/w:pPr/w:tabs/w:tab/@w:pos")[0])
    assert comma < point


def two_columns(value):
    columns = (Column(t("Area"), weight=1), Column(t("Value"), align="decimal", weight=1))
    return Table(columns, (Row((t("China"), t(value))),), anchor="tab")


def test_right_and_centred_cells_are_set_so():
    columns = (Column(t("A"), align="right"), Column(t("B"), align="center"))
    made = grid(Table(columns, (Row((t("1"), t("2"))),)))
    assert find(made, "w:tr[2]/w:tc/w:p/w:pPr/w:jc/@w:val") == ["right", "center"]


def test_a_short_table_stays_whole_and_with_its_notes():
    made = grid(SCORE)
    assert find(made, "count(w:tr[w:tc[1]/w:p/w:pPr/w:keepNext])") == len(SCORE.rows)


def test_a_long_table_may_break_between_its_rows():
    made = grid(replace(SCORE, rows=SCORE.rows[4:6] * 20, label="", anchor="tab-long"))
    assert find(made, "count(w:tr[w:tc[1]/w:p/w:pPr/w:keepNext])") < 5


def test_a_number_in_a_cell_is_a_control():
    made = grid(Table((Column(t("A")),), (Row(((n("q12", "67.2", 1),),)),)))
    assert find(made, ".//w:sdt/w:sdtPr/w:tag/@w:val") == ["q12"]


def test_a_wide_table_turns_its_page_and_only_its_page():
    found = body(SCORE, WIDE, replace(SCORE, anchor="tab-2"))
    pages = find(found, ".//w:sectPr/w:pgSz")
    assert ["landscape" in one.attrib.values() for one in pages] == [False, True, False]


def test_wide_tables_in_a_row_share_one_turned_section():
    found = body(WIDE, replace(WIDE, anchor="tab-2"))
    assert len(find(found, ".//w:sectPr")) == 2


def test_only_the_first_page_of_the_document_has_a_foot_of_its_own():
    found = body(SCORE, WIDE, replace(SCORE, anchor="tab-2"))
    assert [len(find(one, "w:titlePg")) for one in find(found, ".//w:sectPr")] == [1, 0, 0]


def test_columns_take_what_their_words_need():
    narrow, wide = share([Need(10, 20), Need(10, 80)], 100)
    assert (narrow, wide) == (20, 80)


def test_what_is_left_over_is_shared():
    assert share([Need(10, 20), Need(10, 30)], 70) == (30, 40)


def test_weights_decide_as_far_as_words_allow():
    assert share([Need(10, 10, 3), Need(10, 10, 1)], 100) == pytest.approx((75, 25))
    narrow, wide = share([Need(10, 10, 9), Need(40, 40, 1)], 100)
    assert wide == 40
    assert narrow == 60


def test_where_there_is_no_room_all_columns_give_way_alike():
    assert share([Need(100, 100), Need(300, 300)], 200) == (50, 150)


@given(
    st.lists(
        st.tuples(st.floats(1, 500), st.floats(0, 500), st.sampled_from([0, 0, 1, 2.5])),
        min_size=1,
        max_size=14,
    ),
    st.floats(50, 800),
)
def test_columns_always_fill_the_width_and_never_more(raw, width):
    widths = share([Need(least, least + more, weight) for least, more, weight in raw], width)
    assert sum(widths) == pytest.approx(width)
    assert all(one > 0 for one in widths)


def test_words_break_at_spaces_and_dashes():
    assert longest_word("well-known fact", 10) == line_width("known", 10)


def test_capitals_and_wide_scripts_are_wider():
    assert line_width("i", 10) < line_width("a", 10) < line_width("A", 10) < line_width("中", 10)
