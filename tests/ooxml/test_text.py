"""The words of an element as a reader sees them."""

from lxml import etree

from aibrief_report.ooxml.controls import inline_control
from aibrief_report.ooxml.fields import inner_link, reference
from aibrief_report.ooxml.markup import join
from aibrief_report.ooxml.names import DECLARED
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import line_break, literal_run, run
from aibrief_report.ooxml.text import text_of


def words(*content):
    return text_of(etree.fromstring(f"<w:body {DECLARED}>{join(content)}</w:body>"))


def test_numbers_in_controls_are_read():
    number = inner_link("q12", inline_control("q12", "Investment", 1, run("$67.2 billion")))
    assert words(run("It was "), number, run(".")) == "It was $67.2 billion."


def test_a_field_is_read_by_its_result():
    assert words(run("See "), reference("fig-gap", "Figure 1")) == "See Figure 1"


def test_breaks_and_tabs_are_read_as_such():
    assert words(literal_run("a\tb"), line_break(), run("c")) == "a\tb\nc"


def test_paragraphs_are_parted_by_line_ends():
    assert words(WordParagraph(run("a")).xml, WordParagraph(run("b"), "Title").xml) == "a\nb"


def test_deleted_text_is_not_read():
    deleted = '<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
    assert words(run("a"), deleted, run("b")) == "ab"
