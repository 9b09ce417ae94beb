"""The register of copies, and the names of their files: a name in, a name out."""

import pytest

from aibrief_report.errors import InputError
from aibrief_report.review.register import (
    Sent,
    draft_number,
    file_name,
    file_part,
    read_register,
    recipient,
    register_bytes,
)

FILE = "out/brief/sent/register.json"
ADA = Sent(1, "0a1b", "0a1b2c", "Ada", "brief_draft-1_Ada.docx", True, True, "aa", "bb", "2026-01-15")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Ada", "Ada"),
        ("  Ada   Lovelace ", "Ada-Lovelace"),
        ("a/b\\c", "a-b-c"),
        ("../../etc/passwd", "etc-passwd"),
        ("José Müller", "José-Müller"),
        ("Jose\u0301", "José"),
        ("王伟", "王伟"),
        ("हिन्दी", "हिन्दी"),
        ("O'Brien & Co.", "O-Brien-Co"),
        ('<a>:"b"|c?*', "a-b-c"),
        ("con", "con"),
        ("x\u202ecod.exe", "x-cod-exe"),
        ("...", ""),
        ("😀", ""),
    ],
)
def test_a_name_becomes_a_part_of_a_file_s_name(name, part):
    assert file_part(name) == part


def test_a_long_name_is_cut_and_stays_apart_from_others():
    first, second = (file_part("Ä" * 200 + end) for end in "ab")
    assert first != second
    assert max(len(one.encode()) for one in (first, second)) <= 80


@pytest.mark.parametrize("name", ["CON", "nul", "COM1", "LPT9", "aux."])
def test_a_name_that_windows_reserves_is_only_a_part_of_the_file_s(name):
    made = file_name("brief", 1, name, True, True, ())
    assert made.startswith("brief_draft-1_")
    assert made.endswith(".docx")
    assert made.count(".") == 1


@pytest.mark.parametrize(
    ("annex", "comments", "name"),
    [
        (True, True, "b_draft-3_Ada.docx"),
        (False, True, "b_draft-3_Ada_no-annex.docx"),
        (False, False, "b_draft-3_Ada_no-annex_no-comments.docx"),
    ],
)
def test_a_file_is_named_for_draft_person_and_form(annex, comments, name):
    assert file_name("b", 3, "Ada", annex, comments, ()) == name


def test_two_people_never_share_a_file():
    assert file_name("b", 1, "a b", True, True, ["b_draft-1_A-B.docx"]) == "b_draft-1_a-b-2.docx"


def test_one_spelling_is_one_person():
    assert recipient(" Jose\u0301  M ") == recipient("José M")
    assert ADA.is_of("0a1b", "ADA", True, True)
    assert not ADA.is_of("0a1b", "Ada", False, True)


def test_the_draft_number_counts_versions():
    assert draft_number((), "x") == 1
    assert draft_number((ADA,), "0a1b") == 1
    assert draft_number((ADA,), "ffff") == 2


def test_a_register_comes_back_as_it_was_written():
    assert read_register(register_bytes((ADA, ADA)).decode(), FILE) == (ADA, ADA)


@pytest.mark.parametrize("text", ["[", "sent: 3", '{"sent": [{"draft": 1}]}', '{"other": []}'])
def test_a_damaged_register_is_told_with_its_place(text):
    with pytest.raises(InputError, match=FILE):
        read_register(text, FILE)


def test_a_day_that_is_none_is_told():
    with pytest.raises(InputError, match="year-month-day"):
        read_register(register_bytes((ADA,)).decode().replace("2026-01-15", "soon"), FILE)
