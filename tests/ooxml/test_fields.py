"""Fields carry their result and never ask to be updated."""

import pytest

from aibrief_report.ooxml.fields import (
    captions_instruction,
    contents_instruction,
    field,
    inner_link,
    note_reference_again,
    outer_link,
    page_count,
    page_number,
    page_reference,
    reference,
    sequence,
    simple_field,
)
from aibrief_report.ooxml.markup import Xml
from aibrief_report.ooxml.runs import Look, run


def parts(xml):
    """The instruction of a long field and what it shows."""
    before, _, rest = xml.partition('<w:instrText xml:space="preserve">')
    instruction, _, rest = rest.partition("</w:instrText>")
    shown = rest.partition('<w:fldChar w:fldCharType="separate"/></w:r>')[2]
    shown = shown.partition('<w:r><w:fldChar w:fldCharType="end"/></w:r>')[0]
    assert before == '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    return instruction, shown


def test_a_short_field_holds_its_result():
    assert simple_field("PAGE", run("7")) == f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>'


def test_a_long_field_holds_its_result():
    assert parts(field("DATE", run("today"))) == (" DATE ", run("today"))


def test_an_instruction_is_escaped():
    assert parts(field('X "a" & b', run("x")))[0] == " X &quot;a&quot; &amp; b "


def test_a_caption_is_counted_by_name():
    assert parts(sequence("Figure", "2")) == (" SEQ Figure \\* ARABIC ", run("2"))


def test_a_count_can_start_anew():
    assert parts(sequence("Figure", "7", restart=True))[0] == " SEQ Figure \\* ARABIC \\r 7 "


def test_a_cross_reference_shows_the_text_of_a_bookmark():
    assert parts(reference("fig-gap", "Figure 1")) == (" REF _fig_gap \\h ", run("Figure 1"))


def test_a_cross_reference_can_show_the_number_of_a_heading():
    assert parts(reference("sec-a", "2.1", switch="r")) == (" REF _sec_a \\r \\h ", run("2.1"))


def test_a_page_reference_shows_the_page_it_had():
    assert parts(page_reference("sec-a", "4")) == (" PAGEREF _sec_a \\h ", run("4"))


def test_a_footnote_has_a_further_mark():
    look = Look(style="FootnoteReference")
    assert note_reference_again("note-1", "1", look) == field("NOTEREF _note_1 \\f \\h", run("1", look), look)


@pytest.mark.parametrize(
    ("pages", "contents", "figures"),
    [
        (True, 'TOC \\o "1-2" \\h \\z \\u', 'TOC \\h \\z \\c "Figure"'),
        (False, 'TOC \\o "1-2" \\n \\h \\z \\u', 'TOC \\n \\h \\z \\c "Figure"'),
    ],
)
def test_lists_of_headings_and_of_captions_are_with_pages_or_without(pages, contents, figures):
    assert contents_instruction(2, pages) == contents
    assert captions_instruction("Figure", pages) == figures


def test_pages_are_counted_wherever_they_are_laid_out():
    assert page_number() == simple_field("PAGE", run("1"))
    assert page_count() == simple_field("NUMPAGES", run("1"))


def test_a_link_within_the_document_leads_to_a_bookmark():
    assert (
        inner_link("a-b", run("x")) == f'<w:hyperlink w:anchor="_a_b" w:history="1">{run("x")}</w:hyperlink>'
    )


def test_a_link_outside_leads_to_a_relationship():
    assert outer_link("rId3", run("x")) == f'<w:hyperlink r:id="rId3" w:history="1">{run("x")}</w:hyperlink>'


def test_a_link_around_nothing_is_nothing():
    assert inner_link("a", Xml("")) == outer_link("rId1", Xml("")) == ""
