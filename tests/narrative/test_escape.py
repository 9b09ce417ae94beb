"""Text that comes from data is printed as it is, wherever a template puts it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.tree import SyntaxTreeNode

from aibrief_report.errors import Faults, NarrativeError, Place
from aibrief_report.model.walk import plain
from aibrief_report.narrative.escape import escape, one_line, shown
from aibrief_report.narrative.inlines import InlineReader
from aibrief_report.narrative.markdown import parser

MARKDOWN = parser("en")
LETTERS = st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn"))
TEXTS = st.text(
    LETTERS | st.sampled_from(list("\\`*_{}[]()#+-.!|<>&~@^:=$\"'/;,?% \t\n0123456789")),
    min_size=1,
    max_size=60,
)


def printed(markdown: str) -> str:
    """Return what a paragraph of Markdown reads as; it must be one paragraph, and without faults."""
    faults = Faults()
    blocks = SyntaxTreeNode(MARKDOWN.parse(markdown)).children
    assert [block.type for block in blocks] == ["paragraph"]
    reader = InlineReader((), {}, faults, {}, lambda entry, inlines: inlines)
    inlines = reader.read(blocks[0].children[0].children, Place("narrative.md", 1))
    assert not faults.found
    return plain(inlines)


@given(TEXTS)
@settings(max_examples=300)
def test_any_text_comes_back_as_it_went_in(text):
    told = one_line(text)
    assert printed(f"x{escape(text)}x") == f"x{told}x"


@given(TEXTS.filter(lambda text: text.strip()))
@settings(max_examples=150)
def test_at_the_start_of_a_paragraph_too(text):
    # Markdown drops spaces around a paragraph; whatever else begins it is text
    assert printed(str(escape(text))).strip() == re.sub("^[ \t]+|[ \t]+$", "", one_line(text)).strip()


@given(TEXTS.filter(lambda text: text.strip(" \n\t`")))
@settings(max_examples=150)
def test_within_backticks_too(text):
    assert printed(f"x `x{escape(text)}x`") == f"x x{one_line(text)}x"


@given(TEXTS)
@settings(deadline=None)
def test_escaping_twice_is_escaping_once(text):
    assert escape(escape(text)) == escape(text)
    assert shown(escape(text)) == one_line(text)


@pytest.mark.parametrize("text", ["\ue000n0\ue001", "\ue0021\ue0021\ue001", "\x00", "\uf8ff"])
def test_what_could_pass_for_a_mark_is_refused(text):
    with pytest.raises(NarrativeError, match="cannot be printed"):
        escape(text)


def test_other_kinds_of_space_are_kept():
    assert shown(escape("10\u00a0%\u3000全角\n  two")) == "10\u00a0%\u3000全角 two"
