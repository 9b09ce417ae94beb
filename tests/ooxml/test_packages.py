"""Packages: read with suspicion, written the same each time."""

import io
import struct
import zipfile
import zlib

import pytest

from aibrief_report.errors import InputError
from aibrief_report.ooxml import reading
from aibrief_report.ooxml.packages import content_hash, normalise, write_package
from aibrief_report.ooxml.parts import content_types, relationships, relationships_name
from aibrief_report.ooxml.reading import read_package

RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(members, **options):
    """A zip file as a careless program writes it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", options.get("method", zipfile.ZIP_DEFLATED)) as package:
        for name, data in members:
            info = zipfile.ZipInfo(name, options.get("date", (2024, 5, 6, 7, 8, 10)))
            package.writestr(info, data, compress_type=package.compression)
    return held.getvalue()


def external(kind, target):
    """The relationships of a part that fetches something from outside."""
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    one = f'<Relationship Id="r" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    return zipped([(RELS, f"{head}{one}</Relationships>")])


def test_members_are_read_by_name():
    assert read_package(zipped([("a/b.xml", "<a/>")])) == {"a/b.xml": b"<a/>"}


def test_what_is_no_zip_file_is_refused():
    with pytest.raises(InputError, match=r"brief\.docx: the package is damaged"):
        read_package(b"not a zip", "brief.docx")


def test_a_cut_off_file_is_refused():
    with pytest.raises(InputError, match="damaged"):
        read_package(zipped([("a.xml", "<a/>" * 100)])[:-30])


def test_a_member_whose_bytes_were_changed_is_refused():
    package = bytearray(zipped([("a.xml", "<a/>")], method=zipfile.ZIP_STORED))
    package[package.index(b"<a/>") + 1] = ord("b")
    with pytest.raises(InputError, match="damaged"):
        read_package(bytes(package))


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "a/../../b.xml", "a\\b.xml", "C:/a.xml", "a//b.xml"])
def test_a_name_that_points_outside_is_refused(name):
    with pytest.raises(InputError, match="points outside"):
        read_package(zipped([(name, "<a/>")]))


def test_names_that_differ_in_case_only_are_one_name():
    with pytest.raises(InputError, match="two members have this name"):
        read_package(zipped([("a.xml", "<a/>"), ("A.xml", "<a/>")]))


def test_an_encrypted_member_is_refused():
    package = bytearray(zipped([("a.xml", "<a/>")]))
    entry = package.index(b"PK\x01\x02")
    struct.pack_into("<H", package, entry + 8, 1)
    with pytest.raises(InputError, match="encrypted"):
        read_package(bytes(package))


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(InputError, match="more than 200 times its size"):
        read_package(zipped([("a.xml", b"0" * (reading.RATIO_FROM + 1))]))


def test_a_package_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)
    with pytest.raises(InputError, match="unpacks to more than"):
        read_package(zipped([("a.xml", bytes(1001))]))


def test_a_package_of_too_many_members_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_MEMBERS", 2)
    with pytest.raises(InputError, match="has 3 members"):
        read_package(zipped([(f"{one}.xml", "") for one in "abc"]))


def test_a_directory_that_lies_about_a_length_is_refused():
    package = bytearray(zipped([("a.xml", "<a/>" * 10)]))
    struct.pack_into("<I", package, package.index(b"PK\x01\x02") + 24, 8)
    with pytest.raises(InputError, match="damaged"):
        read_package(bytes(package))


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/vbaData.xml", "word/activeX/activeX1.xml"])
def test_macros_are_refused(name):
    with pytest.raises(InputError, match="has macros"):
        read_package(zipped([(name, "")]))


def test_a_content_type_with_macros_is_refused():
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    with pytest.raises(InputError, match="has macros"):
        read_package(zipped([("[Content_Types].xml", kind)]))


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "frame", "subDocument"])
def test_a_part_that_fetches_something_from_outside_is_refused(kind):
    with pytest.raises(InputError, match=f"from outside \\({kind}\\)"):
        read_package(external(kind, "https://example.org/x"))


@pytest.mark.parametrize(
    "target",
    ["https://example.org/", " https://example.org/", "mailto:a@example.org", "table.xlsx", "/a/b", "#_fig"],
)
def test_a_hyperlink_may_lead_outside(target):
    assert RELS in read_package(external("hyperlink", target))


@pytest.mark.parametrize(
    "target",
    [
        *("javascript:alert(1)", "file:///etc/passwd", "//host/share", "\\\\host\\share", "ms-word:x"),
        *(" file:///etc/passwd", "\u00a0javascript:alert(1)", " //host/share", "/\\host/share"),
    ],
)
def test_a_hyperlink_that_runs_something_is_refused(target):
    with pytest.raises(InputError, match="may run a program or reach into a network"):
        read_package(external("hyperlink", target))


def test_all_faults_are_told_at_once():
    with pytest.raises(InputError) as caught:
        read_package(zipped([("../a", ""), ("/b", "")]))
    assert len(caught.value.faults) == 2


def test_order_and_times_of_members_do_not_matter():
    members = [("word/document.xml", "<a/>"), ("[Content_Types].xml", "<t/>"), ("_rels/.rels", "<r/>")]
    one = zipped(members)
    other = zipped(reversed(members), date=(1999, 1, 1, 0, 0, 0), method=zipfile.ZIP_STORED)
    assert normalise(one) == normalise(other)


def test_the_content_types_come_first_and_the_rest_by_name():
    made = write_package({"b": b"", "a": b"", "[Content_Types].xml": b""})
    assert zipfile.ZipFile(io.BytesIO(made)).namelist() == ["[Content_Types].xml", "a", "b"]


def test_every_member_has_the_first_date_that_zip_knows():
    (info,) = zipfile.ZipFile(io.BytesIO(write_package({"a": b""}))).infolist()
    assert (info.date_time, info.create_system, info.external_attr) == ((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16)


def workbook(date, clock):
    core = f'<c xmlns:dcterms="d"><dcterms:created t="x">{clock}</dcterms:created></c>'
    return zipped([("xl/workbook.xml", "<w/>"), ("docProps/core.xml", core)], date=date)


def test_an_embedded_workbook_is_normalised_too():
    one = zipped([("word/embeddings/s1.xlsx", workbook((2001, 1, 1, 0, 0, 0), "2001-01-01T00:00:00Z"))])
    other = zipped([("word/embeddings/s1.xlsx", workbook((2002, 2, 2, 0, 0, 0), "2002-02-02T00:00:00Z"))])
    assert one != other
    assert normalise(one) == normalise(other)
    inner = read_package(read_package(normalise(one))["word/embeddings/s1.xlsx"])
    assert b'<dcterms:created t="x">1980-01-01T00:00:00Z</dcterms:created>' in inner["docProps/core.xml"]


def test_normalising_twice_changes_nothing():
    once = normalise(zipped([("b.xml", "<b/>"), ("a.xml", "<a/>")]))
    assert normalise(once) == once


def test_the_content_hash_does_not_depend_on_compression():
    inner = {"xl/workbook.xml": b"<w/>" * 50}
    one = write_package({"a.xml": b"<a/>" * 50, "x/embeddings/s.xlsx": write_package(inner, 9)}, 9)
    other = write_package({"a.xml": b"<a/>" * 50, "x/embeddings/s.xlsx": write_package(inner, 0)}, 0)
    assert one != other
    assert content_hash(one) == content_hash(other)


def picture(level, colour=b"\x10", parts=1, text=b""):
    """A PNG of a few rows, its data packed at a level and cut into chunks."""
    packed = zlib.compress(b"".join(b"\0" + colour * 60 for _ in range(20)), level)
    cut = [packed[at * len(packed) // parts : (at + 1) * len(packed) // parts] for at in range(parts)]
    head = struct.pack(">IIBBBBB", 20, 20, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), *((b"IDAT", one) for one in cut), (b"tEXt", text), (b"IEND", b"")]
    spelled = (struct.pack(">I", len(held)) + kind + held + bytes(4) for kind, held in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(spelled)


def test_the_content_hash_does_not_depend_on_how_pictures_are_compressed():
    hashes = {
        content_hash(write_package({"a.png": one})) for one in (picture(0), picture(9), picture(9, parts=3))
    }
    assert len(hashes) == 1


def test_the_content_hash_depends_on_what_pictures_show_and_say():
    held = (picture(9), picture(9, b"\x11"), picture(9, text=b"a"), picture(9)[:-20], picture(9)[:60], b"")
    assert len({content_hash(write_package({"a.png": one})) for one in held}) == len(held)


def test_the_content_hash_depends_on_names_and_bytes():
    hashes = {content_hash(write_package(one)) for one in ({"a": b"1"}, {"a": b"2"}, {"b": b"1"})}
    assert len(hashes) == 3


def test_content_types_are_usual_ones_by_ending_and_others_by_part():
    made = content_types({"word/media/a.png": "image/png", "word/document.xml": "application/x"}).decode()
    assert '<Default Extension="png" ContentType="image/png"/>' in made
    assert '<Override PartName="/word/document.xml" ContentType="application/x"/>' in made
    assert "a.png" not in made


def test_relationships_have_their_place_beside_their_part():
    assert relationships_name("word/document.xml") == RELS
    assert relationships_name("") == "_rels/.rels"
    assert b'<Relationship Id="rId1" Type="t" Target="a.xml"/>' in relationships([("rId1", "t", "a.xml")])
