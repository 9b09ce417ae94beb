"""AB620: a cell, note or header that does not hold the paragraph that Word asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_HOLDERS: Mapping[str, str] = {
    clark("w:tc"): "a cell",
    clark("w:footnote"): "a footnote",
    clark("w:endnote"): "an endnote",
    clark("w:comment"): "a comment",
    clark("w:hdr"): "a header",
    clark("w:ftr"): "a footer",
    clark("w:txbxContent"): "a text box",
}
_PARAGRAPH, _TABLE, _ROW, _CELL = (clark(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc"))
_WRAPPERS = (clark("w:sdt"), clark("w:customXml"))
_BLOCKS = (_PARAGRAPH, _TABLE, *_WRAPPERS)


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each holder of text without a paragraph at its end, each table without rows or cells."""
    for part, root in file.stories:
        for holder in root.iter(*_HOLDERS):
            blocks = [one for one in holder if one.tag in _BLOCKS]
            if not blocks or not _ends_well(blocks[-1]):
                what = _HOLDERS[str(holder.tag)]
                yield file.found(part, f"{what} does not end with a paragraph", at=holder)
        for whole, piece, message in (
            (_TABLE, _ROW, "a table has no rows"),
            (_ROW, _CELL, "a row has no cells"),
        ):
            for element in root.iter(whole):
                if next(element.iter(piece), None) is None:
                    yield file.found(part, message, at=element)


def _ends_well(block: etree._Element) -> bool:
    return block.tag == _PARAGRAPH or (
        block.tag in _WRAPPERS and next(block.iter(_PARAGRAPH), None) is not None
    )


RULE = Rule(
    code="AB620",
    name="text-without-paragraph",
    severity="error",
    title="Cell or note without a paragraph",
    what=(
        "A cell, footnote, comment, header, footer or text box that does not end with a paragraph; a table"
        " without rows, a row without cells."
    ),
    why="Word calls the file damaged and does not open it. Schemas allow it, so validators are silent.",
    bad="<w:tc><w:tbl>…</w:tbl></w:tc>",
    good="<w:tc><w:tbl>…</w:tbl><w:p/></w:tc>",
    mend="Open and repair the file, or open it in LibreOffice and save it.",
    find=find,
)
