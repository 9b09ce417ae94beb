"""The files that the PDF carries, each with what it is to the document (ISO 19005-3, 6.8)."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import md5
from typing import Any

from aibrief_report.model.document import Attachment, Document
from aibrief_report.render.carried import carried


def embed_files(document: Document, pdf: Any) -> Mapping[str, bytes]:
    """Embed all that a document carries in a PDF (a `pydyf.PDF`); return references to the files, by name."""
    import pydyf  # type: ignore[import-untyped]  # comes with WeasyPrint, ships no types

    files = {one.name: _file(one, document.meta.date, pdf) for one in carried(document)}
    if not files:
        return {}
    names = pydyf.Array()
    for name in sorted(files):  # a name tree is sorted (ISO 32000-1, 7.9.6)
        names += [pydyf.String(name), files[name]]
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    pdf.catalog["AF"] = pydyf.Array(files.values())
    return files


def _file(attachment: Attachment, date: str, pdf: Any) -> bytes:
    """Add one file; return the reference to its specification."""
    import pydyf

    data = attachment.data.encode()
    params = {"Size": len(data), "CheckSum": f"<{md5(data, usedforsecurity=False).hexdigest()}>"}
    if date:
        params["ModDate"] = pydyf.String(f"D:{date.replace('-', '')}")
    told = {
        "Type": "/EmbeddedFile",
        "Subtype": pydyf.name(attachment.media_type),
        "Params": pydyf.Dictionary(params),
    }
    stream = pydyf.Stream([data], told, compress=True)
    pdf.add_object(stream)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(attachment.name),
            "UF": pydyf.String(attachment.name),
            "Desc": pydyf.String(attachment.description),
            "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
            "AFRelationship": f"/{attachment.relationship}",
        }
    )
    pdf.add_object(specification)
    return bytes(specification.reference)
