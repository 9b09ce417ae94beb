"""Lists in a house template: the template's where its styles are numbered, ours where they are not."""

import re

from msgspec.structs import replace

from aibrief_report.model.blocks import Heading, ListBlock
from aibrief_report.ooxml.reading import read_package
from tests.documents import p, small, t
from tests.render.docx.house.templates import changed, foreign, house, parsed, written
from tests.render.docx.written import find

STYLES, NUMBERING, DOCUMENT = "word/styles.xml", "word/numbering.xml", "word/document.xml"
NUMBERED = ListBlock(((p("a"),), (p("b"), ListBlock(((p("c"),),), ordered=True))), ordered=True, start=3)
NUMBER = "string(w:pPr/w:numPr/w:numId/@w:val)"


def lists(template, *blocks):
    """The numbering part and the numbered paragraphs of a document."""
    parts = written(house(template), replace(small(), blocks=blocks))
    return parsed(parts, NUMBERING), find(parsed(parts, DOCUMENT), ".//w:p[w:pPr/w:numPr]")


def behind(root, number):
    """The definition behind a list."""
    return find(root, f"string(w:num[@w:numId='{number}']/w:abstractNumId/@w:val)")


def test_a_numbered_list_counts_as_the_template_s_style_does():
    root, items = lists(foreign(), NUMBERED)
    styles = parsed(read_package(foreign()), STYLES)
    for item, name in zip((items[0], items[-1]), ("ListNumber", "ListNumber2"), strict=True):
        theirs = find(find(styles, f"w:style[@w:styleId='{name}']")[0], NUMBER)
        assert find(item, NUMBER) != theirs
        assert behind(root, find(item, NUMBER)) == behind(root, theirs)


def test_a_list_starts_where_the_brief_says():
    root, items = lists(foreign(), NUMBERED)
    starts = find(root, f"w:num[@w:numId='{find(items[0], NUMBER)}']//w:startOverride/@w:val")
    assert starts == ["3"]


def test_numbers_of_lists_are_given_once_and_definitions_stand_first():
    root, _ = lists(foreign(), NUMBERED, NUMBERED, Heading(1, t("A"), "a", "1"))
    for name, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        numbers = find(root, f"w:{name}/@w:{key}")
        assert len(numbers) == len(set(numbers))
    kinds = [one.tag.rpartition("}")[2] for one in root]
    assert kinds == sorted(kinds)  # "abstractNum" goes before "num"


def test_a_list_style_without_a_list_gets_ours():
    def without(xml):
        style = re.search(r'<w:style [^>]*w:styleId="ListBullet">.*?</w:style>', xml, re.DOTALL)[0]
        return xml.replace(style, re.sub("<w:numPr>.*?</w:numPr>", "", style, flags=re.DOTALL))

    parts = written(house(changed(foreign(), **{STYLES: without})))
    (style,) = find(parsed(parts, STYLES), "w:style[@w:styleId='ListBullet']")
    root = parsed(parts, NUMBERING)
    (definition,) = find(root, f"w:abstractNum[@w:abstractNumId='{behind(root, find(style, NUMBER))}']")
    assert find(definition, "string(w:lvl[1]/w:lvlText/@w:val)") == "•"
    # The template has no styles for the levels below the third.
    assert find(definition, "w:lvl/w:pStyle/@w:val") == ["ListBullet", "ListBullet4", "ListBullet5"]


def test_a_heading_without_a_number_stays_so_where_the_template_counts_headings():
    def counted(xml):
        name = '<w:name w:val="heading 1"/>'
        listed = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
        head, _, rest = xml.partition(name)
        return head + name + rest.replace("<w:pPr>", listed.removesuffix("</w:pPr>"), 1)

    template = house(changed(foreign(), **{STYLES: counted}))
    parts = written(template, replace(small(), blocks=(Heading(1, t("A"), "a"),)))
    (heading,) = find(parsed(parts, DOCUMENT), ".//w:p[w:pPr/w:pStyle/@w:val='Heading1']")[:1]
    root = parsed(parts, NUMBERING)
    (definition,) = find(root, f"w:abstractNum[@w:abstractNumId='{behind(root, find(heading, NUMBER))}']")
    assert set(find(definition, "w:lvl/w:numFmt/@w:val")) == {"none"}


def test_numbers_of_headings_belong_to_the_template_s_styles_where_it_has_none():
    parts = written(house(foreign()), replace(small(), blocks=(Heading(1, t("A"), "a", "1"),)))
    (style,) = find(parsed(parts, STYLES), "w:style[@w:styleId='Heading1']")
    root = parsed(parts, NUMBERING)
    (definition,) = find(root, f"w:abstractNum[@w:abstractNumId='{behind(root, find(style, NUMBER))}']")
    assert find(definition, "w:lvl/w:pStyle/@w:val") == ["Heading1", "Heading2", "Heading3"]


def test_text_in_an_item_is_set_in_as_the_template_s_items_are():
    parts = written(house(foreign()), replace(small(), blocks=(ListBlock(((p("a"), p("more")),)),)))
    (more,) = find(parsed(parts, DOCUMENT), ".//w:p[w:pPr/w:pStyle/@w:val='ListContinue']")
    assert find(more, "string(w:pPr/w:ind/@w:left)") == "360"


def test_what_is_only_based_on_a_heading_is_not_counted_with_the_headings():
    """The heading of the contents is based on Heading 1 in Word's own templates."""
    parts = written(house(foreign()), replace(small(), blocks=(Heading(1, t("A"), "a", "1"),)))
    (style,) = find(parsed(parts, STYLES), "w:style[@w:styleId='TOCHeading']")
    assert find(style, "string(w:basedOn/@w:val)") == "Heading1"
    assert find(style, NUMBER) == "0"
