"""The document as a whole: everything leads somewhere, nothing is there twice, nothing is lost."""

import io
import re
from collections import Counter

import pypandoc
import pytest
from lxml import etree
from msgspec.structs import replace

from aibrief_report.model.document import InputText
from aibrief_report.model.inlines import NumberText
from aibrief_report.model.walk import plain, walk
from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.packages import content_hash, normalise
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.provenance import INPUTS, PROVENANCE
from aibrief_report.render.docx.writer import render_docx
from tests.documents import small, theme, torture
from tests.render.docx.written import bare, find, package, part, style_of, torture_body, torture_parts

XML_PARTS = [name for name in torture_parts() if name.endswith((".xml", ".rels"))]
NUMBERS = [node for node in walk((torture().meta, torture().blocks)) if isinstance(node, NumberText)]


@pytest.fixture(scope="module")
def notes():
    return etree.fromstring(torture_parts()["word/footnotes.xml"])


@pytest.fixture(scope="module")
def bookmarks(notes):
    return [*find(torture_body(), ".//w:bookmarkStart/@w:name"), *find(notes, ".//w:bookmarkStart/@w:name")]


@pytest.mark.parametrize("name", XML_PARTS)
def test_every_part_is_well_formed(name):
    etree.fromstring(torture_parts()[name])


def test_every_link_leads_to_a_bookmark(bookmarks, notes):
    anchors = {*find(torture_body(), ".//w:hyperlink/@w:anchor"), *find(notes, ".//w:hyperlink/@w:anchor")}
    assert anchors
    assert anchors <= set(bookmarks)


def test_every_field_refers_to_a_bookmark(bookmarks):
    instructions = find(torture_body(), ".//w:instrText/text()")
    targets = {one.split()[1] for one in instructions if one.split()[0] in ("REF", "PAGEREF")}
    assert targets
    assert targets <= set(bookmarks)


def test_bookmarks_have_names_of_their_own(bookmarks):
    assert [name for name, count in Counter(bookmarks).items() if count > 1] == []


def test_every_bookmark_that_starts_ends():
    starts, ends = (find(torture_body(), f".//w:{kind}/@w:id") for kind in ("bookmarkStart", "bookmarkEnd"))
    assert sorted(starts) == sorted(ends)
    assert len(set(starts)) == len(starts)


@pytest.mark.parametrize("path", [".//w:sdtPr/w:id/@w:val", ".//wp:docPr/@id"])
def test_ids_are_given_once(path):
    ids = find(torture_body(), path)
    assert ids
    assert len(set(ids)) == len(ids)


def test_fields_begin_and_end_in_order():
    marks = find(torture_body(), ".//w:fldChar/@w:fldCharType")
    depth = 0
    for mark in marks:
        depth += {"begin": 1, "separate": 0, "end": -1}[mark]
        assert 0 <= depth <= 1
    assert depth == 0


def test_every_relationship_that_is_used_exists():
    for name in ("document", "footnotes", "fontTable"):
        root = etree.fromstring(torture_parts()[f"word/{name}.xml"])
        used = set(find(root, ".//@r:id | .//@r:embed"))
        relations = torture_parts().get(f"word/_rels/{name}.xml.rels", b"<none/>")
        assert used <= {one.get("Id") for one in etree.fromstring(relations)}


def test_every_style_that_is_used_is_defined(notes):
    styles = etree.fromstring(torture_parts()["word/styles.xml"])
    defined = set(find(styles, "w:style/@w:styleId"))
    path = ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"
    used = {*find(torture_body(), path), *find(notes, path)}
    assert used <= defined
    assert set(find(styles, ".//w:basedOn/@w:val | .//w:next/@w:val")) <= defined


def test_every_list_that_is_used_is_defined():
    numbering = etree.fromstring(torture_parts()["word/numbering.xml"])
    defined = set(find(numbering, "w:num/@w:numId"))
    assert set(find(torture_body(), ".//w:numId/@w:val")) <= defined
    assert len(find(numbering, "w:num[w:lvlOverride/w:startOverride/@w:val='3']")) == 1


def test_every_printed_number_is_a_control_with_its_id_and_its_words():
    controls = find(torture_body(), ".//w:sdt[w:sdtPr/w:tag]")
    found = Counter(
        (find(one, "string(w:sdtPr/w:tag/@w:val)"), text_of(find(one, "w:sdtContent")[0])) for one in controls
    )
    assert found == Counter((one.number, one.text) for one in NUMBERS)


def test_every_control_names_its_number_in_its_title():
    for one in find(torture_body(), ".//w:sdtPr[w:tag]"):
        number = find(one, "string(w:tag/@w:val)")
        assert find(one, "string(w:alias/@w:val)").endswith(f"[{number}]")


def test_every_printed_number_is_the_place_its_annex_entry_leads_back_to(bookmarks):
    assert {bookmark_name(one.anchor) for one in NUMBERS} <= set(bookmarks)


def test_no_paragraph_is_empty_but_to_part_tables_and_to_draw_a_line():
    empty = [
        one for one in torture_body().iter(clark("w:p")) if not text_of(one) and not find(one, ".//w:drawing")
    ]
    assert {style_of(one) for one in empty} <= {"BriefSeparator", "BriefRule", "BriefTableText"}
    separators = [one for one in empty if style_of(one) == "BriefSeparator"]
    for one in separators:
        before, after = one.getprevious(), one.getnext()
        between_tables = before is not None and before.tag == clark("w:tbl")
        assert between_tables or one.getparent().tag == clark("w:tc")
        assert (
            after is None or after.tag in (clark("w:tbl"), clark("w:sectPr")) or find(one, "w:pPr/w:sectPr")
        )


def test_tables_never_touch():
    tables = torture_body().iter(clark("w:tbl"))
    assert all(one.getnext() is None or one.getnext().tag != clark("w:tbl") for one in tables)


def test_every_cell_ends_with_a_paragraph():
    assert all(one[-1].tag == clark("w:p") for one in torture_body().iter(clark("w:tc")))


def test_no_table_is_wider_than_its_page():
    for table in torture_body().iter(clark("w:tbl")):
        widths = [int(one) for one in find(table, "w:tblGrid/w:gridCol/@w:w")]
        section = find(table, "following::w:sectPr[1]")[0]
        page, left, right = (
            int(find(section, f"string({one})"))
            for one in ("w:pgSz/@w:w", "w:pgMar/@w:left", "w:pgMar/@w:right")
        )
        indent = int(find(table, "string(w:tblPr/w:tblInd/@w:w)"))
        assert sum(widths) + indent <= page - left - right + len(widths)


def test_every_picture_has_words():
    described = find(torture_body(), ".//wp:docPr/@descr")
    assert len(described) == len(find(torture_body(), ".//w:drawing"))
    assert all(described)


def test_opening_the_document_asks_nothing():
    for name in ("word/document.xml", "word/settings.xml"):
        text = torture_parts()[name].decode()
        assert "updateFields" not in text
        assert "w:dirty" not in text


def test_the_document_tells_its_language():
    styles = etree.fromstring(torture_parts()["word/styles.xml"])
    assert find(styles, "string(w:docDefaults//w:lang/@w:val)") == "en-GB"


def test_footnotes_are_numbered_in_the_order_of_the_text(notes):
    assert find(torture_body(), ".//w:footnoteReference/@w:id") == ["1", "2"]
    shown = [text_of(one) for one in find(notes, "w:footnote[not(@w:type)]")]
    assert shown[0].startswith("\tThe editions count private rounds")
    assert shown[0].endswith("An earlier edition had a lower threshold (Maslej 2024, p. 12).")
    assert shown[1] == "\tTargets are printed as the plan words them."


def test_the_feet_name_title_version_and_page():
    foot = text_of(etree.fromstring(torture_parts()["word/footer1.xml"]))
    first = text_of(etree.fromstring(torture_parts()["word/footer2.xml"]))
    assert foot == "Counting the AI race\t0a1b2c3d4e5f\tpage 1 of 1"
    assert first == "Institute for Counting · CC BY 4.0\t0a1b2c3d4e5f\tpage 1 of 1"


def test_a_long_title_in_the_foot_gives_way_to_version_and_page():
    meta = replace(small().meta, short_title="A title that goes on and on " * 9)
    foot = text_of(part("word/footer1.xml", replace(small(), meta=meta)))
    assert re.fullmatch(r"A title.*… · 5f4e3d2c1b0a\tpage 1 of 1", foot)


def test_all_words_of_the_document_are_in_the_file():
    shown = re.sub(r"\s+", " ", text_of(torture_body()).replace("≠", ""))
    for block in torture().blocks:
        for words in (plain(getattr(block, name, ())) for name in ("inlines", "title", "subtitle", "note")):
            assert re.sub(r"\s+", " ", words.strip()) in shown


def test_pandoc_reads_what_was_written(tmp_path):
    file = tmp_path / "brief.docx"
    file.write_bytes(render_docx(torture(), bare()))
    shown = pypandoc.convert_file(str(file), "plain", extra_args=["--wrap=none", "--sandbox"])
    for words in (
        "$67.2 billion",
        "38,210",
        "Rounds are dated by announcement",
        "The AI Index 2024 annual report",
    ):
        assert words in shown
    assert "Figure\u00a01 shows both years; Table\u00a01 has the same" in shown


def test_python_docx_opens_what_was_written():
    import docx  # here: it takes time to load

    opened = docx.Document(io.BytesIO(render_docx(torture(), bare())))
    core = opened.core_properties
    assert core.title == "Counting the AI race: where figures lead, lag & disagree"
    assert core.author == "Ada Example; Bo Muster"
    assert core.language == "en-GB"
    assert core.created.isoformat() == "2025-11-20T00:00:00+00:00"
    assert opened.styles["Heading 1"].font.bold


def test_custom_properties_name_version_inputs_and_toolkit():
    inputs = "0a1b2c3d4e5f" + 52 * "0"
    named = small().with_version("0a1b2c3d4e5f", inputs, "aibrief-report 9")
    properties = package(named)["docProps/custom.xml"].decode()
    assert 'name="aibrief-version"><vt:lpwstr>0a1b2c3d4e5f<' in properties
    assert f'name="aibrief-input-hash"><vt:lpwstr>{inputs}<' in properties
    assert 'name="aibrief-toolkit"><vt:lpwstr>aibrief-report 9<' in properties


def provenance(path):
    root = etree.fromstring(torture_parts()["customXml/item1.xml"])
    return root.xpath(path, namespaces={"b": PROVENANCE})


def test_the_file_carries_every_number_with_its_sources_and_rivals():
    assert provenance("b:numbers/b:number/@id") == list(torture().numbers)
    assert provenance("b:numbers/b:number[@id='q13']/b:rival/@text") == ["about $2 billion", "$14.6 billion"]
    assert provenance("b:numbers/b:number[@id='q12']/b:source/@locator") == ["fig. 4.3.8, p. 245"]


def test_the_file_says_which_number_stands_at_which_bookmark():
    places = provenance("b:places/b:place[@bookmark='_n1']")
    assert [(one.get("number"), one.get("text")) for one in places] == [("q12", "$67.2 billion")]


def test_the_file_says_from_which_lines_a_paragraph_came():
    (passage,) = provenance("b:passages/b:passage[@bookmark='_p_gap']")
    assert (passage.get("file"), passage.get("first"), passage.get("last")) == (
        "templates/torture/narrative.md",
        "10",
        "12",
    )
    words = {one.tag.partition("}")[2]: one.text for one in passage}
    assert words["source"] == "Private investment …"
    assert words["printed"].startswith("Private investment grew in both countries")


def test_the_file_carries_the_texts_that_it_was_made_from():
    texts = (
        InputText("templates/a/narrative.md", "A & b\n\n{{ x }}"),
        InputText("data/areas.csv", "id\n", True),
    )
    data = package(replace(small(), inputs=texts, hash="0a1b"))["customXml/item2.xml"]
    root = etree.fromstring(data)
    assert root.tag == f"{{{INPUTS}}}inputs"
    assert root.get("hash") == "0a1b"
    told = [(one.get("name"), one.get("excerpt"), one.text) for one in root]
    assert told == [
        ("templates/a/narrative.md", None, "A & b\n\n{{ x }}"),
        ("data/areas.csv", "true", "id\n"),
    ]


def test_what_is_written_is_normal_already():
    made = render_docx(small(), bare())
    assert normalise(made) == made


def test_two_versions_differ_in_their_content():
    assert content_hash(render_docx(small(), bare())) != content_hash(
        render_docx(small().with_version("000000000000"), bare())
    )


def test_fonts_are_embedded_so_that_the_document_looks_the_same_everywhere():
    table = etree.fromstring(torture_parts()["word/fontTable.xml"])
    serif = find(table, "w:font[@w:name='Source Serif Pro']")[0]
    slots = [one.tag.rpartition("}")[2] for one in serif if "embed" in one.tag]
    assert slots == ["embedRegular", "embedBold", "embedItalic", "embedBoldItalic"]
    assert len([name for name in torture_parts() if name.endswith(".odttf")]) == 7


def test_an_embedded_font_is_the_theme_s_own_once_its_mask_is_taken_off():
    table = etree.fromstring(torture_parts()["word/fontTable.xml"])
    (key,) = find(table, "w:font[@w:name='Source Serif Pro']/w:embedRegular/@w:fontKey")
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    data = torture_parts()["word/fonts/brief1.odttf"]
    assert (
        bytes(a ^ b for a, b in zip(data[:32], mask, strict=True)) + data[32:] == theme().fonts.faces[0].data
    )


def test_a_theme_without_font_files_embeds_none():
    assert not [name for name in package(small()) if "odttf" in name]
    assert b"embedTrueTypeFonts" not in package(small())["word/settings.xml"]


def test_the_base_document_is_small():
    assert sum(len(data) for name, data in package(small()).items() if "styles" in name) < 40_000
