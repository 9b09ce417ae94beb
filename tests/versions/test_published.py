"""A published file tells its version by its metadata."""

import io
import zipfile
import zlib

import pytest

from aibrief_report.ooxml.properties import custom_properties
from aibrief_report.versions.published import version_names

NAME = "86c48837befa"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(**properties: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("docProps/custom.xml", custom_properties(properties))
    return held.getvalue()


def pdf(*parts: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"\n".join(parts) + b"\n%%EOF"


def packed(text: bytes) -> bytes:
    data = zlib.compress(text)
    head = b"<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length %d >>\nstream\n" % len(data)
    return head + data + b"\nendstream"


XMP = b'<?xpacket begin="" id=""?><xmp:Identifier>' + NAME.encode() + b'</xmp:Identifier><?xpacket end="r"?>'


@pytest.mark.parametrize(
    "data",
    [
        docx(**{"aibrief-version": NAME}),
        pdf(b"trailer << /ID [(86c48837befa) (5bf0a2b9209623dafd07e7c5a4c64f6b)] >>"),
        pdf(b"trailer << /ID [<383663343838333762656661> <00>] >>"),
        pdf(XMP),
        pdf(packed(XMP)),
        b'<!doctype html><head><meta name="version" content="86c48837befa"></head>',
        b"<META CONTENT='86c48837befa' NAME='DC.identifier'>",
    ],
    ids=["docx", "pdf-id", "pdf-id-hex", "pdf-xmp", "pdf-xmp-packed", "html", "html-dublin-core"],
)
def test_the_version_is_found(data):
    assert version_names(data)[0] == NAME


@pytest.mark.parametrize(
    "data",
    [
        docx(other=NAME),
        b"PK no zip at all",
        pdf(b"<< /Title (86c48837befa) >>"),
        pdf(packed(XMP)[:80] + b"damaged"),
        b"<p>86c48837befa</p>",
        b'<meta name="version" content="86c48837befa0123">',
        b"",
    ],
    ids=["other-property", "no-package", "no-identifier", "damaged-stream", "text", "longer-hash", "empty"],
)
def test_anything_else_tells_no_version(data):
    assert version_names(data) == ()


def test_a_pdf_with_several_identifiers_tells_all():
    found = version_names(pdf(b"/ID [(000000000000) (86c48837befa)]", b"/ID [(86c48837befa) (11)]"))
    assert found == ("000000000000", NAME)
