"""Bookmarks, controls, footnotes, paragraphs, tables, sections, pictures: a value in, a line of XML out."""

from lxml import etree
from msgspec.structs import replace

from aibrief_report.ooxml.bookmarks import bookmark
from aibrief_report.ooxml.borders import line
from aibrief_report.ooxml.controls import contents_control, inline_control
from aibrief_report.ooxml.drawings import Picture
from aibrief_report.ooxml.footnotes import footnotes_part, note, note_mark, note_reference
from aibrief_report.ooxml.markup import Xml
from aibrief_report.ooxml.names import DECLARED
from aibrief_report.ooxml.paragraphs import TabStop, WordParagraph
from aibrief_report.ooxml.runs import run
from aibrief_report.ooxml.sections import PageSetup
from aibrief_report.ooxml.tables import WordTable, cell, row
from aibrief_report.ooxml.units import eighths, emu, half_points, millimetres, twips

X = run("x")
P = Xml("<w:p/>")


def test_a_bookmark_encloses_its_place():
    assert bookmark("p-1", 4, X) == (f'<w:bookmarkStart w:id="4" w:name="_p_1"/>{X}<w:bookmarkEnd w:id="4"/>')


def test_a_control_carries_its_id_in_tag_and_title():
    assert inline_control("q12", "US investment", 9, X) == (
        '<w:sdt><w:sdtPr><w:alias w:val="US investment [q12]"/><w:tag w:val="q12"/><w:id w:val="9"/>'
        f"</w:sdtPr><w:sdtContent>{X}</w:sdtContent></w:sdt>"
    )


def test_the_contents_are_a_control_that_word_can_update():
    assert contents_control(3, P) == (
        '<w:sdt><w:sdtPr><w:id w:val="3"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    )


def test_a_footnote_has_a_mark_in_the_text_and_one_before_the_note():
    style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    assert note_reference(2) == f'<w:r>{style}<w:footnoteReference w:id="2"/></w:r>'
    assert note_mark() == f"<w:r>{style}<w:footnoteRef/></w:r>"
    assert note(2, P) == '<w:footnote w:id="2"><w:p/></w:footnote>'


def test_the_part_of_footnotes_starts_with_its_separating_lines():
    root = etree.fromstring(footnotes_part())
    assert [one.get(f"{{{root.nsmap['w']}}}type") for one in root] == ["separator", "continuationSeparator"]


def test_a_plain_paragraph_says_nothing_of_itself():
    assert WordParagraph(X).xml == f"<w:p>{X}</w:p>"


def test_a_paragraph_says_what_differs_from_its_style_in_the_order_of_the_schema():
    made = WordParagraph(
        X,
        "Caption",
        keep_next=True,
        page_break=True,
        number=(4, 1),
        tabs=(TabStop(50, "decimal"),),
        before=6,
        after=0,
        indent=-10,
        hanging=5,
        align="right",
    )
    assert made.xml == (
        '<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/><w:pageBreakBefore/>'
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>'
        '<w:tabs><w:tab w:val="decimal" w:pos="1000"/></w:tabs><w:spacing w:before="120" w:after="0"/>'
        f'<w:ind w:left="-200" w:hanging="100"/><w:jc w:val="right"/></w:pPr>{X}</w:p>'
    )


def test_a_paragraph_can_undo_what_its_style_keeps_together():
    assert '<w:keepNext w:val="0"/>' in WordParagraph(X, "BriefFigure", keep_next=False).xml


def test_a_row_stays_whole_unless_told_otherwise():
    assert row(P) == "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:p/></w:tr>"
    assert row(P, split=True) == "<w:tr><w:p/></w:tr>"


def test_a_header_row_repeats_on_every_page():
    assert row(P, repeat=True) == "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:p/></w:tr>"


def test_a_cell_has_its_width_span_ground_and_sides():
    made = cell(P, 72, span=2, fill="#F2F5F8", sides=(4, 0), vertical="bottom")
    assert made == (
        '<w:tc><w:tcPr><w:tcW w:w="1440" w:type="dxa"/><w:gridSpan w:val="2"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="F2F5F8"/>'
        '<w:tcMar><w:left w:w="80" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
        '<w:vAlign w:val="bottom"/></w:tcPr><w:p/></w:tc>'
    )


def test_a_table_tells_its_layout_and_its_name():
    made = WordTable("BriefTable", (36, 36), (row(P),), "Table 1", "Two years", header_row=True).xml
    assert made == (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="1440" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="Table 1"/><w:tblDescription w:val="Two years"/>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="720"/><w:gridCol w:w="720"/></w:tblGrid>{row(P)}</w:tbl>'
    )


PAGE = PageSetup(595, 842, 60, 70, 60, 80, 30, 30, feet=(("default", "rId1"),), first_differs=True)


def test_a_section_tells_page_margins_and_feet():
    assert PAGE.xml == (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:type w:val="nextPage"/>'
        '<w:pgSz w:w="11900" w:h="16840"/><w:pgMar w:top="1200" w:right="1400" w:bottom="1200" w:left="1600"'
        ' w:header="600" w:footer="600" w:gutter="0"/><w:cols w:space="360"/><w:titlePg/></w:sectPr>'
    )


def test_a_section_can_be_turned_and_have_columns():
    made = replace(PAGE, landscape=True, columns=2, continuous=True).xml
    assert 'w:orient="landscape"' in made
    assert '<w:cols w:num="2" w:space="360"/>' in made
    assert '<w:type w:val="continuous"/>' in made


def test_the_text_is_as_wide_as_the_margins_leave():
    assert PAGE.text_width == 445


def test_a_picture_has_words_for_those_who_cannot_see_it():
    drawn = etree.fromstring(f"<x {DECLARED}>{Picture(3, 'rId5', 72, 36, 'A line rises & falls').xml}</x>")
    assert drawn.xpath("string(.//@descr)") == "A line rises & falls"
    assert drawn.xpath("string(.//*[local-name()='extent']/@cx)") == "914400"


def test_a_picture_in_svg_has_a_bitmap_for_older_readers():
    made = Picture(1, "rId5", 72, 36, "alt", "rId6").xml
    assert '<a:blip r:embed="rId5"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">' in made
    assert '<asvg:svgBlip r:embed="rId6"/>' in made


def test_a_line_is_measured_in_eighths_of_a_point():
    assert line("top", 0.75, "#0B4F7D") == ('<w:top w:val="single" w:sz="6" w:space="0" w:color="0B4F7D"/>')


def test_lengths_are_in_the_units_of_their_place():
    assert [twips(10), half_points(10.5), eighths(0.5), emu(1), millimetres(25.4)] == [200, 21, 4, 12700, 72]
