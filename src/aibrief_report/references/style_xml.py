"""The outline of a CSL style, read with expat: what it is, not what it says.

Expat itself fetches nothing; a document type, and with it every entity, is refused. (Expat rather than
lxml: a style is looked at in every build, and importing lxml takes ten times as long as this.)
"""

from __future__ import annotations

import codecs
from xml.parsers import expat

from msgspec import Struct, field

from aibrief_report.errors import Fault, Place, ReferencesError

_CSL = "http://purl.org/net/xbiblio/csl"
_MOST_BYTES = 2 * 1024 * 1024
"""The largest style of the collection has 246 kB."""

_ENCODING_HINT = "save it as UTF-8"


class Outline(Struct):
    """What was found: the root's name, class and title; the parent's name where it points to another style.

    `form` is how it cites, in CSL's words ("author-date", "numeric"), empty where the style does not say.
    `seam` is the offset in bytes of the citation element, `None` where there is none.
    """

    root: str = ""
    kind: str = ""
    form: str = ""
    title: str = ""
    parent: str | None = None
    seam: int | None = None
    citation_layout: bool = False
    bibliography_layout: bool = False
    path: list[str] = field(default_factory=list)


def outline(data: bytes, place: Place) -> Outline:
    """Return the outline of a style. Raises `ReferencesError` where the XML is broken or hostile."""
    if len(data) > _MOST_BYTES:
        raise ReferencesError(Fault("the style is far larger than any style is", place))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReferencesError(Fault("the style is in UTF-16", place, _ENCODING_HINT))
    found = Outline()
    parser = expat.ParserCreate(namespace_separator=" ")
    _listen(parser, found, place)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        where = Place(place.file, error.lineno, error.offset + 1)
        reason = expat.errors.messages[error.code]
        raise ReferencesError(Fault(f"the style is not XML: {reason}", where)) from error
    return found


def _listen(parser: expat.XMLParserType, found: Outline, place: Place) -> None:
    def declare(_version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() not in {"utf-8", "us-ascii"}:
            raise ReferencesError(Fault(f"the style is in {encoding}", place, _ENCODING_HINT))

    def refuse(*_details: object) -> None:
        where = Place(place.file, parser.CurrentLineNumber)
        raise ReferencesError(Fault("the style declares a document type", where, "delete the DOCTYPE"))

    def start(name: str, attributes: dict[str, str]) -> None:
        found.path.append(name.removeprefix(f"{_CSL} "))
        _enter(found, attributes, parser.CurrentByteIndex)

    def text(data: str) -> None:
        if found.path == ["style", "info", "title"]:
            found.title += data

    parser.XmlDeclHandler = declare
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: found.path.pop()
    parser.CharacterDataHandler = text


def _enter(found: Outline, attributes: dict[str, str], offset: int) -> None:
    match found.path:
        case [root]:
            found.root, found.kind = root, attributes.get("class", "")
        case ["style", "info", "link"] if attributes.get("rel") == "independent-parent":
            found.parent = attributes.get("href", "").rpartition("/")[2]
        case ["style", "info", "category"]:
            found.form = attributes.get("citation-format", found.form)
        case ["style", "citation"] if found.seam is None:
            found.seam = offset
        case ["style", "citation", "layout", *_]:
            found.citation_layout = True
            # Told by what is printed as well: a dozen styles of the collection are filed under author-date.
            if attributes.get("variable") == "citation-number":
                found.form = "numeric"
        case ["style", "bibliography", "layout"]:
            found.bibliography_layout = True
        case _:
            return
