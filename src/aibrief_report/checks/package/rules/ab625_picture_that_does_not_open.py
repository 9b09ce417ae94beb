"""AB625: a picture whose bytes are not what its name says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.errors import InputError
from aibrief_report.ooxml.parsing import parse

_STARTS: Mapping[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpeg": (b"\xff\xd8\xff",),
    "jpg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "tiff": (b"II*\x00", b"MM\x00*"),
}
_ENDS: Mapping[str, bytes] = {"png": b"IEND\xaeB`\x82", "jpeg": b"\xff\xd9", "jpg": b"\xff\xd9"}
_PADDING = 4096
"""How much may follow the end of a picture: some programs append what only they read."""


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each picture that the text relates to and that is cut off or of another kind."""
    told: set[str] = set()
    for source in file.relations:
        for _, part in file.related(source, "image"):
            if part in file.members and part not in told:
                told.add(part)
                fault = _fault(file.members[part], file.types.of(part), part)
                if fault:
                    yield file.found(part, fault, "insert the picture anew")


def _fault(data: bytes, media_type: str, part: str) -> str:
    kind = media_type.removeprefix("image/").partition("+")[0]
    if kind == "svg":
        return _svg_fault(data, part)
    starts = _STARTS.get(kind)
    if starts and not data.startswith(starts):
        return f"the picture is no {kind.upper()}, as its type says"
    end = _ENDS.get(kind)
    return "the picture is cut off" if end and end not in data[-_PADDING:] else ""


def _svg_fault(data: bytes, part: str) -> str:
    try:
        root = parse(data, part)
    except InputError as error:
        return f"the picture does not open: {error.faults[0].message}"
    return "" if str(root.tag).endswith("}svg") else "the picture is no SVG, as its type says"


RULE = Rule(
    code="AB625",
    name="picture-that-does-not-open",
    severity="error",
    title="Picture that does not open",
    what="A picture that is cut off, or whose bytes are of another kind than its content type says.",
    why="Word shows a red cross in its place. No validator looks into pictures.",
    bad="word/media/image1.png that holds a web page saying “404 Not Found”",
    good="word/media/image1.png that is a PNG from its first bytes to its last",
    mend="Insert the picture anew.",
    find=find,
)
