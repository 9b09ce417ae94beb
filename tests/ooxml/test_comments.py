"""Comments: a little in, a line of XML out."""

from lxml import etree

from aibrief_report.ooxml.comments import WordComment, commented, comments_part
from aibrief_report.ooxml.ids import Ids
from aibrief_report.ooxml.names import NAMESPACES
from aibrief_report.ooxml.runs import run

ONE = WordComment(7, "A & B", "ab", "2025-11-20", ("Heading", "A line"))
REFERENCE = '<w:r><w:rPr><w:rStyle w:val="AnnotationReference"/></w:rPr><w:{}/></w:r>'


def test_what_a_comment_is_about_stands_between_its_ends_and_before_its_mark():
    assert commented(7, run("x")) == (
        f'<w:commentRangeStart w:id="7"/>{run("x")}<w:commentRangeEnd w:id="7"/>'
        + REFERENCE.format('commentReference w:id="7"')
    )


def test_a_comment_tells_who_says_it_and_when():
    assert ONE.xml.startswith(
        '<w:comment w:id="7" w:author="A &amp; B" w:date="2025-11-20T00:00:00Z" w:initials="ab"><w:p>'
    )


def test_a_comment_s_first_line_is_its_heading():
    assert ONE.xml.partition(">")[2] == (
        '<w:p><w:pPr><w:pStyle w:val="AnnotationText"/></w:pPr>'
        + REFERENCE.format("annotationRef")
        + '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Heading</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="AnnotationText"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">A line</w:t></w:r></w:p></w:comment>'
    )


def test_a_part_holds_all_comments():
    root = etree.fromstring(comments_part([ONE, WordComment(8, "A", "a", "2025-11-20", ("Other",))]))
    assert root.xpath("w:comment/@w:id", namespaces=dict(NAMESPACES)) == ["7", "8"]


def test_a_comment_s_number_is_made_from_its_name():
    first, second = Ids(), Ids()
    second.comment("another")
    assert first.comment("contest a") == second.comment("contest a")
    assert first.comment("contest a") == second.comment("contest a") == Ids().comment("contest a") + 1
