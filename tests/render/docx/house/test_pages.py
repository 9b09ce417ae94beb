"""Pages in a house template: size, margins, headers and footers."""

import io

import pytest

from aibrief_report.errors import RenderError
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.text import text_of
from tests.documents import png, torture
from tests.render.docx.house.templates import changed, foreign, house, own, parsed, written
from tests.render.docx.written import find

DOCUMENT = "word/document.xml"
TITLE = "Counting the AI race: where figures lead, lag & disagree"


def sections(parts):
    return find(parsed(parts, DOCUMENT), ".//w:sectPr")


def test_pages_are_as_large_as_the_template_s():
    first = sections(written(house(foreign())))[0]
    assert find(first, "string(w:pgSz/@w:w)") == "12240"
    assert find(first, "string(w:pgMar/@w:left)") == "1800"


def test_a_title_that_hangs_out_tells_how_wide_the_side_column_is():
    ours, theirs = read_package(own()), written(house(own()), torture())
    margins = "string(w:pgMar/@w:left)"
    assert [find(one, margins) for one in sections(theirs)] == [find(one, margins) for one in sections(ours)]
    indents = [find(parsed(one, DOCUMENT), ".//w:tblPr/w:tblInd/@w:w") for one in (ours, theirs)]
    assert indents[0] == indents[1]
    assert int(indents[0][0]) < -1000


def test_pages_without_room_for_text_are_an_error():
    narrow = changed(foreign(), **{DOCUMENT: lambda xml: xml.replace('w:left="1800"', 'w:left="8000"')})
    with pytest.raises(RenderError, match=r"house\.docx: the template's pages leave 122 points for text"):
        written(house(narrow))


def test_a_wide_table_stands_as_on_the_template_s_page_turned_sideways():
    theirs = [section for section in sections(read_package(own())) if find(section, "w:pgSz/@w:orient")]
    ours = [
        section for section in sections(written(house(own()), torture())) if find(section, "w:pgSz/@w:orient")
    ]
    assert len(ours) == len(theirs) == 1
    assert find(ours[0], "w:pgMar")[0].attrib == find(theirs[0], "w:pgMar")[0].attrib


# Headers and footers ------------------------------------------------------------------------------


def long_field(instruction):
    """A field whose result Word has split into two runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>old</w:t></w:r>'
        "<w:r><w:t> words</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def short_field(instruction):
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>7</w:t></w:r></w:fldSimple>'


BOUND = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{A}"/>'
    "</w:sdtPr><w:sdtContent><w:r><w:t>[Title]</w:t></w:r></w:sdtContent></w:sdt>"
)
HOUSE = "<w:r><w:t>House</w:t></w:r>"


def with_header(content):
    """python-docx's template with a header, and on its first page one with a picture."""
    import docx  # here: it takes time to load

    document = docx.Document(io.BytesIO(foreign()))
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "HEAD"
    section.first_page_header.paragraphs[0].add_run("FIRST").add_picture(io.BytesIO(png(4, 4)))
    held = io.BytesIO()
    document.save(held)
    name = next(one for one, part in read_package(held.getvalue()).items() if b"HEAD" in part)
    return changed(held.getvalue(), **{name: lambda xml: xml.replace("<w:r><w:t>HEAD</w:t></w:r>", content)})


def header(parts, kind):
    """The name of the first section's header of a kind."""
    (relation,) = find(sections(parts)[0], f"w:headerReference[@w:type='{kind}']/@r:id")
    links = parsed(parts, "word/_rels/document.xml.rels")
    (target,) = (one.get("Target") for one in links if one.get("Id") == relation)
    return f"word/{target.rpartition('/')[2]}"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (long_field('DOCPROPERTY "aibrief-version"'), "0a1b2c3d4e5f"),
        (long_field("DOCPROPERTY nothing-of-ours"), ""),
        (short_field("TITLE"), TITLE),
        (short_field("STYLEREF &quot;Heading 1&quot;"), TITLE),
        (short_field("DOCPROPERTY Company"), "Institute for Counting"),
        (short_field("PAGE"), "7"),
        (BOUND, TITLE),
        (HOUSE, "House"),
    ],
)
def test_a_header_tells_of_this_document(content, shown):
    parts = written(house(with_header(content)), torture())
    assert text_of(parsed(parts, header(parts, "default"))) == shown


def test_pictures_in_a_header_come_along():
    parts = written(house(with_header(HOUSE)))
    name = header(parts, "first")
    assert text_of(parsed(parts, name)) == "FIRST"
    (embedded,) = find(parsed(parts, name), ".//a:blip/@r:embed")
    links = parsed(parts, f"word/_rels/{name.removeprefix('word/')}.rels")
    (target,) = (one.get("Target") for one in links if one.get("Id") == embedded)
    assert parts[f"word/{target}"] == png(4, 4)


def test_only_the_first_section_has_the_first_page_s_header():
    found = sections(written(house(with_header(HOUSE)), torture()))
    later = [0 for _ in found[1:]]
    assert [len(find(one, "w:titlePg")) for one in found] == [1, *later]
    assert [len(find(one, "w:headerReference[@w:type='first']")) for one in found] == [1, *later]
    assert all(find(one, "w:headerReference[@w:type='default']") for one in found)


def test_a_template_without_headers_and_footers_gets_our_feet():
    parts = written(house(foreign()), torture())
    foot = parsed(parts, "word/footer1.xml")
    assert "0a1b2c3d4e5f" in text_of(foot)
    # The style's own stops would catch the tabs.
    assert find(foot, ".//w:tab[@w:val='clear']/@w:pos") == ["4680", "9360"]
