from __future__ import annotations

import pytest
from msgspec.structs import replace

from aibrief_report.model.blocks import Column, Provenance, Row, Table
from aibrief_report.model.claims import Contest
from aibrief_report.model.inlines import CrossRef, NumberText
from aibrief_report.model.numbers import Number, Rival, SourceMark, Use
from aibrief_report.model.walk import plain
from aibrief_report.render.annex import annex, entries
from aibrief_report.render.facts import facts, subject
from tests.documents import n, p, small, t, torture


def entry(number, document=None):
    """The entry of one number, printed once in the text."""
    document = document or small()
    found = replace(document, numbers={number.id: number}, blocks=(p(n(number.id, number.text, 1)),))
    return next(one for one in entries(found) if one.kind == "number"), found.words


def told(number, role):
    found, words = entry(number)
    return next((plain(fact.inlines) for fact in facts(found, words) if fact.role == role), None)


def observation(**changes):
    source = SourceMark("hai2024", "p. 12")
    number = Number(
        "q1", "$2.5 billion", "2.5", "USD_BN", "Investment", "China", "2014/2023", sources=(source,)
    )
    return replace(number, **changes)


def test_a_number_says_what_it_measures_where_and_when():
    found, words = entry(observation())
    assert subject(found, words) == "Investment, China, 2014–2023"


def test_the_value_in_the_data_is_told_where_the_print_shows_other_digits():
    assert told(observation(text="$2.5 billion"), "value") is None
    assert told(observation(text="almost $3 billion"), "value") == "2.5 USD_BN"


@pytest.mark.parametrize(
    ("printed", "unit", "label", "told_as"),
    [
        ("61", "models", "Notable systems", "models"),
        ("61", "models", "Notable AI models", None),
        ("183\u00a0TWh", "TWh", "Use of electricity", None),
        ("183", "TWh", "Use of electricity", "TWh"),
        ("5.2\u00a0million", "bicycle trips million", "Cycling", "bicycle trips"),
        ("$61\u00a0billion", "USD billion", "Investment", None),
    ],
)
def test_what_is_counted_is_named_with_the_number(printed, unit, label, told_as):
    digits = "".join(one for one in printed if one in "0123456789.")
    assert told(observation(text=printed, value=digits, unit=unit, label=label), "unit") == told_as


def test_a_date_has_no_value():
    assert told(observation(value="", unit=""), "value") is None


def test_a_source_is_named_with_its_place():
    assert told(observation(), "source") == "Maslej 2024, p. 12"


def test_an_origin_that_nobody_read_is_printed_as_cited_in():
    source = SourceMark("hai2024", origin="CB Insights", reading="copy")
    assert told(observation(sources=(source,)), "source") == "CB Insights, as cited in Maslej 2024 (a copy)"


def test_an_unverified_credit_and_a_poor_reading_are_told():
    source = SourceMark("hai2024", credited="Quid", reading="untraced")
    expected = "Maslej 2024 (credited there to Quid; origin not traced)"
    assert told(observation(sources=(source,)), "source") == expected


def test_a_source_outside_the_reference_list_is_named_by_its_key():
    found, words = entry(observation(sources=(SourceMark("nobody"),)))
    assert found.sources[0].anchor == ""
    assert next(fact.inlines for fact in facts(found, words) if fact.role == "source") == t("nobody")


def test_rivals_are_told_with_their_sources():
    rivals = (Rival("q2", "$3 billion", SourceMark("hai2024")), Rival("q3", "$4 billion", SourceMark("x")))
    assert told(observation(rivals=rivals), "rivals") == "$3 billion: Maslej 2024; $4 billion: x"


def test_several_values_of_one_source_are_told_behind_it():
    places = ("part 2, paragraph 3", "part 2, paragraph 9")
    rivals = tuple(
        Rival(f"q{number}", f"${number} billion", SourceMark("hai2024", place, reading="copy"))
        for number, place in enumerate(places, start=3)
    )
    expected = "Maslej 2024 (a copy): $3 billion [part 2, paragraph 3], $4 billion [paragraph 9]"
    assert told(observation(rivals=rivals), "rivals") == expected


def test_of_the_rivals_of_inputs_the_source_is_told_once():
    rivals = tuple(
        Rival(f"q{number}", f"${number} billion", SourceMark("hai2024", f"p. {number}")) for number in (3, 4)
    )
    found = observation(rivals=rivals, formula="a ÷ b")
    assert told(found, "rivals") == "$3 billion, $4 billion: Maslej 2024"


def test_the_places_of_one_source_are_told_together():
    sources = tuple(SourceMark("hai2024", f"part 2, paragraph {place}") for place in (3, 9))
    assert told(observation(sources=sources), "source") == "Maslej 2024, part 2, paragraph 3; paragraph 9"


@pytest.mark.parametrize(
    ("locator", "printed"),
    [
        ("003_a3c5.txt, paragraph 43", "Maslej 2024, paragraph 43"),
        ("report.pdf, p. 12", "Maslej 2024, p. 12"),
        ("report.pdf", "Maslej 2024"),
        ("table 2.1, row 3", "Maslej 2024, table 2.1, row 3"),
    ],
)
def test_a_file_in_hand_is_not_named_to_readers(locator, printed):
    assert told(observation(sources=(SourceMark("hai2024", locator),)), "source") == printed


def test_each_place_of_a_computed_number_is_told_with_its_rows():
    sources = (SourceMark("hai2024", "p. 3", rows=("a", "b")), SourceMark("hai2024", "p. 1", rows=("c",)))
    found = observation(sources=sources, rows=("a", "b", "c"))
    assert told(found, "source") == "Maslej 2024: p. 3 [a, b], p. 1 [c]"
    assert told(found, "rows") is None


def test_an_origin_of_the_same_mark_is_not_told_twice():
    source = SourceMark("hai2024", origin="Maslej 2024", reading="copy")
    assert told(observation(sources=(source,)), "source") == "Maslej 2024 (a copy)"


def test_a_range_spans_its_own_ends_and_has_no_others():
    rivals = (Rival("q2", "$3 billion", SourceMark("hai2024")), Rival("q3", "$4 billion", SourceMark("x")))
    found, words = entry(observation(kind="range", value="", rivals=rivals))
    line = next(fact for fact in facts(found, words) if fact.role == "rivals")
    assert (line.label, plain(line.inlines)) == ("Spans", "$3 billion: Maslej 2024; $4 billion: x")


def test_a_date_is_not_told_behind_itself():
    found, words = entry(observation(text="6 March 2025", value="", period="6 March 2025", label="Fund"))
    assert subject(found, words) == "Fund, China"


def test_contests_are_told_by_their_titles():
    titled = replace(small(), contests={"q": Contest("q", "China’s investment", "", ())})
    found, words = entry(observation(contests=("q",)), titled)
    assert (
        next(plain(one.inlines) for one in facts(found, words) if one.role == "contest")
        == "China’s investment"
    )


def test_rows_that_the_formula_names_are_not_told_again():
    found = observation(rows=("a-1", "b-2", "b-3"), formula="(a-1 ÷ b-2 − 1) × 100")
    assert told(found, "rows") == "b-3"
    assert told(observation(rows=("a-1",), formula="a-1 × -1"), "rows") is None


def test_what_the_measure_says_is_not_said_again():
    found, words = entry(observation(label="China’s investment in 2023", area="China", period="2023"))
    assert subject(found, words) == "China’s investment in 2023"


def test_a_long_title_of_a_section_is_cut_between_words():
    title = "China leads in patents and citations, the United States in notable models"
    assert told(observation(uses=(Use("n1", title),)), "places") == "China leads in patents and citations…"
    assert told(observation(uses=(Use("n1", title[:36]),)), "places") == title[:36]


def test_a_range_may_be_open():
    assert told(observation(low="2", high="3"), "range") == "2–3"
    assert told(observation(low="2"), "range") == "at least 2"
    assert told(observation(low="2", spread="$2 billion"), "range") == "at least $2 billion"
    assert told(observation(high="3"), "range") == "at most 3"
    assert told(observation(low="2", high="2"), "range") is None


def test_a_derived_number_tells_how_it_was_computed():
    number = observation(formula="5 ÷ 2", kind="derived")
    assert told(number, "formula") == "5 ÷ 2"


def test_the_inputs_of_a_derived_number_have_their_rivals_named_in_short():
    rivals = (Rival("q2", "$3 billion", SourceMark("hai2024", locator="p. 12")),)
    assert told(observation(formula="5 ÷ 2", rivals=rivals), "rivals") == "$3 billion: Maslej 2024"
    assert told(observation(rivals=rivals), "rivals") == "$3 billion: Maslej 2024, p. 12"


def test_a_forecast_and_a_verdict_without_a_note_stand_together():
    assert told(observation(status="forecast", verdict="contested"), "status") == "Forecast, Contested"


def test_a_verdict_is_told_by_its_note():
    number = observation(verdict="contested", note="The sources count different rounds.")
    assert told(number, "verdict") == "The sources count different rounds."
    assert told(number, "status") is None


def test_a_section_that_prints_a_number_twice_is_named_once():
    uses = (Use("n1", "1 Gap"), Use("n2", "1 Gap"), Use("n3", "2 Policy"))
    found, words = entry(observation(uses=uses))
    links = [one for one in facts(found, words)[-1].inlines if isinstance(one, CrossRef)]
    assert links == [CrossRef("n1", "1 Gap"), CrossRef("n3", "2 Policy")]


def test_entries_follow_the_text():
    printed = [one.printed for one in entries(torture())]
    assert printed[:5] == ["$67.2 billion", "$7.76 billion", "8.7 times", "11.7 times", "38,210"]
    assert printed.index("Figure 1") < printed.index("Table 1") < printed.index("Figure 2")


def test_a_chart_is_one_entry_with_the_ids_of_its_rows():
    chart = next(one for one in entries(torture()) if one.printed == "Figure 1")
    assert (chart.kind, chart.anchor, chart.rows) == ("chart", "data-fig-gap", ("q12", "q20", "q13", "q21"))


def test_what_only_metadata_print_is_listed_last():
    assert entries(torture())[-1].printed == "1.05"


def table(*cells):
    columns = tuple(Column(t(""), align="decimal") for _ in cells)
    return Table(
        columns, (Row(tuple((one,) for one in cells)),), t("T"), "tab", rows_used=("q1",), label="Table 1"
    )


def with_table(number, *blocks):
    cell = NumberText(number.id, "2.5", "n9")
    document = replace(small(), numbers={number.id: number}, blocks=(*blocks, table(cell)))
    return annex(replace(document, blocks=(*document.blocks, Provenance(t("Annex"))))), cell


def test_a_number_in_a_cell_is_told_by_its_table():
    found, cell = with_table(observation())
    assert [one.kind for one in found.entries] == ["table"]
    assert found.target(cell) == "data-tab"


def test_a_computed_number_in_a_cell_has_an_entry_of_its_own():
    found, cell = with_table(observation(formula="5 ÷ 2"))
    assert [one.kind for one in found.entries] == ["table", "number"]
    assert found.target(cell) == "from-q1"


def test_a_number_that_the_text_prints_too_has_one_entry_for_both():
    found, cell = with_table(observation(), p(n("q1", "$2.5 billion", 1)))
    assert [one.kind for one in found.entries] == ["number", "table"]
    assert found.target(cell) == "from-q1"


def test_without_an_annex_a_number_leads_nowhere():
    document = replace(small(), blocks=(p(n("q12", "$67.2 billion", 1)),))
    assert annex(document).target(n("q12", "$67.2 billion", 1)) == ""


def test_every_printed_number_of_a_document_leads_to_an_entry():
    from aibrief_report.model.walk import walk

    found = annex(torture())
    anchors = {one.anchor for one in found.entries}
    printed = [node for node in walk(torture().blocks) if isinstance(node, NumberText)]
    assert len(printed) > 20
    assert {found.target(node) for node in printed} <= anchors
