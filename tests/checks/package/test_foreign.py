"""Files from elsewhere: what other programs write is read, and what nobody should write breaks nothing."""

import pypandoc
import pytest
from lxml import etree

from aibrief_report.checks.package.subject import read_word_file
from aibrief_report.errors import BriefError, InputError
from aibrief_report.ooxml.packages import write_package
from tests.checks.package.sound import CHART, COMMENTS, DOCUMENT, found_in, holding, planted, sound
from tests.documents import png

XML = [name for name in sound() if name.endswith((".xml", ".rels"))]
WORDS = """# One

Text[^1], [a link](https://example.org), [another](#two) and ![a picture](p.png).

| a | b |
|---|---|
| 1 | 2 |

## Two

1. one

[^1]: A note.
"""


def codes(members):
    return {one.rule.code for one in found_in(members)}


def test_what_pandoc_writes_has_no_errors(tmp_path):
    (tmp_path / "p.png").write_bytes(png(8, 3))
    file = tmp_path / "p.docx"
    options = ["--metadata=title:T", f"--resource-path={tmp_path}"]
    pypandoc.convert_text(WORDS, "docx", "markdown", outputfile=str(file), extra_args=options)
    members = read_word_file(file.read_bytes(), "p.docx").members
    found = [one for one in found_in(members) if one.rule.severity == "error"]
    assert found == []


def test_what_python_docx_writes_has_no_errors(tmp_path):
    import docx

    document = docx.Document()
    document.add_heading("One", 1)
    document.add_paragraph("one", style="List Bullet")
    document.add_table(2, 2)
    document.save(str(tmp_path / "d.docx"))
    members = read_word_file((tmp_path / "d.docx").read_bytes(), "d.docx").members
    assert codes(members) == {"AB632", "AB635", "AB637"}


def test_what_is_for_older_readers_only_counts_once():
    """Word writes a text box twice, for readers of two ages, with the same ids in both."""
    box = '<w:p w14:paraId="0A0B0C0D"><w:bookmarkStart w:id="71" w:name="x"/><w:bookmarkEnd w:id="71"/></w:p>'
    twice = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w14">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p><w:sectPr"
    )
    text = sound()[DOCUMENT].decode().replace("<w:sectPr", twice, 1)
    assert found_in(planted(holding(DOCUMENT, text.encode()))) == ()


def test_the_controls_of_others_are_no_numbers():
    other = '<w:sdt><w:sdtPr><w:tag w:val="CITATION_7"/></w:sdtPr><w:sdtContent><w:r/></w:sdtContent></w:sdt>'
    text = sound()[DOCUMENT].decode().replace("<w:bookmarkStart", f"{other}<w:bookmarkStart", 1)
    assert found_in(planted(holding(DOCUMENT, text.encode()))) == ()


def test_numbers_are_asked_for_in_files_made_here_only():
    members = planted(
        holding("docProps/custom.xml", b"<Properties/>"), holding("customXml/item1.xml", b"<a/>")
    )
    assert codes(members) == set()


def test_charts_may_take_a_row_of_cells_or_a_name():
    for formula in ("Data!$A$2:$C$2", "[0]!Values", "(Data!$A$2,Data!$A$4)"):
        chart = sound()[CHART].decode().replace("Data!$B$2:$B$3", formula)
        told = [one.finding.message for one in found_in(planted(holding(CHART, chart.encode())))]
        assert not any("no cells" in message for message in told), told


def test_the_strict_dialect_is_not_read():
    transitional, strict = (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    )
    name = "_rels/.rels"
    members = planted(holding(name, sound()[name].replace(transitional, strict)))
    with pytest.raises(InputError, match="strict form of Open XML"):
        found_in(members)


def test_a_workbook_is_no_docx():
    with pytest.raises(InputError, match="holds no Word document"):
        found_in(planted(holding(DOCUMENT, b"<workbook/>")))


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("data", [b"", b"<x/>"], ids=["empty", "other"])
def test_any_part_may_hold_nonsense(name, data):
    try:
        found_in(planted(holding(name, data)))
    except BriefError:
        assert name in (DOCUMENT, "_rels/.rels")


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("value", ["★", "-1"])
def test_any_attribute_may_hold_nonsense(name, value):
    root = etree.fromstring(sound()[name])
    for one in root.iter(etree.Element):
        for key in one.attrib:
            if name.endswith(".rels") and key in ("Type", "Target"):
                continue
            one.set(key, value)
    found_in(planted(holding(name, etree.tostring(root))))


def test_reading_a_file_changes_nothing_in_it():
    data = write_package(sound())
    members = read_word_file(data, "a.docx").members
    assert write_package(members) == data
    assert COMMENTS in members
