"""Properties of verdicts, words and places: more rivals can only make what is said weaker, never falser."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from aibrief_report.errors import LedgerError
from aibrief_report.ledger import derive
from aibrief_report.ledger.claims import Comparison, judge
from aibrief_report.ledger.ranks import rank
from aibrief_report.ledger.words.english import ENGLISH
from aibrief_report.ledger.words.say import say
from tests.ledger.build import ledger, quantity, row

value = st.decimals(min_value="0.1", max_value=100, places=1, allow_nan=False)
values = st.lists(value, min_size=1, max_size=4, unique=True)
WEAKER = {"holds": ("holds", "contested"), "contested": ("contested",), "fails": ("fails",)}


def fact(name, numbers, area):
    """Return the quantity of one area, its first value preferred, and its rows."""
    rows = [
        row(f"{name}{n}", str(one), area=area, source=f"{name}-{n}", rank="normal" if n else "preferred")
        for n, one in enumerate(numbers)
    ]
    return quantity(*rows), rows


@given(values, value, values, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]))
def test_another_rival_never_makes_a_verdict_stronger(numbers, rival, others, sign):
    right, _ = fact("b", others, "CHN")
    before, after = (fact("a", one, "USA")[0] for one in (numbers, [*numbers, rival]))
    first, second = (judge(Comparison(one, sign, right)).verdict for one in (before, after))
    assert second in WEAKER[first]


def said(over, under, *, safe):
    (top, rows), (bottom, more) = fact("a", over, "USA"), fact("b", under, "CHN")
    try:
        return say(ledger(*rows, *more), derive.ratio(top, bottom), "en", safe=safe)
    except LedgerError:
        return ""


def meaning(word):
    """Return the ends between which a ratio makes a word true, read from the words alone."""
    if word == "equal to":
        return Decimal(1), Decimal(1)
    for base, near in ENGLISH.times.items():
        ends = {
            near.exact: ("0.99", "1.01"),
            near.almost: ("0.95", "1"),
            near.over: ("1", "1.05"),
            near.about: ("0.95", "1.05"),
            near.more: ("1", "Infinity"),
            near.less: ("0", "1"),
        }.get(word)
        if ends:
            return tuple(base * Decimal(end) for end in ends)
    raise AssertionError(word)


@given(values, values, st.booleans())
def test_a_word_is_true_for_every_choice_among_what_sources_say(over, under, safe):
    word = said(over, under, safe=safe)
    low, high = meaning(word) if word else (Decimal(0), Decimal("Infinity"))
    assert all(low <= one / other <= high for one in over for other in under)


@given(st.lists(values, min_size=2, max_size=4))
def test_the_place_of_every_choice_of_rivals_lies_in_the_range_of_places(numbers):
    mine, *others = (fact(f"a{n}-", one, f"A{n}")[0] for n, one in enumerate(numbers))
    found = rank(mine, others)
    low, high = found.range.low, found.range.high
    for choice in found.assignments:
        own = mine.value_for(choice)
        place = 1 + sum(other.value_for(choice) > own for other in others)
        assert found.value_for(choice) == place
        assert low <= place <= high


@given(values, value)
def test_another_rival_never_narrows_a_range(numbers, rival):
    before, after = (fact("a", one, "USA")[0].range for one in (numbers, [*numbers, rival]))
    assert after.low <= before.low
    assert after.high >= before.high


def test_a_preferred_value_stays_the_value():
    assert fact("a", [Decimal(2), Decimal(5)], "USA")[0].value == 2
