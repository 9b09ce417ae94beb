"""What the PDF says of itself: an XMP packet that names both standards (ISO 16684-1; ISO 19005-3, 6.6).

WeasyPrint writes one standard's name only, and no language, publisher, licence or keywords one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape

from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain

_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = '<?xpacket end="r"?>'
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

_EXTENSION = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""PDF/A allows only properties that it knows or that the packet explains (ISO 19005-3, 6.6.2.3)."""


def write_metadata(document: Document, pdf: Any) -> None:
    """Replace the metadata of a PDF (a `pydyf.PDF`) by the whole packet."""
    import pydyf  # type: ignore[import-untyped]  # comes with WeasyPrint, ships no types

    producer = pdf.info["Producer"].string
    # Not compressed, so that tools that know nothing of PDF find it.
    packet = pydyf.Stream([xmp(document, producer).encode()], {"Type": "/Metadata", "Subtype": "/XML"})
    place = int(pdf.catalog["Metadata"].split()[0])
    packet.number = place
    pdf.objects[place] = packet


def xmp(document: Document, producer: str) -> str:
    """Return the packet. `producer` is what wrote the PDF, as in its information dictionary."""
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items() if prefix != "rdf")
    told = "\n".join(f"<{name}>{value}</{name}>" for name, value in _properties(document, producer))
    return (
        f'{_BEGIN}\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_SPACES["rdf"]}">'
        f'<rdf:Description rdf:about=""{spaces}>\n{told}\n{_EXTENSION}\n'
        f"</rdf:Description></rdf:RDF></x:xmpmeta>\n{_END}"
    )


def _properties(document: Document, producer: str) -> Iterator[tuple[str, str]]:
    """Yield the properties that have a value, as XML."""
    meta = document.meta
    subject = meta.description or plain(meta.subtitle)
    yield from (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1"))
    yield from (("dc:format", "application/pdf"), ("dc:title", _said(plain(meta.title))))
    yield "dc:language", _array("Bag", [meta.language])
    found = (
        ("dc:creator", _array("Seq", [author.name for author in meta.authors])),
        ("dc:description", _said(subject)),
        ("dc:subject", _array("Bag", meta.keywords)),
        ("pdf:Keywords", escape(", ".join(meta.keywords))),
        ("dc:publisher", _array("Bag", [meta.publisher] if meta.publisher else [])),
        ("dc:date", _array("Seq", [meta.date] if meta.date else [])),
        ("dc:rights", _said(meta.licence)),
        ("xmpRights:WebStatement", escape(meta.licence_url)),
        ("dc:identifier", escape(document.version)),
        ("xmp:CreateDate", escape(meta.date)),
        ("xmp:ModifyDate", escape(meta.date)),
        ("xmp:CreatorTool", "aibrief-report"),
        ("pdf:Producer", escape(producer)),
    )
    yield from ((name, value) for name, value in found if value)


def _said(words: str) -> str:
    """Return words as a language alternative; empty for none."""
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(words)}</rdf:li></rdf:Alt>' if words else ""


def _array(kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""
