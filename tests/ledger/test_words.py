"""Words: the tables of docs/words.md are the test; besides, no word is printed that is not true for all."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aibrief_report.errors import LedgerError
from aibrief_report.ledger import derive
from aibrief_report.ledger.intervals import Interval, exactly
from aibrief_report.ledger.ranks import rank
from aibrief_report.ledger.words import choose
from aibrief_report.ledger.words.english import ENGLISH
from aibrief_report.ledger.words.places import place, safe_place
from aibrief_report.ledger.words.say import _LANGUAGES, say
from tests.ledger.build import ledger, quantity, row

PAGE = Path(__file__).parents[2] / "docs" / "words.md"


def told(heading):
    """Return the rows of the page's table under a heading: value, language, word."""
    found = []
    section = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    for line in re.findall(r"^\| (.+) \|$", section, re.MULTILINE)[1:]:
        value, *words = line.split(" | ")
        found += [(value, language, word) for language, word in zip(_LANGUAGES, words, strict=True)]
    return found


@pytest.mark.parametrize(("value", "language", "word"), told("Times"))
def test_how_many_times(value, language, word):
    assert choose.times(Decimal(value), _LANGUAGES[language]).text == word


@pytest.mark.parametrize(("value", "language", "word"), told("Parts"))
def test_which_part(value, language, word):
    assert choose.part(Decimal(value) / 100, _LANGUAGES[language]).text == word


@pytest.mark.parametrize(("value", "language", "word"), told("Changes"))
def test_how_it_changed(value, language, word):
    assert choose.change(1 + Decimal(value) / 100, _LANGUAGES[language]).text == word


@pytest.mark.parametrize(("value", "language", "word"), told("Places"))
def test_which_place(value, language, word):
    first, last, tied, count = re.fullmatch(r"(\d+)(?:–(\d+))?(=?) of (\d+)", value).groups()
    words = _LANGUAGES[language].places
    if last:
        assert safe_place(Interval(Decimal(first), Decimal(last)), int(count), words) == word
    else:
        assert place(int(first), int(count), bool(tied), words) == word


def american(value="67.2", **more):
    return row("us", value, **more)


def chinese(*values, **more):
    return tuple(
        row(f"cn-{value}", value, area="CHN", source=f"s{place}", **more)
        for place, value in enumerate(values)
    )


def words(over, under, *, safe=False, language="en"):
    """Return the words for the ratio of what some rows say."""
    found = derive.ratio(quantity(*over), quantity(*under, prefer={under[0].id: "why"}))
    return say(ledger(*over, *under), found, language, safe=safe)


def test_words_of_worked_examples():
    # Stanford AI Index 2024 prints 8.7 for the first; WIPO's patent families give 6.09 for the second.
    assert words([american("67.22")], chinese("7.76")) == "almost nine times"
    families = (row("c", "38210", "patent families"),), (row("u", "6276", "patent families", area="CHN"),)
    assert words(*families) == "just over six times"


def test_a_word_is_true_for_every_rival_or_an_error_that_proposes_one_that_is():
    rivals = chinese("7.76", "14.6")
    with pytest.raises(LedgerError) as error:
        words([american()], rivals)
    fault = error.value.faults[0]
    assert fault.message == "“almost nine times” is not true of all that sources say: 4.6 to 8.66"
    assert fault.hint == "write | words(safe=true) for “more than four times”, or print | range"
    assert words([american()], rivals, safe=True) == "more than four times"


def test_no_word_is_true_where_sources_differ_on_which_is_more():
    with pytest.raises(LedgerError) as error:
        words([american("10")], chinese("8", "14"), safe=True)
    assert error.value.faults[0].hint == "print | range"


def test_rivals_near_one_round_value_have_one_word():
    assert words([american("8.02")], chinese("4.0", "4.03")) == "twice"
    assert words([american("8.02")], chinese("4.0", "4.1"), safe=True) == "about twice"


def test_over_and_under_are_open_ranges():
    over = [american("9.5", qualifier="over")]
    with pytest.raises(LedgerError, match=r"2\.38 or more"):
        words(over, chinese("4.0"))
    assert words(over, chinese("4.0"), safe=True) == "more than twice"
    assert words([american("9", qualifier="under")], chinese("10"), safe=True) == "less than"


def test_about_makes_a_rough_word_of_a_fine_one():
    assert words([american("1.92")], chinese("1.0", qualifier="about")) == "about twice"
    assert words([american("2.08", qualifier="about")], chinese("1.0")) == "about twice"


def test_about_with_bounds_is_a_range():
    bounded = chinese("10", qualifier="about", low="9", high="12")
    assert words([american("45")], bounded, safe=True) == "more than three times"


def test_about_never_says_doubled():
    before, after = row("a", "10", qualifier="about"), row("b", "21", period="2024")
    found = derive.change(quantity(before), quantity(after))
    assert say(ledger(before, after), found, "en") == "rose"


def test_a_part_cannot_be_more_than_its_whole():
    found = derive.share(quantity(row("a", "4")), quantity(row("b", "2", area="WLD")))
    with pytest.raises(LedgerError, match="no words for 200 percent of a whole"):
        say(ledger(), found, "en")


def test_a_difference_has_no_words():
    one, other = row("a", "4"), row("b", "2", area="WLD")
    with pytest.raises(LedgerError, match="no words for investment in USD billion"):
        say(ledger(one, other), derive.difference(quantity(one), quantity(other)), "en")


def ranked(*values, mine=0):
    """Return the rank of one of some areas; an area's rivals stand in one text: "5/7"."""
    rows = [
        tuple(row(f"{n}-{one}", one, area=f"A{n}", source=f"s{m}") for m, one in enumerate(text.split("/")))
        for n, text in enumerate(values)
    ]
    quantities = [quantity(*one) for one in rows]
    own = quantities.pop(mine)
    return rank(own, quantities), ledger(*(one for group in rows for one in group))


@pytest.mark.parametrize(
    ("values", "mine", "word"),
    [
        (("5", "4", "3", "2", "1"), 0, "the largest of five"),
        (("5", "4", "3", "2", "1"), 1, "the second largest of five"),
        (("5", "5", "3"), 0, "the joint largest of three"),
        (("5", "4/4.5", "3"), 0, "the largest of three"),
        (("3", "4"), 0, "the smaller of two"),
    ],
)
def test_a_place_in_words(values, mine, word):
    found, held = ranked(*values, mine=mine)
    assert say(held, found, "en") == word


def test_a_place_that_rivals_leave_open_is_told_as_one_of_the_first():
    found, held = ranked("5", "4/7", "3", "2")
    with pytest.raises(
        LedgerError, match="“the largest of four” is not true of all that sources say: 1 to 2"
    ):
        say(held, found, "en")
    assert say(held, found, "en", safe=True) == "among the two largest of four"


def test_a_place_counts_scales():
    one, other = quantity(row("a", "900", "USD million")), quantity(row("b", "1", area="CHN"))
    assert rank(one, [other]).value == 2


positive = st.decimals(min_value="0.01", max_value=2000, places=3, allow_nan=False)


@given(positive)
def test_every_word_is_true_of_the_value_it_is_chosen_for(value):
    assert choose.times(value, ENGLISH).holds(exactly(value))
    assert choose.change(value, ENGLISH).holds(exactly(value))
    assert value > 1 or choose.part(value, ENGLISH).holds(exactly(value))


@given(positive, positive, positive)
def test_a_safe_word_is_true_of_every_value_of_its_range(one, other, third):
    low, value, high = sorted((one, other, third))
    values = Interval(low, high)
    for word in (
        choose.safe_times(values, ENGLISH),
        choose.safe_part(values, value, ENGLISH),
        choose.safe_change(values, ENGLISH),
    ):
        assert word is None or word.holds(values)


@given(positive)
def test_a_greater_value_never_has_a_smaller_word(value):
    assert choose.times(value * 2, ENGLISH).low >= choose.times(value, ENGLISH).low
