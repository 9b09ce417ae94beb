"""Runs: one line of text in, one line of XML out."""

import pytest

from aibrief_report.ooxml.runs import PLAIN, Look, line_break, literal_run, run, tab


def test_plain_text_is_a_run_that_keeps_its_spaces():
    assert run(" a ") == '<w:r><w:t xml:space="preserve"> a </w:t></w:r>'


def test_no_text_is_no_run():
    assert run("") == ""


def test_line_ends_and_tabs_in_text_are_spaces():
    assert run("a\n\tb") == run("a b")


@pytest.mark.parametrize(
    ("look", "properties"),
    [
        (Look(bold=True), "<w:b/>"),
        (Look(italic=True), "<w:i/>"),
        (Look(italic=False), '<w:i w:val="0"/>'),
        (Look(small_caps=True), "<w:smallCaps/>"),
        (Look(raised=True), '<w:vertAlign w:val="superscript"/>'),
        (Look(lowered=True), '<w:vertAlign w:val="subscript"/>'),
        (Look(size=10.5), '<w:sz w:val="21"/><w:szCs w:val="21"/>'),
        (Look(style="Hyperlink", bold=True), '<w:rStyle w:val="Hyperlink"/><w:b/>'),
        (Look(language="fr"), '<w:lang w:val="fr-FR"/>'),
        (Look(language="de-AT"), '<w:lang w:val="de-AT"/>'),
        (Look(language="zh-Hant"), '<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-TW"/>'),
        (Look(language="ar"), '<w:rtl/><w:lang w:bidi="ar-EG"/>'),
    ],
)
def test_a_look_is_run_properties_in_the_order_of_the_schema(look, properties):
    assert run("x", look) == f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">x</w:t></w:r>'


def test_a_literal_run_keeps_lines_and_tabs():
    assert literal_run("a\n\tb") == (
        '<w:r><w:t xml:space="preserve">a</w:t><w:br/>'
        '<w:t xml:space="preserve"></w:t><w:tab/><w:t xml:space="preserve">b</w:t></w:r>'
    )


def test_breaks_and_tabs_are_runs_of_their_own():
    assert (line_break(PLAIN), tab()) == ("<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>")


def test_a_lifted_run_says_so_itself():
    assert '<w:position w:val="2"/>' in run("≠", Look(style="BriefContested", lifted=1.0))
