"""Word files as templates: what is found in them, and what is refused."""

import io
import zipfile

import pytest

from aibrief_report.errors import BriefError
from aibrief_report.ooxml.names import Relation
from aibrief_report.ooxml.packages import write_package
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.templates import read_template
from tests.render.docx.house.templates import changed, foreign, own, with_members

RELS = "word/_rels/document.xml.rels"
HEADER = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><w:p>{}</w:p></w:hdr>'
)


def with_header(content: str, *links: str) -> bytes:
    """A template whose header holds something, and relates to something."""
    relation = f'<Relationship Id="rIdH" Type="{Relation.HEADER}" Target="header9.xml"/></Relationships>'
    types = (
        '<Override PartName="/word/header9.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.header+xml"/></Types>'
    )
    related = changed(
        foreign(),
        **{
            RELS: lambda xml: xml.replace("</Relationships>", relation),
            "[Content_Types].xml": lambda xml: xml.replace("</Types>", types),
        },
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    held = f'<Relationships xmlns="{namespace}">{"".join(links)}</Relationships>'
    members = {"word/header9.xml": HEADER.format(content).encode()}
    return with_members(related, **members, **{"word/_rels/header9.xml.rels": held.encode()})


def refused(data: bytes) -> str:
    """What is told of a file that is no usable template."""
    with pytest.raises(BriefError) as caught:
        read_template(data, "house.docx")
    return str(caught.value)


def test_a_template_knows_its_parts_by_what_they_are_to_the_document():
    template = read_template(foreign(), "house.docx")
    assert template.main == "word/document.xml"
    assert template.part(Relation.STYLES) == "word/styles.xml"
    assert template.part(Relation.FOOTNOTES) == ""


def test_a_template_in_word_s_own_template_format_is_read_as_well():
    kind = "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml"
    dotx = changed(foreign(), **{"[Content_Types].xml": lambda xml: xml.replace(*kind)})
    assert read_template(dotx, "house.dotx").main == "word/document.xml"


def test_a_document_of_ours_can_be_a_template():
    template = read_template(own(), "house.docx")
    assert {link.target for link in template.furniture()} == {f"word/footer{n}.xml" for n in (1, 2, 3, 4)}


def test_macros_are_refused():
    told = refused(with_members(foreign(), **{"word/vbaProject.bin": b"\0"}))
    assert "the package has macros" in told
    assert "save it as a plain .docx" in told


def test_a_template_that_another_one_is_attached_to_says_how_to_detach_it():
    attached = (
        '<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'attachedTemplate" Target="file:///C:/house.dotm" TargetMode="External"/></Relationships>'
    )
    told = refused(changed(foreign(), **{RELS: lambda xml: xml.replace("</Relationships>", attached)}))
    assert "fetches 'file:///C:/house.dotm' from outside (attachedTemplate)" in told


def test_entities_are_refused_in_every_part_that_is_read():
    for name in ("word/styles.xml", "word/document.xml", "word/theme/theme1.xml"):
        hostile = b'<!DOCTYPE w [<!ENTITY a "aa">]>' + dict(read_package(foreign()))[name].partition(b"?>")[2]
        assert "declares a document type" in refused(with_members(foreign(), **{name: hostile}))


def test_a_part_that_unpacks_to_far_more_than_its_size_is_refused():
    held = io.BytesIO(foreign())
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/media/image1.png", b"\0" * 2**23)
    assert "unpacks to more than 200 times its size" in refused(held.getvalue())


def test_a_workbook_is_no_template():
    kind = "wordprocessingml.document.main+xml", "spreadsheetml.sheet.main+xml"
    assert "no document of Word" in refused(
        changed(foreign(), **{"[Content_Types].xml": lambda xml: xml.replace(*kind)})
    )


def test_bytes_that_are_no_package_are_refused():
    assert "house.docx: the package is damaged" in refused(b"not a zip file")
    assert "no document of Word" in refused(write_package({"a.txt": b"text"}))


@pytest.mark.parametrize(
    "instruction",
    [
        "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",
        "INCLUDEPICTURE http://x.org/a.png",
        "MACROBUTTON Run me",
    ],
)
def test_fields_that_fetch_or_run_are_refused(instruction):
    kind = instruction.split()[0]
    short = f'<w:fldSimple w:instr=" {instruction} "/>'
    long = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction[:4]}</w:instrText></w:r>"
        f"<w:r><w:instrText>{instruction[4:]} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    for written in (short, long):
        told = refused(with_header(written))
        assert f"house.docx!word/header9.xml: it has a field that is not taken over: {kind}" in told


IMAGE = f'<Relationship Id="r1" Type="{Relation.IMAGE}" Target="http://x.org/a.png" TargetMode="External"/>'
SHAPE = '<w:r><w:pict><v:shape><v:imagedata src="http://x.org/a.png"/></v:shape></w:pict></w:r>'


def test_pictures_from_outside_are_refused():
    assert "it shows a picture from outside the file" in refused(with_header(SHAPE))
    assert "fetches 'http://x.org/a.png' from outside (image)" in refused(with_header("", IMAGE))


def test_a_header_with_more_than_text_and_pictures_is_refused_and_all_faults_are_told():
    chart = '<Relationship Id="r1" Type="http://x.org/relationships/chart" Target="charts/chart1.xml"/>'
    told = refused(with_header('<w:fldSimple w:instr="DATE"/>', chart))
    assert "it holds more than text and pictures (chart)" in told
    assert "it has a field that is not taken over: DATE" in told
