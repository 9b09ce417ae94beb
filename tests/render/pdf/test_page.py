"""The tree that is laid out is the one that a parser of HTML would see."""

from xml.etree.ElementTree import ParseError

import pytest
import tinyhtml5

from aibrief_report.render.html.page import paper_page
from aibrief_report.render.pdf.page import tree
from tests.documents import theme, torture


def elements(root):
    return [(one.tag, one.attrib, one.text or "", (one.tail or "").strip()) for one in root.iter()]


def test_it_is_what_a_parser_of_html_sees():
    page = paper_page(torture(), theme()).decode()
    assert elements(tree(page)) == elements(tinyhtml5.parse(page, namespace_html_elements=False))


def test_elements_without_an_end_are_closed():
    assert elements(tree('<p>a<br>b<img src="x" alt=""></p>')) == [
        ("p", {}, "a", ""),
        ("br", {}, "", "b"),
        ("img", {"src": "x", "alt": ""}, "", ""),
    ]


def test_what_is_no_character_is_shown_as_such():
    assert tree("<p>\uffff</p>").text == "\ufffd"


def test_other_markup_is_no_page_of_ours():
    with pytest.raises(ParseError):
        tree("<p>one<p>two")
