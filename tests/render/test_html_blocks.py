from __future__ import annotations

import pytest
from lxml import html
from msgspec.structs import replace

from aibrief_report.errors import RenderError
from aibrief_report.model.blocks import (
    Box,
    CodeBlock,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Quote,
    Rule,
)
from aibrief_report.model.charts import Image
from aibrief_report.model.numbers import Span
from aibrief_report.render.html.page import screen_body
from tests.documents import bar_chart, p, range_chart, t, theme, torture
from tests.render.pages import body, drawn, text_of


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Heading(1, t("A"), "a"), '<h2 id="a">A</h2>'),
        (Heading(3, t("A"), "a", "1.2.3"), '<h4 id="a"><span class="no">1.2.3 </span>A</h4>'),
        (p("x", anchor="p1"), '<p id="p1">x</p>'),
        (ListBlock(((p("x"),),)), "<ul><li>x</li></ul>"),
        (ListBlock(((p("x"), p("y")),)), "<ul><li><p>x</p>\n<p>y</p></li></ul>"),
        (ListBlock(((p("x"),),), ordered=True, start=3), '<ol start="3"><li>x</li></ol>'),
        (Quote((p("x"),)), "<blockquote><p>x</p></blockquote>"),
        (
            CodeBlock("a<b", "r"),
            '<pre tabindex="0"><code class="language-r">a&lt;b</code></pre>',
        ),
        (Rule(), "<hr>"),
    ],
)
def test_a_block_becomes_html(node, expected):
    assert drawn(node) == expected


def test_a_box_is_an_aside_named_by_its_title():
    (aside,) = body(Box(t("Why"), (p("x"),), "box-a", "box", "Box 1")).xpath("//aside")
    assert aside.get("class") == "box box"
    assert aside.get("aria-labelledby") == "box-a-title"
    assert text_of(aside.xpath("*[@id='box-a-title']")[0]) == "Box 1 Why"


def test_key_figures_are_a_list():
    figures = KeyFigures((KeyFigure(t("5"), t("models"), t("2024")), KeyFigure(t("6"), t("papers"))))
    items = body(figures).xpath("//ul[@class='key-figures']/li")
    assert [text_of(item) for item in items] == ["5 models 2024", "6 papers"]


def figure(content, **changes):
    return replace(Figure(content, t("Finding"), "fig-a", label="Figure 1"), **changes)


def test_a_chart_is_a_drawing_with_its_alt_text():
    (drawing,) = body(figure(bar_chart())).xpath("//figure//*[local-name()='svg']")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label").startswith("Bars: private AI investment")
    assert drawing.get("width") is None


def test_ids_within_a_drawing_carry_the_figures_name():
    tree = body(figure(bar_chart()), figure(bar_chart(), anchor="fig-b"))
    assert tree.xpath("//*[local-name()='clipPath' or local-name()='clippath']/@id") == [
        "fig-a-clip0",
        "fig-b-clip0",
    ]
    assert "url(#fig-b-clip0)" in tree.xpath("//*[@id='fig-b']//*[local-name()='g']/@clip-path")


def with_narrow(svg):
    """A page's body whose charts are drawn once more, for a phone."""
    document = replace(torture(), blocks=(figure(bar_chart()),))
    return html.fragment_fromstring(screen_body(document, theme(), lambda _: svg), create_parent="body")


def test_a_chart_is_drawn_twice_for_wide_and_narrow_windows():
    marks = "<path><title>a</title></path>"
    narrow = f'<svg xmlns="http://www.w3.org/2000/svg" width="240pt" height="9pt">{marks}</svg>'
    wide, slim = with_narrow(narrow).xpath("//div[@class='plot']/*")
    assert (wide.get("viewbox"), slim.get("viewbox")) == ("0 0 414 170", "0 0 240 9")
    assert [one.text for one in slim.xpath(".//title")] == [None]
    assert slim.get("aria-labelledby") == wide.get("id")


def test_a_chart_that_cannot_be_narrow_scrolls():
    (scroll,) = with_narrow("").xpath("//figure/div[@class='scroll']")
    assert scroll.get("aria-labelledby") == "fig-a-title"


def rows_of(tree):
    return [[text_of(cell) for cell in row] for row in tree.xpath("//details//tr")]


def test_a_charts_data_are_a_table_of_series_and_places():
    expected = [
        ["Year", "United StatesUS$ billion", "ChinaUS$ billion"],
        ["2023", "67.2", "7.76"],
        ["2024", "109.1", "9.3"],
    ]
    chart = bar_chart()
    plain = tuple(replace(s, points=tuple(replace(q, detail="") for q in s.points)) for s in chart.series)
    assert rows_of(body(figure(replace(chart, series=plain)))) == expected


def test_a_chart_whose_marks_have_more_to_tell_is_listed_mark_by_mark():
    rows = rows_of(body(figure(range_chart())))
    assert rows[0] == ["Series", "Area and year", "Private investmentUS$ billion", "Note"]
    assert rows[1] == ["China", "China, 2023", "about 2", "CB Insights, as cited in Reuters"]
    assert rows[-1] == ["China", "China, 2022", "no value", ""]


def test_on_paper_a_chart_is_a_picture_with_its_alt_text():
    made = drawn(figure(bar_chart()), "paper")
    assert '<img src="data:image/svg+xml;base64,' in made
    assert 'alt="Bars: private AI investment' in made
    assert "<details" not in made


def test_a_chart_that_was_not_drawn_is_an_error():
    chart = replace(bar_chart(), drawing=None)
    with pytest.raises(RenderError, match=r"n\.md:4: the chart 'fig-a' was not drawn"):
        drawn(figure(chart, span=Span("n.md", 4, 5)))


@pytest.mark.parametrize(
    "part",
    [
        "<script>1</script>",
        '<rect onclick="x"/>',
        '<a href="#x"/>',
        '<image href="https://a.b/c.png"/>',
        "<foreignObject/>",
    ],
)
def test_a_drawing_that_could_run_or_fetch_is_refused(part):
    chart = bar_chart()
    svg = chart.drawing.svg.replace("</svg>", f"{part}</svg>")
    with pytest.raises(RenderError, match="a script or a link"):
        drawn(figure(replace(chart, drawing=replace(chart.drawing, svg=svg))))


def test_a_picture_is_embedded():
    image = Image("a.png", "image/png", b"\x89PNG", 'a "quoted" map', 100, 50)
    made = drawn(figure(image))
    assert 'src="data:image/png;base64,iVBORw=="' in made
    assert 'alt="a &quot;quoted&quot; map"' in made


def test_a_reference_is_linked_back_to_where_it_is_cited():
    tree = body(*torture().blocks[:8])
    (entry,) = tree.xpath("//li[@id='ref-hai2025']")
    backs = entry.xpath(".//*[@class='backs']/a/@href")
    assert backs == ["#c1", "#c2", "#c3", "#c6", "#c8"]
    assert {href[1:] for href in backs} <= set(tree.xpath("//@id"))


def test_headings_open_nested_sections():
    blocks = (Heading(1, t("A"), "a"), Heading(2, t("B"), "b"), Heading(1, t("C"), "c"))
    tree = body(*blocks)
    assert tree.xpath("//section[@aria-labelledby='b']/parent::section/@aria-labelledby") == ["a"]
    assert tree.xpath("//section[@aria-labelledby='c']/parent::*/@id") == ["text"]


def test_the_contents_list_two_levels_and_the_back_matter():
    blocks = (Heading(1, t("A"), "a", "1"), Heading(2, t("B"), "b"), Heading(3, t("C"), "c"))
    nav = body(*blocks).xpath("//nav")[0]
    assert nav.xpath(".//a/@href") == ["#a", "#b", "#references", "#numbers"]
    assert nav.xpath("./ol/li/ol/li/a/@href") == ["#b"]


def test_a_brief_that_begins_with_a_subsection_has_contents():
    nav = body(Heading(2, t("B"), "b"), Heading(1, t("A"), "a")).xpath("//nav")[0]
    assert nav.xpath(".//a/@href") == ["#b", "#a", "#references", "#numbers"]


def test_the_title_block_tells_who_when_and_under_which_licence():
    (head,) = body().xpath("//header")
    words = text_of(head)
    for part in ("Policy brief AI figures No. 4", "Ada Example", "20 November 2025", "0a1b2c3d4e5f"):
        assert part in words
    assert head.xpath(".//a[@rel='license']/@href") == ["https://creativecommons.org/licenses/by/4.0/"]


def test_a_title_block_leaves_out_what_is_not_known():
    nothing = dict.fromkeys(("series", "number", "publisher", "licence", "licence_url", "genre"), "")
    (head,) = body(**nothing, authors=(), subtitle=()).xpath("//header")
    assert "Licence" not in text_of(head)
    assert not head.xpath(".//*[@class='deck']")
