"""Comments of a document: one a contest and a contested claim, where the text first comes to it."""

from collections import Counter

import pytest
from lxml import etree
from msgspec.structs import replace

from aibrief_report.model.blocks import Figure, Heading
from aibrief_report.model.charts import Chart
from aibrief_report.model.inlines import Claimed, Note
from aibrief_report.model.walk import walk
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.text import text_of
from tests.documents import bar_chart, n, p, small, t, torture
from tests.render.docx.written import find, package


def comments(document) -> dict[str, str]:
    """The comments of a document: the heading of each, and the words that it is about."""
    parts = package(document)
    if "word/comments.xml" not in parts:
        return {}
    body = etree.fromstring(parts["word/document.xml"])
    return {
        text_of(one.find(clark("w:p"))): about(body, one.get(clark("w:id")))
        for one in etree.fromstring(parts["word/comments.xml"])
    }


def about(body: etree._Element, number: str) -> str:
    """What stands between the ends of a comment."""
    (start,) = find(body, f".//w:commentRangeStart[@w:id='{number}']")
    (end,) = find(body, f".//w:commentRangeEnd[@w:id='{number}']")
    (mark,) = find(body, f".//w:commentReference[@w:id='{number}']")
    inside, words = False, []
    for one in body.iter():
        inside = (inside or one is start) and one is not end
        if inside and one.tag == clark("w:t"):
            words.append(one.text or "")
    assert mark is not None
    return "".join(words)


def written(*blocks, **fields):
    """The small document with the contests and claims of the torture document, and blocks of its own."""
    whole = torture()
    fields = {"claims": whole.claims, "contests": whole.contests, "numbers": whole.numbers, **fields}
    return replace(small(), blocks=blocks, **fields)


CONTEST = "Contest: China’s private investment in 2023"


def test_a_contest_and_a_contested_claim_have_one_comment_each():
    found = comments(torture())
    assert list(found) == [CONTEST, "Contested claim"]
    assert found["Contested claim"] == "The American total is more than five times the Chinese one."
    assert found[CONTEST] == "$7.76 billion≠"


def test_comments_are_those_of_the_toolkit_on_the_day_of_the_brief():
    root = etree.fromstring(package(torture())["word/comments.xml"])
    assert {(one.get(clark("w:author")), one.get(clark("w:date"))) for one in root} == {
        ("aibrief-report", "2025-11-20T00:00:00Z")
    }
    assert [count for count in Counter(one.get(clark("w:id")) for one in root).values() if count > 1] == []


def test_running_text_comes_before_headings():
    blocks = (Heading(1, (n("q13", "$7.76 billion", 1),), "sec-a"), p("It is ", n("q13", "7.8", 2), "."))
    assert comments(written(*blocks)) == {CONTEST: "7.8≠"}


def test_a_heading_bears_the_comment_where_nothing_else_can():
    assert comments(written(Heading(1, (n("q13", "$7.76 billion", 1),), "sec-a"))) == {
        CONTEST: "$7.76 billion≠"
    }


def test_footnotes_bear_no_comment():
    note = Note((p("Also ", n("q13", "$7.76 billion", 1), "."),), "note-1", 1)
    assert comments(written(p("Text", note, "."))) == {}


def test_what_only_a_chart_shows_is_told_at_its_title():
    drawn, *others = bar_chart().series
    first, *points = drawn.points
    series = replace(drawn, points=(replace(first, row="q13"), *points))
    chart = replace(bar_chart(), series=(series, *others))
    assert comments(written(Figure(chart, t("The gap"), "fig-gap", label="Figure 1"))) == {CONTEST: "The gap"}


def test_rivals_outside_any_contest_are_told_at_the_number():
    assert comments(written(p(n("q13", "$7.76 billion", 1)), contests={})) == {
        "Sources differ: Private investment in AI, China, 2023": "$7.76 billion≠"
    }


def test_a_claim_that_holds_needs_no_comment():
    assert comments(written(p(Claimed("c2", "holds", t("It is larger."))))) == {}


def test_a_document_without_contests_has_no_part_of_comments():
    assert "word/comments.xml" not in package(small())


@pytest.mark.parametrize("name", ["compact", "flagship"])
def test_every_contest_in_the_text_of_a_brief_has_its_comment(name, request):
    document = request.getfixturevalue(name).document
    root = etree.fromstring(package(document, request.getfixturevalue(name).theme)["word/comments.xml"])
    headings = [text_of(one.find(clark("w:p"))) for one in root]
    drawn = {row for one in walk(document.blocks) if isinstance(one, Chart) for row in one.rows}
    numbers = [one for key, one in document.numbers.items() if one.uses or key in drawn]
    contests = {key for one in numbers for key in one.contests}
    told = {heading.removeprefix("Contest: ") for heading in headings if heading.startswith("Contest: ")}
    assert told == {document.contests[key].title for key in contests}
