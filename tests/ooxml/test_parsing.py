"""XML that someone else wrote: what could do harm is refused, with its place."""

import pytest

from aibrief_report.errors import InputError
from aibrief_report.ooxml.parsing import parse

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def test_plain_xml_is_read():
    assert parse("<a>é</a>".encode(), "a.xml").text == "é"


def test_utf_16_is_read():
    assert parse('<?xml version="1.0" encoding="UTF-16"?><a>é</a>'.encode("utf-16"), "a.xml").text == "é"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_entities_are_refused_in_every_encoding(encoding):
    with pytest.raises(InputError, match=r"a\.xml: the XML declares a document type"):
        parse(LAUGHS.encode(encoding), "a.xml")


def test_an_entity_from_a_file_is_refused():
    text = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    with pytest.raises(InputError, match="document type"):
        parse(text, "a.xml")


def test_an_encoding_that_could_hide_a_document_type_is_refused():
    with pytest.raises(InputError, match="neither UTF-8 nor UTF-16"):
        parse('<?xml version="1.0" encoding="latin-1"?><x>é</x>'.encode("latin-1"), "a.xml")


def test_a_fault_names_line_and_column():
    with pytest.raises(InputError, match=r"a\.xml:2:\d+: the XML is not well-formed"):
        parse(b"<a>\n<b></a>", "a.xml")


def test_endless_nesting_is_refused():
    with pytest.raises(InputError, match="not well-formed"):
        parse(b"<a>" * 300 + b"</a>" * 300, "a.xml")


def test_an_empty_file_is_refused():
    with pytest.raises(InputError):
        parse(b"", "a.xml")
