"""The pack goes out as a workbook and comes back with verdicts."""

from datetime import datetime

import pytest

from aibrief_report.errors import InputError
from aibrief_report.review.checks import Standing, combined, standing
from aibrief_report.review.pack import make_pack
from aibrief_report.review.workbook import SHEET, Returned, pack_workbook, read_returned
from tests.exchange.sheets import column, opened, saved
from tests.trace.brief import addressed, changed_rows, document, n


def state(*checks) -> Standing:
    return standing(make_pack(document(), "bicycles"), checks)


def filled(*rows: tuple[int, dict[str, object]], data: bytes | None = None) -> bytes:
    """Return the pack with cells filled in, by line and the name of their column."""
    book = opened(data or pack_workbook(state()))
    for line, cells in rows:
        for name, value in cells.items():
            book[SHEET][f"{column(book[SHEET], name)}{line}"] = value
    return saved(book)


GIVEN = {"verdict": "correct", "checker": "Ann", "date": "2026-01-20"}


def returned(*rows: tuple[int, dict[str, object]]) -> Returned:
    return read_returned(filled(*rows), "pack.xlsx", "bicycles")


def test_an_empty_pack_brings_no_verdicts():
    assert returned() == Returned((), 9)


def test_a_verdict_comes_back_with_all_that_it_was_given_on():
    (check,) = returned((4, {**GIVEN, "remark": "table 2, first line"})).checks
    item = make_pack(document(), "bicycles").items[2]
    assert (check.id, check.sentence, check.rows) == (item.id, item.source, item.digests)
    assert (check.verdict, check.checker, check.date, check.remark) == (
        *GIVEN.values(),
        "table 2, first line",
    )


def test_each_source_stands_with_its_address():
    pack = make_pack(addressed("https://example.org/counts"), "bicycles")
    sheet = opened(pack_workbook(standing(pack, ())))[SHEET]
    cells = [sheet[f"{column(sheet, 'addresses')}{line}"].value for line in (2, 3, 7)]
    assert cells == ["https://example.org/counts", "https://example.org/counts", None]


def test_a_date_that_the_spreadsheet_made_is_read():
    (check,) = returned((4, {**GIVEN, "date": datetime.fromisoformat("2026-01-20")})).checks
    assert check.date == "2026-01-20"


def test_checks_that_count_are_filled_in_and_come_back_unchanged():
    checks = returned((4, GIVEN), (5, {**GIVEN, "verdict": "wrong", "remark": "-1 in table 3"})).checks
    again = read_returned(pack_workbook(state(*checks)), "pack.xlsx", "bicycles").checks
    assert combined(state(*checks), again) == combined(state(), checks) == checks


def test_what_is_wrong_must_be_said():
    with pytest.raises(InputError, match="what is wrong with the number"):
        returned((4, {**GIVEN, "verdict": "wrong", "remark": ""}))


def test_a_verdict_on_rows_that_changed_since_lapses():
    checks = returned((4, GIVEN)).checks
    now = standing(make_pack(changed_rows(",4.1,", ",4.2,"), "bicycles"), checks)
    assert [one.reason for one in now.lapsed] == ["row trips-north-2023 changed"]
    sheet = opened(pack_workbook(now))[SHEET]
    assert sheet[f"{column(sheet, 'earlier')}4"].value == "row trips-north-2023 changed"
    assert sheet[f"{column(sheet, 'verdict')}4"].value is None


def test_the_verdict_is_chosen_from_a_list():
    book = opened(pack_workbook(state()))
    (rule,) = book[SHEET].data_validations.dataValidation
    assert str(rule.sqref).startswith(column(book[SHEET], "verdict"))
    assert [cell.value for cell in book["lists"]["A"]] == ["correct", "wrong", "unclear"]


@pytest.mark.parametrize(
    ("cells", "message", "name"),
    [
        ({"verdict": "corect", "checker": "Ann", "date": "2026-01-20"}, "is not one of: correct", "verdict"),
        ({"verdict": "correct", "date": "2026-01-20"}, "who checked this", "checker"),
        ({"verdict": "correct", "checker": "Ann"}, "the date '': a date is written", "date"),
        ({"verdict": "correct", "checker": "Ann", "date": "today"}, "the date 'today'", "date"),
        ({"remark": "hm"}, "there is a remark and no verdict", "verdict"),
        ({"id": None}, "the row has lost its id", "id"),
    ],
)
def test_what_is_amiss_is_told_at_its_cell(cells, message, name):
    with pytest.raises(InputError, match=message) as caught:
        returned((4, cells))
    letter = column(opened(pack_workbook(state()))[SHEET], name)
    assert f"pack.xlsx:{SHEET}!{letter}4" in [str(one.place) for one in caught.value.faults]


def test_the_pack_of_another_brief_is_refused():
    with pytest.raises(InputError, match="is the pack of bicycles"):
        read_returned(pack_workbook(state()), "pack.xlsx", "cars")


def test_another_workbook_is_no_pack():
    book = opened(pack_workbook(state()))
    del book[SHEET]
    with pytest.raises(InputError, match="has no sheet 'number check'"):
        read_returned(saved(book), "pack.xlsx", "bicycles")


def test_cells_of_data_run_nothing():
    risky = document().blocks[3].__class__((n("trips-north-2023", 1, text='=HYPERLINK("http://x")'),), "p")
    found = standing(make_pack(type(document())(document().meta, (risky,), document().numbers), "b"), ())
    sheet = opened(pack_workbook(found))[SHEET]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n"}
    assert sheet[f"{column(sheet, 'printed')}2"].value == '=HYPERLINK("http://x")'


def test_the_same_pack_gives_the_same_bytes():
    assert pack_workbook(state()) == pack_workbook(state())
