"""AB631: a picture or chart without words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.names import clark

_FRAMES = (clark("wp:inline"), clark("wp:anchor"))
_KINDS: Mapping[str, str] = {
    "picture": "picture",
    "chart": "chart",
    "chartex": "chart",
    "diagram": "diagram",
    "wordprocessingGroup": "group of shapes",
    "wordprocessingCanvas": "drawing",
}
"""What a frame holds, by the last word of its graphic's address; text boxes are read as text."""
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each picture, chart or diagram that neither has a description nor is marked as decoration."""
    for part, root in file.stories:
        for frame in root.iter(*_FRAMES):
            about = frame.find(clark("wp:docPr"))
            kind = _kind(frame)
            if kind and not _described(about) and not _decorative(about):
                name = about.get("name", "") if about is not None else ""
                yield file.found(part, f"the {kind} {name!r} has no alt text", at=frame)
        for picture in root.iter(_OLD_PICTURE):
            shape = picture.getparent()
            if shape is not None and not (shape.get("alt") or "").strip():
                yield file.found(part, "a picture in the old form has no alt text", at=picture)


def _kind(frame: etree._Element) -> str:
    data = frame.find(f"{clark('a:graphic')}/{clark('a:graphicData')}")
    return _KINDS.get(data.get("uri", "").rpartition("/")[2], "") if data is not None else ""


def _described(about: etree._Element | None) -> bool:
    return about is not None and bool((about.get("descr") or about.get("title") or "").strip())


def _decorative(about: etree._Element | None) -> bool:
    marks = about.iter(_DECORATIVE) if about is not None else ()
    return any(mark.get("val") in ("1", "true") for mark in marks)


RULE = Rule(
    code="AB631",
    name="no-alt-text",
    severity="warning",
    title="Picture or chart without alt text",
    what="A picture, chart or diagram without a description that is not marked as decoration.",
    why="Screen readers say “picture” and nothing else (WCAG 2.2, success criterion 1.1.1).",
    bad='<wp:docPr id="1" name="Chart 1"/>',
    good='<wp:docPr id="1" name="Chart 1" descr="Investment rose from … to …"/>',
    mend="In Word: right-click, View Alt Text; write what a reader who cannot see it should take from it.",
    find=find,
)
