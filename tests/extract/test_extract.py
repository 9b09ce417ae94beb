import io
import json
import zipfile

import pikepdf
import pytest

from aibrief_report.errors import InputError, Place
from aibrief_report.extract import parcel as parcels
from aibrief_report.extract.extract import extract
from aibrief_report.extract.parcel import parcel, safe_name
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.render.html.page import render_html
from tests.documents import plain_theme, torture
from tests.render.pdfs import torture_pdf


def pdf_with(*files: tuple[str, bytes], **save: object) -> bytes:
    """A PDF with these files attached."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for number, (name, data) in enumerate(files):
            pdf.attachments[f"{number}"] = pikepdf.AttachedFileSpec(pdf, data, filename=name)
        out = io.BytesIO()
        pdf.save(out, **save)
    return out.getvalue()


def test_a_brief_gives_back_its_rows_and_charts():
    found = extract(torture_pdf(), "brief.pdf")
    assert sorted(found) == ["fig-contest.vl.json", "fig-gap.vl.json", "figure-1.csv"]
    assert found["figure-1.csv"] == b"year,usa,chn\r\n2023,67.2,7.76\r\n"
    assert "$schema" in json.loads(found["fig-gap.vl.json"]) or json.loads(found["fig-gap.vl.json"])


def test_any_pdf_will_do():
    assert extract(pdf_with(("a.txt", b"A"), ("é.bin", b"\x00")), "any.pdf") == {
        "a.txt": b"A",
        "é.bin": b"\x00",
    }


def test_a_pdf_without_files_carries_nothing():
    assert extract(pdf_with(), "any.pdf") == {}


def test_a_docx_gives_its_workbooks_and_custom_xml():
    found = extract(render_docx(torture(), plain_theme()), "brief.docx")
    assert "item1.xml" in found
    assert found["Microsoft_Excel_Worksheet1.xlsx"].startswith(b"PK")


def test_a_page_gives_its_downloads():
    found = extract(render_html(torture(), plain_theme()), "brief.html")
    assert b"67.2" in found["fig-gap.csv"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("rows.csv", "rows.csv"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/", "file"),
        ("..", "file"),
        (".bashrc", "bashrc"),
        ("C:evil.txt", "Cevil.txt"),
        ("nul.txt", "_nul.txt"),
        ("a\x00b\n.txt", "ab.txt"),
        ("fdp.\u202egnp", "fdp.gnp"),
        ("", "file"),
        ("x" * 400 + ".csv", "x" * 146 + ".csv"),
    ],
)
def test_a_name_leads_nowhere(name, safe):
    assert safe_name(name) == safe


def test_files_of_one_name_are_told_apart():
    files = (("a/x.csv", b"1"), ("b/X.csv", b"2"), ("c/x.csv", b"3"))
    assert parcel(files, Place("f")) == {"x.csv": b"1", "X (2).csv": b"2", "x (3).csv": b"3"}


def test_too_much_is_not_taken_out(monkeypatch):
    monkeypatch.setattr(parcels, "MOST_BYTES", 10)
    with pytest.raises(InputError, match="carries more than"):
        extract(pdf_with(("a.txt", b"x" * 11)), "any.pdf")


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\nnothing more", "any.file: the PDF is damaged"),
        (torture_pdf()[:2000], "any.file: the PDF is damaged"),
        (
            pdf_with(("a", b"A"), encryption=pikepdf.Encryption(user="u", owner="o")),
            "any.file: it is encrypted",
        ),
        (zipped(**{"../up.txt": b"x"}), "points outside the package"),
        (b"PK\x03\x04 broken", "the package is damaged"),
        (b"a text", "neither a PDF, a DOCX nor a page"),
        (b"", "neither a PDF, a DOCX nor a page"),
    ],
    ids=["head-only", "cut", "encrypted", "climbing-zip", "broken-zip", "text", "empty"],
)
def test_what_cannot_be_read_is_told(data, told):
    with pytest.raises(InputError, match=told):
        extract(data, "any.file")
