"""Where sentences end."""

import pytest

from aibrief_report.checks.reading.lines import HIDDEN
from aibrief_report.checks.reading.sentences import sentences, words

ONE = [
    "The U.S. Government met the E.U. Commission in Washington, D.C. on Monday.",
    "It spent $67.2 billion on 3.5 firms at 9.30 a.m. sharp.",
    "Dr. J. K. Smith of Example Inc. wrote to Mr. Lee et al. about it.",
    "See No. 5, pp. 3–5, Fig. 2 and Sec. 4.",
    "He said “Wait… not yet” and left.",
    "Some (e.g. China, i.e. its labs) vs. others.",
    "It ended in Oct. 2023.",
    "The text … goes on.",
    "What they call “No!” is a yes.",
    f"It rests on Smith {HIDDEN}, p. 3.",
]
TWO = [
    ("It spent $67.2 billion.", "Then it stopped."),
    ("They met in the U.S.", "It was cold."),
    ("They met in the U.S.", "The room was cold."),
    ("He said “No.”", "Then he left."),
    ("Who counted?", "Nobody did!"),
    ("The list has firms, labs, etc.", "The rest is unknown."),
    ("It was slow…", "Nobody minded."),
    ("It grew by 3.5.", "The end."),
    ("The answer was no.", "The end."),
    (f"As told before. {HIDDEN}", "Nobody replied."),
    (f"None was found {HIDDEN}.", "It stands alone."),
    ("It closed at 5 p.m.", "The vote was over."),
    ("One (in brackets.)", "Two."),
    ("I saw what I.", "They came."),
    ("这是一句。", "Then English."),
]


@pytest.mark.parametrize("text", ONE)
def test_a_point_within_a_sentence_does_not_end_it(text):
    assert [text[start:end] for start, end in sentences(text)] == [text]


@pytest.mark.parametrize("parts", TWO[:-1])
def test_two_sentences_are_told_apart(parts):
    text = " ".join(parts)
    assert tuple(text[start:end] for start, end in sentences(text)) == parts


def test_a_sentence_may_begin_with_a_printed_number():
    text = "It is so. about 5 of them left."
    assert len(sentences(text)) == 1
    assert len(sentences(text, {10})) == 2


def test_of_no_text_there_is_no_sentence():
    assert sentences("  ") == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One two three.", 3),
        ("About $67.2 billion – or 5 per cent – of it", 6),
        (f"As told {HIDDEN}.", 2),
        ("well-known", 1),
    ],
)
def test_a_number_is_one_word_and_a_citation_none(text, count):
    assert words(text) == count
