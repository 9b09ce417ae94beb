"""Paragraphs and tables joined as Word wants them."""

from aibrief_report.ooxml.markup import NOTHING
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.ooxml.runs import run
from aibrief_report.ooxml.tables import WordTable
from aibrief_report.render.docx.pieces import AROUND_TABLE, cell_content, ends_section, separator, spaced

TEXT = WordParagraph(run("x"))
TABLE = WordTable("BriefTable", (10,), ())
HEADING = WordParagraph(run("x"), "Heading1")


def test_text_after_a_table_has_space_above():
    assert spaced([TABLE, TEXT]) == [TABLE, WordParagraph(run("x"), before=AROUND_TABLE)]


def test_a_heading_brings_its_own_space():
    assert spaced([TABLE, HEADING]) == [TABLE, HEADING]


def test_something_stands_between_two_tables():
    assert spaced([TABLE, TABLE]) == [TABLE, separator(), TABLE]


def test_a_cell_ends_with_a_paragraph_that_leaves_no_space():
    assert cell_content([TEXT]) == WordParagraph(run("x"), after=0).xml
    assert cell_content([]) == separator().xml
    assert cell_content([TABLE]).endswith(separator().xml)


def test_a_section_ends_with_its_last_paragraph():
    section = run("section")
    assert ends_section([TEXT], section) == [WordParagraph(run("x"), section=section)]
    assert ends_section([TABLE], section)[1].section == section
    assert ends_section([], NOTHING) == [separator()]
