"""The sentences of a document: a little model in, sentences out."""

import pytest

from aibrief_report.model.blocks import Paragraph
from aibrief_report.model.document import Document, Meta
from aibrief_report.model.inlines import Emphasis, NumberText, Text
from aibrief_report.model.rows import rows_of
from aibrief_report.model.sentences import Sentence, sentences
from tests.trace.brief import changed_rows, document


def told() -> dict[str, Sentence]:
    return {one.text: one for one in sentences(document())}


def split(text: str) -> list[str]:
    meta = Meta((), "2026-01-15", "", "en")
    return [one.text for one in sentences(Document(meta, (Paragraph((Text(text),)),)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Is it? It is! So", ["Is it?", "It is!", "So"]),
        ("He said “stop.” Then he went.", ["He said “stop.”", "Then he went."]),
        ("It fell by 3.5 per cent. 2024 was worse.", ["It fell by 3.5 per cent.", "2024 was worse."]),
        ("Cars, e.g. Fiats, of Dr. Wheel and J. Smith.", ["Cars, e.g. Fiats, of Dr. Wheel and J. Smith."]),
        ("See p. 3 and Fig. 4, vs. No. 5.", ["See p. 3 and Fig. 4, vs. No. 5."]),
        ("about this. and that", ["about this. and that"]),
        ("Été. Über.", ["Été.", "Über."]),
        ("投资增长。差距扩大。", ["投资增长。", "差距扩大。"]),
        ("   ", []),
    ],
)
def test_text_is_split_where_sentences_end(text, expected):
    assert split(text) == expected


def test_a_number_is_never_split_and_knows_where_it_stands():
    inlines = (Text("It cost "), Emphasis((NumberText("a", "approx. 5. Much", "n1", "x"),)), Text(". Yes."))
    first, second = sentences(Document(Meta((), "", "", "en"), (Paragraph(inlines),)))
    assert (first.text, second.text) == ("It cost approx. 5. Much.", "Yes.")
    (printed,) = first.numbers
    assert first.text[printed.start :].startswith(printed.text)


def test_a_sentence_keeps_its_claim_citations_and_source():
    one = next(one for text, one in told().items() if text.startswith("Trips rose"))
    assert one.text == (
        "Trips rose from 4.1\u00a0million to about 5.2\u00a0million, "
        "1.3 times as many (Office of Examples, 2025)."
    )
    assert one.source == (
        "Trips rose from {{ trips_north_2023 }} to {{ trips_north_2024 }}, "
        "{{ ratio(north_24, north_23) }} times as many [@counts]."
    )
    assert (one.cited, one.claims, one.where) == (("counts",), ("claim-1",), "Both districts ride more")


def test_a_footnote_is_told_after_the_text_that_it_hangs_on():
    texts = list(told())
    assert "The city spent $10.0\u00a0million." in texts[texts.index("Nobody knows why.") :]


def test_abbreviations_do_not_end_a_sentence():
    assert "Prof. Wheel of the U.S. office asked 14 people in 2024." in told()


def test_cells_marks_and_large_numbers_are_sentences_too():
    found = {(one.kind, one.where): one.text for one in sentences(document()) if one.numbers}
    assert found["cell", "Table 1"] == "North – Trips, million – 5.2"
    assert found["mark", "Figure 1"] == "The north leads – South, 2024: 2.9"
    assert found["key-figure", "Key figures"] == "1.3 – times as many"


def test_every_number_begins_where_it_says():
    for one in sentences(document()):
        for printed in one.numbers:
            assert one.text[printed.start : printed.start + len(printed.text)] == printed.text


def test_rows_are_read_back_from_the_attachments():
    rows = rows_of(document())
    assert rows["trips-north-2024"]["qualifier"] == "about"
    assert len(rows) == 5


def test_a_shielded_cell_is_read_back_bare():
    assert rows_of(changed_rows("table 3", "'=table 3"))["trips-south-2024"]["locator"] == "=table 3"
