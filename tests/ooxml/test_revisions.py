"""Runs and paragraphs marked as inserted or deleted, as pairs of XML."""

import pytest
from lxml import etree

from aibrief_report.ooxml.names import NAMESPACES, clark
from aibrief_report.ooxml.revisions import Marker, join_alike, runs, split_into_words

W = f'xmlns:w="{NAMESPACES["w"]}"'
SIGNED = 'w:author="me" w:date="2026-01-15T00:00:00Z"'


def paragraph(content: str) -> etree._Element:
    return etree.fromstring(f"<w:p {W}>{content}</w:p>")


def written(element: etree._Element) -> str:
    text = etree.tostring(element, encoding="unicode").replace(f" {W}", "")
    return text.replace(' xml:space="preserve"', "").removeprefix("<w:p>").removesuffix("</w:p>")


@pytest.fixture
def marker():
    return Marker("2026-01-15")


def test_an_inserted_run_is_wrapped_where_it_stands(marker):
    one = paragraph('<w:hyperlink w:anchor="a"><w:r><w:t>word</w:t></w:r></w:hyperlink>')
    marker.inserted(runs(one)[0], "me")
    assert written(one) == (
        f'<w:hyperlink w:anchor="a"><w:ins w:id="900001" {SIGNED}>'
        "<w:r><w:t>word</w:t></w:r></w:ins></w:hyperlink>"
    )


def test_a_deleted_run_keeps_its_look(marker):
    one = paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>word</w:t></w:r>")
    assert written(marker.deleted(runs(one)[0], "me")) == (
        f'<w:del w:id="900001" {SIGNED}><w:r><w:rPr><w:b/></w:rPr><w:delText>word</w:delText></w:r></w:del>'
    )


def test_the_end_of_an_inserted_paragraph_is_marked_before_its_section(marker):
    one = paragraph('<w:pPr><w:pStyle w:val="Quote"/><w:sectPr/></w:pPr>')
    marker.paragraph_inserted(one, "me")
    assert written(one) == (
        f'<w:pPr><w:pStyle w:val="Quote"/><w:rPr><w:ins w:id="900001" {SIGNED}/></w:rPr><w:sectPr/></w:pPr>'
    )


def test_a_deleted_paragraph_ends_no_section(marker):
    one = paragraph("<w:pPr><w:sectPr/></w:pPr><w:r><w:t>word</w:t></w:r>")
    gone = marker.paragraph_deleted(one, "me")
    assert gone.find(f".//{clark('w:sectPr')}") is None
    assert one.find(f".//{clark('w:sectPr')}") is not None


def test_a_run_of_words_is_parted_and_joined_again():
    one = paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>two words </w:t></w:r>")
    before = written(one)
    assert [part.findtext(clark("w:t")) for part in split_into_words(runs(one)[0])] == [
        "two",
        " ",
        "words",
        " ",
    ]
    join_alike(one)
    assert written(one) == before


@pytest.mark.parametrize(
    "content", ["<w:r><w:tab/><w:t>a b</w:t></w:r>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>']
)
def test_what_is_more_than_text_stays_whole(content):
    one = paragraph(content)
    assert split_into_words(runs(one)[0]) == runs(one)
    assert written(one) == content


def test_runs_that_look_otherwise_are_not_joined():
    content = "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>"
    one = paragraph(content)
    join_alike(one)
    assert written(one) == content
