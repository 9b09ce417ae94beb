"""A printed number becomes a paragraph that tells where it comes from."""

import pytest
from msgspec.structs import replace

from aibrief_report.errors import ResolveError
from aibrief_report.trace.letter import letter, trace_json
from aibrief_report.trace.printed import find_printed, reads
from aibrief_report.versions.shelf import Kept
from aibrief_report.versions.subject import Subject
from tests.trace.brief import COUNTS, NUMBERS, ROWS, VERSION, document, number

SUBJECT = Subject(Kept("bicycles", VERSION, True), document())


def told(asked: str) -> list[str]:
    return [letter(SUBJECT, one) for one in find_printed(SUBJECT.document, asked)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("$67.2\u00a0billion", "67.2"),
        ("$67.2\u00a0billion", "$67.2 billion"),
        ("more than 1,400", "1,400"),
        ("1\u202f400", "1 400"),
        ("\u22125%", "-5%"),
        ("About 5", "about 5"),
        ("$7.76–14.6 billion", "14.6"),
    ],
)
def test_a_text_reads_what_is_in_it(text, asked):
    assert reads(text, asked)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("167.2", "67.2"),
        ("67.25", "67.2"),
        ("67.2", "67"),
        ("1,400", "400"),
        ("1\u202f400", "400"),
        ("5", ""),
    ],
)
def test_a_number_does_not_read_a_part_of_its_digits(text, asked):
    assert not reads(text, asked)


@pytest.mark.parametrize("asked", ["5.2", "about 5.2 million", "trips-north-2024", "n1", "n7"])
def test_a_number_is_found_by_text_id_and_anchor(asked):
    assert [one.id for one in find_printed(document(), asked)] == ["trips-north-2024"]


def test_the_ends_of_a_range_are_no_other_sources():
    (found,) = find_printed(document(), "lanes-by-city")
    span = replace(found, number=replace(NUMBERS["lanes-by-city"], kind="range", value=""))
    assert "Other sources say" in letter(SUBJECT, found)
    assert "Other sources say" not in letter(SUBJECT, span)


def test_several_numbers_are_all_told():
    assert [one.id for one in find_printed(document(), "2.9")] == ["trips-south-2024"]
    assert [one.id for one in find_printed(document(), "million")] == [
        "trips-north-2024",
        "trips-north-2023",
        "lanes-by-city",
    ]


def test_an_observation_tells_row_source_and_place():
    (text,) = told("4.1")
    assert text == (
        f"“4.1 million” in “Bicycles in two districts” (version {VERSION}): Bicycle trips, the north, 2023. "
        "It is row trips-north-2023 of data/observations.csv: 4.1 trips million. "
        "Source: Office of Examples. (2025). Counting bicycles, table 2 (read at its producer). "
        "It is printed in “Both districts ride more”. "
        "The text says: “Trips rose from 4.1 million to about 5.2 million, 1.3 times as many "
        "(Office of Examples, 2025).”"
    )


def test_rivals_and_the_reason_of_a_choice_are_told():
    (text,) = told("10.0")
    assert "Other sources say $14.6 million (row lanes-by-press; Writer 2024)." in text
    assert "It was chosen among them for this reason: read in the budget itself." in text
    assert "It stands in the contest lanes: see data/contests.csv." in text


def test_a_computed_number_tells_formula_and_inputs():
    (text,) = told("1.3")
    assert "It is trips-north-2024 ÷ trips-north-2023." in text
    assert "trips-north-2024 = about 5.2 trips million (Office of Examples 2025, table 2; read at" in text
    assert "Sources, hedges and bounds allow 1.2 to 1.4 ratio." in text


def test_a_mark_that_no_text_prints_tells_its_row():
    (text,) = told("trips-south-2024")
    assert "(version 0123456789ab): Bicycle trips, SOUTH, 2024. It is row trips-south-2024" in text
    assert "It is printed in Figure 1." in text


def test_a_mark_that_the_document_has_words_for_is_told_in_these():
    more = number("trips-south-2024", "2.9\u00a0million", "2.9", "trips million", area="the south")
    found = replace(document(), numbers={**NUMBERS, "trips-south-2024": more})
    (text,) = [letter(Subject(SUBJECT.kept, found), one) for one in find_printed(found, "trips-south-2024")]
    assert "Bicycle trips, the south, 2024. It is row trips-south-2024" in text


def test_the_producer_of_a_marks_row_is_told_by_name():
    rows = ROWS.replace("counts,table 3,,", "counts,table 3,office,").replace(
        "counts,table 2,,", "counts,table 2,office,"
    )
    cited = replace(NUMBERS["trips-north-2024"], sources=(replace(COUNTS, origin="Office of Wheels 2024"),))
    attached = (replace(document().attachments[0], data=rows),)
    found = replace(document(), numbers={**NUMBERS, cited.id: cited}, attachments=attached)
    (text,) = [letter(Subject(SUBJECT.kept, found), one) for one in find_printed(found, "2.9")]
    assert "as cited there from Office of Wheels 2024" in text


def test_digits_that_come_from_no_row_are_told_apart():
    with pytest.raises(ResolveError, match="'14' is printed, but comes from no row") as caught:
        told("14")
    assert "“Prof. Wheel of the U.S. office asked 14 people in 2024.”" in (caught.value.faults[0].hint or "")


def test_what_is_nowhere_is_an_error():
    with pytest.raises(ResolveError, match="no number of this version reads '99'"):
        told("99")


def test_json_holds_number_rows_references_and_sentences():
    (found,) = find_printed(document(), "10.0")
    told = trace_json(SUBJECT, found)
    assert told["rows"][0]["id"] == "lanes-by-city"
    assert told["references"]["press"] == "Writer, A. (2024). What lanes cost."
    assert told["sentences"][0]["place"] == "templates/bicycles/narrative.md:11"
