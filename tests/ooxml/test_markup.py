"""Text becomes XML in one place only, and cannot break out of it."""

import pytest

from aibrief_report.errors import RenderError
from aibrief_report.ooxml.markup import escape, flag, join, part, tag


def test_an_element_has_its_attributes_with_their_prefixes():
    assert tag("w:tab", w_val="right", w_pos=400) == '<w:tab w:val="right" w:pos="400"/>'


def test_an_attribute_that_is_none_is_left_out():
    assert tag("w:cols", w_num=None, w_space=0) == '<w:cols w:space="0"/>'


def test_children_stand_within_their_element():
    assert tag("w:p", tag("w:r"), tag("w:r")) == "<w:p><w:r/><w:r/></w:p>"


def test_an_attribute_named_name_is_possible():
    assert tag("property", name="version") == '<property name="version"/>'


def test_markup_in_text_is_escaped():
    assert escape('<b> & "c"') == "&lt;b&gt; &amp; &quot;c&quot;"


def test_markup_in_attributes_is_escaped():
    assert tag("w:tag", w_val='"/><x') == '<w:tag w:val="&quot;/&gt;&lt;x"/>'


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1b", "\ud800", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_an_error_that_names_it(letter):
    with pytest.raises(RenderError, match=f"U\\+{ord(letter):04X}"):
        escape(f"bad {letter} text")


def test_a_flag_is_there_or_not():
    assert (flag("w:b", True), flag("w:b", False)) == ("<w:b/>", "")


def test_a_part_is_a_whole_file():
    made = part("w:ftr", 'xmlns:w="urn:w"', join([tag("w:p"), tag("w:p")]))
    assert made == (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<w:ftr xmlns:w="urn:w"><w:p/><w:p/></w:ftr>'
    )
