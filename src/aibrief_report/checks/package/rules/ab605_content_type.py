"""AB605: a part whose content type is missing, or is not that of what it is used for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.package.subject import WordFile
from aibrief_report.checks.rule import Rule
from aibrief_report.ooxml.packages import CONTENT_TYPES

_ENDINGS: Mapping[str, str] = {
    "styles": ".styles+xml",
    "numbering": ".numbering+xml",
    "settings": ".settings+xml",
    "footnotes": ".footnotes+xml",
    "endnotes": ".endnotes+xml",
    "comments": ".comments+xml",
    "header": ".header+xml",
    "footer": ".footer+xml",
    "fontTable": ".fontTable+xml",
    "theme": ".theme+xml",
    "chart": ".chart+xml",
    "customXmlProps": ".customXmlProperties+xml",
    "core-properties": ".core-properties+xml",
    "extended-properties": ".extended-properties+xml",
    "custom-properties": ".custom-properties+xml",
}
"""How the content type of a part ends, by the kind of relationship that leads to it."""
_HINT = f"name its type in {CONTENT_TYPES}"


def find(file: WordFile) -> Iterator[Finding]:
    """Yield each part without a type or of another than its use asks for, and each type of no part."""
    if CONTENT_TYPES not in file.roots:
        yield file.found(CONTENT_TYPES, "the package does not say of which types its parts are")
        return
    known = {name.lower() for name in file.members}
    for name in file.types.overrides:
        if name not in known:
            yield file.found(CONTENT_TYPES, f"a type is named for a part that is not there, {name}")
    for name in file.members:
        if name != CONTENT_TYPES and not file.types.of(name):
            yield file.found(name, "the part has no content type", _HINT)
    yield from _misused(file)


def _misused(file: WordFile) -> Iterator[Finding]:
    told = set()
    for source in file.relations:
        for one, target in file.related(source):
            kind = file.types.of(target)
            ending = _ENDINGS.get(one.kind, "")
            fits = kind.startswith("image/") if one.kind == "image" else kind.endswith(ending)
            if kind and not fits and target in file.members and target not in told:
                told.add(target)
                yield file.found(target, f"the part is used as “{one.kind}”, its type is {kind}", _HINT)


RULE = Rule(
    code="AB605",
    name="content-type",
    severity="error",
    title="Content type missing or wrong",
    what=(
        "A part that [Content_Types].xml gives no type, or a type that does not fit the relationship by"
        " which it is used; or a type for a part that is not there."
    ),
    why="Programs choose by the type how a part is read: Word calls a file with a wrong one damaged.",
    bad='Target="media/image1.webp", and no <Default Extension="webp" …/>',
    good='<Default Extension="png" ContentType="image/png"/> for word/media/image1.png',
    mend="Write the type into [Content_Types].xml, or save the file in the program that made it once more.",
    find=find,
)
