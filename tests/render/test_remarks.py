"""What sources say, in lines: a contest, a claim or a number in, what is told of it out."""

import pytest
from msgspec.structs import replace

from aibrief_report.model.numbers import Number, Rival, SourceMark
from aibrief_report.render.annex import Explainer
from aibrief_report.render.remarks import Remarker
from aibrief_report.resolve.words import LANGUAGES, words_for
from tests.documents import torture


def remarker(document=None) -> Remarker:
    document = document or torture()
    return Remarker(document, Explainer(document))


def test_a_contest_tells_how_its_figures_differ_and_where_each_was_read():
    remark = remarker().contest(torture().contests["china-2023"])
    assert remark.key == "contest china-2023"
    assert remark.heading == "Contest: China’s private investment in 2023"
    assert remark.lines == (
        "The sources count different rounds.",
        "$7.76 billion: Private investment in AI, China, 2023. Maslej 2024, fig. 4.3.8, p. 245",
        "about $2 billion: Private investment in AI, China, 2023. CB Insights, as cited in Cao 2024 (a copy)",
        "$14.6 billion: Private investment in AI, China, 2023 (Set aside). A blog 2024 (origin not traced)",
    )


def test_a_contest_that_nobody_explained_has_its_figures_only():
    contest = replace(torture().contests["china-2023"], how="")
    assert len(remarker().contest(contest).lines) == 3


def test_a_contested_claim_tells_which_sources_make_it_hold_and_what_would_overturn_it():
    remark = remarker().claim(torture().claims["c1"])
    assert remark.heading == "Contested claim"
    assert remark.lines == (
        "It holds with:",
        "$7.76 billion: Private investment in AI, China, 2023. Maslej 2024, fig. 4.3.8, p. 245",
        "It does not hold with:",
        "$14.6 billion: Unnamed Monitor 2024 (origin not traced)",
        "It would turn if 7.76 became 13.44.",
    )


def test_a_claim_that_only_hedges_leave_open_says_so():
    claim = replace(torture().claims["c1"], against=torture().claims["c1"].support, flips=())
    assert remarker().claim(claim).lines == (
        "It rests on figures that their sources give only roughly:",
        "$7.76 billion: Private investment in AI, China, 2023. Maslej 2024, fig. 4.3.8, p. 245",
    )


def test_a_number_tells_what_other_sources_say_and_why_it_was_chosen():
    number = replace(torture().numbers["q13"], verdict="preferred", note="It is the newest.")
    assert remarker().number(number).lines == (
        "$7.76 billion: Maslej 2024, fig. 4.3.8, p. 245",
        "about $2 billion: CB Insights, as cited in Cao 2024 (a copy)",
        "$14.6 billion: Unnamed Monitor 2024 (origin not traced)",
        "Range: 2–14.6",
        "Preferred: It is the newest.",
    )


def test_a_computed_number_tells_its_formula_and_the_rivals_of_what_it_was_computed_from():
    rival = Rival("q14", "about $2 billion", SourceMark("reuters2024"))
    number = Number(
        "r", "8.7", "8.7", "ratio", "A", formula="a ÷ b", sources=(SourceMark("hai2024"),), rivals=(rival,)
    )
    assert remarker().number(number).lines == ("Computed as: a ÷ b", "about $2 billion: Cao 2024")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words_for_it(language):
    document = replace(torture(), words=words_for(language))
    told = remarker(document)
    english = remarker()
    for remark, other in (
        (told.claim(document.claims["c1"]), english.claim(document.claims["c1"])),
        (told.number(document.numbers["q13"]), english.number(document.numbers["q13"])),
        (told.contest(document.contests["china-2023"]), english.contest(document.contests["china-2023"])),
    ):
        assert (remark.heading != other.heading) is (language != "en")
        assert len(remark.lines) == len(other.lines)
        assert not any("{" in line for line in remark.lines)
