"""A template's styles: found under any name and id, and completed."""

import re

import pytest

from aibrief_report.ooxml.style_sheets import StyleSheet, id_of, name_of
from tests.documents import torture
from tests.render.docx.house.templates import GERMAN, changed, foreign, german, house, own, parsed, written
from tests.render.docx.written import find, package

STYLES, DOCUMENT = "word/styles.xml", "word/document.xml"
USED = ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"


def style(parts, name):
    """A style of a document, by its id."""
    (found,) = find(parsed(parts, STYLES), f"w:style[@w:styleId='{name}']")
    return found


@pytest.mark.parametrize("template", [own, german, foreign])
def test_every_style_that_a_document_uses_is_defined_once(template):
    parts = written(house(template()), torture())
    root = parsed(parts, STYLES)
    ids = find(root, "w:style/@w:styleId")
    assert len(ids) == len(set(ids))
    used = {one for name in (DOCUMENT, "word/footnotes.xml") for one in find(parsed(parts, name), USED)}
    assert used <= set(ids)
    assert set(find(root, ".//w:basedOn/@w:val | .//w:next/@w:val | .//w:link/@w:val")) <= set(ids)


def test_styles_under_german_ids_are_found_by_their_names():
    ours, theirs = package(torture()), written(house(german()), torture())
    assert without_numbers(theirs[DOCUMENT]) == without_numbers(ours[DOCUMENT])
    names = {id_of(one): name_of(one) for one in StyleSheet(parsed(theirs, STYLES))}
    assert names["Heading1"] == "heading 1"
    assert not set(GERMAN.values()) & set(names)


def test_what_is_based_on_a_style_under_another_id_still_is():
    assert find(style(written(house(german())), "Subtitle"), "string(w:basedOn/@w:val)") == "Normal"


@pytest.mark.parametrize(
    ("name", "spelled"),
    [("heading 1", "Heading 1"), ("caption", "CAPTION"), ("footnote text", "Footnote Text")],
)
def test_names_are_the_same_in_any_capitals(name, spelled):
    other = changed(own(), **{STYLES: lambda xml: xml.replace(f'"{name}"', f'"{spelled}"')})
    sheet = StyleSheet(parsed(written(house(other)), STYLES))
    found = sheet.find(name, "paragraph")
    assert found is not None
    assert name_of(found) == spelled


def test_a_style_whose_name_was_translated_is_found_by_its_id():
    other = changed(own(), **{STYLES: lambda xml: xml.replace('"heading 1"', '"Überschrift 1"')})
    assert name_of(style(written(house(other)), "Heading1")) == "Überschrift 1"


def with_style(data, identity, name, look=""):
    """A template with a style of its author's."""
    made = (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f"<w:rPr>{look}</w:rPr></w:style></w:styles>"
    )
    return changed(data, **{STYLES: lambda xml: xml.replace("</w:styles>", made)})


def test_a_style_that_somebody_made_is_not_taken_for_the_built_in_one_of_its_id():
    parts = written(house(with_style(foreign(), "TOC1", "Top")))
    assert name_of(style(parts, "TOC1")) == "toc 1"
    assert name_of(style(parts, "TOC12")) == "Top"


def test_the_template_s_look_wins():
    theirs = style(written(house(foreign())), "Heading1")
    assert find(theirs, "string(w:rPr/w:sz/@w:val)") == "28"
    assert find(theirs, "string(w:rPr/w:color/@w:themeColor)") == "accent1"


def test_what_the_template_lacks_is_lent_in_its_own_font():
    parts = written(house(foreign()))
    assert not find(style(parts, "BriefNote"), ".//w:rFonts")
    assert find(style(parts, "BriefTable"), "string(w:basedOn/@w:val)") == "TableNormal"
    assert find(style(parts, "FootnoteReference"), "w:rPr/w:vertAlign")


def test_lent_sizes_keep_their_ratio_to_the_template_s_text():
    parts = written(house(foreign()))
    ours = package(torture())
    # python-docx's template sets text in 11 points, our theme in 10.
    small, large = (int(find(style(one, "BriefNote"), "string(w:rPr/w:sz/@w:val)")) for one in (ours, parts))
    assert (small, large) == (15, 17)


def test_a_brief_style_that_the_template_defines_is_the_template_s():
    theirs = with_style(foreign(), "BriefNote", "Brief Note", '<w:sz w:val="40"/>')
    assert find(style(written(house(theirs)), "BriefNote"), "string(w:rPr/w:sz/@w:val)") == "40"


def test_captions_and_headings_stay_with_what_follows_also_where_the_template_forgot():
    parts = written(house(foreign()))
    assert find(style(parts, "Caption"), "w:pPr/w:keepNext")
    assert len(find(style(parts, "Heading1"), "w:pPr/w:keepNext")) == 1


def test_the_document_s_language_is_the_brief_s_whatever_the_template_was_written_in():
    def in_french(xml):
        return xml.replace('w:val="en-US" w:eastAsia="ja-JP"', 'w:val="fr-FR" w:eastAsia="ja-JP"').replace(
            '<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:rPr><w:lang w:val="fr-FR"/></w:rPr>', 1
        )

    root = parsed(written(house(changed(foreign(), **{STYLES: in_french})), torture()), STYLES)
    assert find(root, ".//w:lang/@w:val") == ["en-GB"]
    assert find(root, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")


def test_latent_styles_are_the_template_s():
    ours, theirs = package(torture()), written(house(foreign()))
    assert find(parsed(ours, STYLES), "count(w:latentStyles/*)") == 0
    assert find(parsed(theirs, STYLES), "count(w:latentStyles/*)") > 100


def test_a_document_in_the_styles_of_one_of_ours_is_what_it_was():
    ours, theirs = package(torture()), written(house(own()), torture())
    assert without_numbers(theirs[DOCUMENT]) == without_numbers(ours[DOCUMENT])
    assert ids_of(theirs) == ids_of(ours)


def without_numbers(xml):
    """A part without its numbers: lists and relationships count on, and margins come in twentieths."""
    return re.sub(rb'"(?:rId)?-?\w*\d+"', b'""', xml)


def ids_of(parts):
    return [id_of(one) for one in StyleSheet(parsed(parts, STYLES))]
