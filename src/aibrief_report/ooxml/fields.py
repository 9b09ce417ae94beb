"""Fields: text that Word computes, with the result already in it, so that opening the file asks nothing.

Neither `w:dirty` nor `w:updateFields` is ever written: both make Word ask whether to update.
"""

from __future__ import annotations

from aibrief_report.ooxml.ids import bookmark_name
from aibrief_report.ooxml.markup import NOTHING, Xml, escape, tag
from aibrief_report.ooxml.runs import PLAIN, Look, run, run_properties


def simple_field(instruction: str, result: Xml) -> Xml:
    """Return a field in its short form, `w:fldSimple`."""
    return tag("w:fldSimple", result, w_instr=f" {instruction} ")


def field_start(instruction: str, look: Look = PLAIN) -> Xml:
    """Return what stands before a field's result in its long form, which may span paragraphs."""
    properties = run_properties(look)
    asked = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return Xml(
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r>{properties}{asked}</w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(look: Look = PLAIN) -> Xml:
    """Return what stands after a field's result in its long form."""
    return Xml(f'<w:r>{run_properties(look)}<w:fldChar w:fldCharType="end"/></w:r>')


def field(instruction: str, result: Xml, look: Look = PLAIN) -> Xml:
    """Return a field in its long form."""
    return Xml(f"{field_start(instruction, look)}{result}{field_end(look)}")


def sequence(name: str, number: str, restart: bool = False, look: Look = PLAIN) -> Xml:
    """Return a SEQ field, which counts captions of a name. `restart` sets the count to this number."""
    return field(f"SEQ {name} \\* ARABIC" + (f" \\r {number}" if restart else ""), run(number, look), look)


def reference(anchor: str, text: str, look: Look = PLAIN, switch: str = "") -> Xml:
    """Return a REF field: the text of the anchor's bookmark.

    With `switch` it is something else of the bookmark, such as "r", the number of its paragraph.
    """
    instruction = " ".join(
        part for part in ("REF", bookmark_name(anchor), switch and f"\\{switch}", "\\h") if part
    )
    return field(instruction, run(text, look), look)


def page_reference(anchor: str, page: str, look: Look = PLAIN) -> Xml:
    """Return a PAGEREF field: the page of the anchor's bookmark, as it was when written."""
    return field(f"PAGEREF {bookmark_name(anchor)} \\h", run(page, look), look)


def note_reference_again(anchor: str, number: str, look: Look) -> Xml:
    """Return a NOTEREF field: the mark of the footnote whose own mark stands in the anchor's bookmark."""
    return field(f"NOTEREF {bookmark_name(anchor)} \\f \\h", run(number, look), look)


def contents_instruction(deepest: int, pages: bool) -> str:
    """Return the TOC field of headings down to a level, their entries linked, with `pages` or without."""
    return f'TOC \\o "1-{deepest}"{_without(pages)} \\h \\z \\u'


def captions_instruction(name: str, pages: bool) -> str:
    """Return the TOC field of the captions that SEQ counts under a name, their entries linked."""
    return f'TOC{_without(pages)} \\h \\z \\c "{name}"'


def _without(pages: bool) -> str:
    return "" if pages else " \\n"


def property_field(name: str, result: Xml) -> Xml:
    """Return a DOCPROPERTY field: what a property of the document says."""
    return simple_field(f'DOCPROPERTY "{name}"', result)


def page_number(look: Look = PLAIN) -> Xml:
    """Return the number of the page; Word and LibreOffice compute it whenever they lay out a page."""
    return simple_field("PAGE", run("1", look))


def page_count(look: Look = PLAIN) -> Xml:
    """Return the number of pages."""
    return simple_field("NUMPAGES", run("1", look))


def inner_link(anchor: str, content: Xml) -> Xml:
    """Return a link to an anchor's bookmark; nothing where there is nothing to click on."""
    return tag("w:hyperlink", content, w_anchor=bookmark_name(anchor), w_history=1) if content else NOTHING


def outer_link(relation: str, content: Xml) -> Xml:
    """Return a link to the address that a relationship of the part holds."""
    return tag("w:hyperlink", content, r_id=relation, w_history=1) if content else NOTHING
