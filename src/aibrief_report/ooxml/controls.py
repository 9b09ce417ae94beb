"""Content controls: text that carries a name through editing."""

from __future__ import annotations

from aibrief_report.ooxml.ids import control_alias, control_tag
from aibrief_report.ooxml.markup import Xml, tag
from aibrief_report.ooxml.runs import PLAIN, Look, run_properties


def inline_control(name: str, label: str, number: int, content: Xml, look: Look = PLAIN) -> Xml:
    """Return runs in a content control that carries `name` in its tag and, after `label`, in its title.

    Both, because LibreOffice before 25.2 drops tags when it saves but keeps titles. The control is not
    bound to data: LibreOffice strips bound controls, and Word would show the data instead of the run.
    """
    properties = tag(
        "w:sdtPr",
        run_properties(look),
        tag("w:alias", w_val=control_alias(label, name)),
        tag("w:tag", w_val=control_tag(name)),
        tag("w:id", w_val=number),
    )
    return tag("w:sdt", properties, tag("w:sdtContent", content))


def contents_control(number: int, paragraphs: Xml) -> Xml:
    """Return paragraphs as a table of contents that Word offers to update at its top."""
    gallery = tag(
        "w:docPartObj",
        tag("w:docPartGallery", w_val="Table of Contents"),
        tag("w:docPartUnique"),
    )
    properties = tag("w:sdtPr", tag("w:id", w_val=number), gallery)
    return tag("w:sdt", properties, tag("w:sdtContent", paragraphs))
