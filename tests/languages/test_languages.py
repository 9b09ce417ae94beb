"""Briefs in English, French, German and Chinese, from their files to all three formats."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from msgspec.structs import replace

from aibrief_report.errors import RenderError
from aibrief_report.model.blocks import Box, Figure, Heading, Paragraph, Table
from aibrief_report.model.inlines import Passage, Text
from aibrief_report.model.numbers import Span
from aibrief_report.model.walk import plain, walk
from aibrief_report.render.formats import FORMATS, render
from tests.extracting.model import told_by_document
from tests.extracting.page import told_by_html
from tests.extracting.paper import read_pdf
from tests.extracting.told import Told, differences
from tests.extracting.word import told_by_docx
from tests.languages.conftest import Briefs

NBSP, NARROW = "\u00a0", "\u202f"


def prose(briefs: Briefs, language: str) -> str:
    """Return headings, paragraphs and notes of a brief, each on a line."""
    blocks = walk(briefs.write(language).document.blocks)
    return "\n".join(plain(one.inlines) for one in blocks if isinstance(one, Heading | Paragraph))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [f"$67.2{NBSP}billion", "41.8% more", f"17{NBSP}October{NBSP}2023", f"$7.76–14.6{NBSP}billion"],
        ),
        ("fr", [f"67,2{NBSP}milliards{NBSP}$US", f"41,8{NBSP}% de plus", f"17{NBSP}octobre{NBSP}2023"]),
        ("de", [f"67,2{NBSP}Mrd.{NBSP}$", f"41,8{NBSP}% mehr", f"17.{NBSP}Oktober{NBSP}2023"]),
        ("zh", ["672亿美元", "增长41.8%", "2023年10月17日", "77.6–146亿美元"]),
    ],
)
def test_numbers_and_dates_are_written_as_the_language_does(briefs, language, words):
    told = prose(briefs, language)
    assert [word for word in words if word not in told] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["paid “nearly all”", "said ‘an official’"]),
        ("fr", [f"a «{NBSP}presque tout{NBSP}»", f"Est-ce «{NBSP}beaucoup{NBSP}»{NARROW}?"]),
        ("de", ["zahlte „fast alles“", "sagte ‚ein Beamter‘"]),
        ("zh", ["付了“几乎全部”", "发明的专利，“只计一次”"]),
    ],
)
def test_quotation_marks_are_those_of_the_language(briefs, language, words):
    told = prose(briefs, language)
    assert [word for word in words if word not in told] == []


def test_french_sets_spaces_before_its_marks_and_no_line_breaks_at_them(briefs):
    told = prose(briefs, "fr")
    for words in (f"Oui{NARROW}!", f"2023{NARROW}; voir", f"(2023){NBSP}: 62,5{NBSP}% de"):
        assert words in told
    assert not re.search(r" [:;!?%»]|« ", told)


@pytest.mark.parametrize(
    ("language", "labels", "titles", "genre"),
    [
        ("en", ["Figure 1", "Table 1", "Box 1"], ["Key findings", "References"], "Policy brief"),
        ("fr", ["Figure 1", "Tableau 1", "Encadré 1"], ["Points clés", "Références"], "Note d’orientation"),
        ("de", ["Abbildung 1", "Tabelle 1", "Kasten 1"], ["Kernaussagen", "Literatur"], "Policy Brief"),
        ("zh", ["图 1", "表 1", "专栏 1"], ["主要发现", "参考文献"], "政策简报"),
    ],
)
def test_labels_and_titles_are_told_in_the_language(briefs, language, labels, titles, genre):
    document = briefs.write(language).document
    found = [
        one.label for one in walk(document.blocks) if isinstance(one, Figure | Table | Box) and one.label
    ]
    told = {plain(one.title) for one in document.blocks if hasattr(one, "title")}
    assert found == labels
    assert told >= set(titles)
    assert document.meta.genre == genre


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_references_are_sorted_by_the_alphabet_of_the_language_not_by_code(briefs, language):
    found = [plain(one.inlines) for one in briefs.write(language).document.references]
    assert [one[:3] for one in found] == ["Ähr", "Écr", "Mül", "王小明"]


def test_sources_are_cited_in_the_language(briefs):
    assert "(Müller & O’Neill, 2024, S. 12)" in prose(briefs, "de")
    assert "41.8%[1, 第12页]" in prose(briefs, "zh")
    assert "另见Ährenfeld [2]" in prose(briefs, "zh")


# The three formats.


@pytest.mark.parametrize(
    "language", ["zh", *(pytest.param(one, marks=pytest.mark.conformance) for one in ("en", "fr", "de"))]
)
def test_the_three_formats_say_what_the_document_says(briefs, language):
    document = briefs.write(language).document
    meant, words = told_by_document(document), document.words
    outputs = {form: briefs.render(language, form) for form in FORMATS}
    read = {
        "html": told_by_html(outputs["html"]),
        "docx": told_by_docx(outputs["docx"], words["numbers"]),
        "pdf": read_pdf(outputs["pdf"], words["references"], words["numbers"]).told(meant),
    }
    if language == "en":
        del read["pdf"]  # pdfium gives the letters of Arabic in the order in which they stand
    for form, told in read.items():
        assert not differences(closed(meant), closed(told), ("document", form))


def closed(told: Told) -> Told:
    """Return what is told without spaces, which a PDF in Chinese has not at the ends of its lines.

    Nor with the pages that only a layout knows, and the hyphens that it set.
    """
    pages = re.compile(r"\((?:第\d+页|p\.\d+|S\.\d+)\)")
    return Told(
        {
            kind: [pages.sub("", re.sub(r"[\s‐]", "", one)) for one in held]
            for kind, held in told.by_kind.items()
        }
    )


def lines(pdf: bytes) -> list[str]:
    """Return the lines of a PDF as a reader copies them."""
    with pypdfium2.PdfDocument(pdf) as pages:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    return [line.strip() for line in text.replace("\r", "").split("\n") if line.strip()]


def test_german_words_are_divided_where_german_divides_them(briefs):
    found = lines(briefs.render("de", "pdf"))
    assert any(re.search(r"Donau\W?$", line) for line in found)
    assert any(line.startswith("dampfschiff") for line in found)


def test_no_line_of_chinese_begins_with_a_mark_that_closes_or_ends_with_one_that_opens(briefs):
    found = lines(briefs.render("zh", "pdf"))
    assert len([line for line in found if re.match("[\u4e00-\u9fff]", line)]) > 20
    assert [line for line in found if line[0] in "，。、；：？！）》”"] == []
    assert [line for line in found if line[-1] in "（《“"] == []


def test_chinese_marks_are_set_full_width(briefs):
    """The quotation marks are those of the Chinese family, the digits those of the theme's own."""
    fonts = fonts_of(briefs.render("zh", "pdf"))
    assert "Noto-Serif-SC" in fonts["“"]
    assert "Source-Serif-Pro" in fonts["6"]


def fonts_of(pdf: bytes) -> dict[str, set[str]]:
    """Return for each character the names of the fonts that set it, without their subset's prefix."""
    import ctypes

    from pypdfium2 import raw

    found: dict[str, set[str]] = {}
    with pypdfium2.PdfDocument(pdf) as pages:
        for page in pages:
            text = page.get_textpage()
            for place in range(text.count_chars()):
                name, flags = ctypes.create_string_buffer(99), ctypes.c_int()
                raw.FPDFText_GetFontInfo(text.raw, place, name, 99, flags)
                char = chr(raw.FPDFText_GetUnicode(text.raw, place))
                found.setdefault(char, set()).add(name.value.decode().rpartition("+")[2])
    return found


def test_a_page_in_chinese_carries_its_signs_and_stays_small(briefs):
    page = briefs.render("zh", "html")
    without_programs = re.sub(rb"<script.*?</script>", b"", page, flags=re.DOTALL)
    assert b'font-family:"Noto Serif SC"' in without_programs
    assert len(without_programs) < 400_000


def test_a_word_file_names_the_chinese_family_and_does_not_carry_it(briefs):
    with ZipFile(BytesIO(briefs.render("zh", "docx"))) as package:
        theme, table = (
            package.read(f"word/{name}").decode() for name in ("theme/theme1.xml", "fontTable.xml")
        )
        assert sum(one.file_size for one in package.infolist() if "fonts/" in one.filename) < 2_000_000
    assert (
        theme.count('<a:ea typeface="Noto Serif SC"/>') == theme.count('<a:ea typeface="Noto Sans SC"/>') == 1
    )
    assert '<a:cs typeface="Noto Naskh Arabic"/>' in theme or '<a:cs typeface="Noto Serif Hebrew"/>' in theme
    assert 'w:name="Noto Sans SC"' in table


# What no font has, and what runs the other way.


@pytest.mark.parametrize("form", FORMATS)
def test_a_character_that_no_family_has_is_named_in_every_format(briefs, form):
    one = briefs.write("en")
    block = Paragraph((Text("ᚠᚢ"),), span=Span("narrative.md", 7, 7))
    with pytest.raises(RenderError) as caught:
        render(form, replace(one.document, blocks=(block,)), one.theme, briefs.cache)
    told = [str(fault.message) for fault in caught.value.faults]
    assert told == [
        "no font of the theme has the character 'ᚠ' (U+16A0)",
        "no font of the theme has the character 'ᚢ' (U+16A2)",
    ]
    assert caught.value.faults[0].place.line == 7
    assert "Source Serif Pro" in caught.value.faults[0].hint


def test_passages_from_right_to_left_say_so(briefs):
    document = briefs.write("en").document
    assert [one.language for one in walk(document.blocks) if isinstance(one, Passage)] == ["he", "ar", "zh"]
    told = " ".join(lines(briefs.render("en", "pdf")))
    assert "מכונה" in told
    fonts = fonts_of(briefs.render("en", "pdf"))
    assert fonts["מ"] == {"Noto-Serif-Hebrew"}
