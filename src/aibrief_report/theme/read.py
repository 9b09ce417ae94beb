"""Reading a theme: a project's own `templates/themes/<name>/theme.yaml`, or a built-in one."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from aibrief_report.errors import BriefError, Fault, Faults, Place, ThemeError
from aibrief_report.inputs.checked import Strict, read_checked
from aibrief_report.inputs.door import Inputs, decode
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.yaml_text import YamlText, read_yaml
from aibrief_report.theme import drawings
from aibrief_report.theme.contrast import check_contrast
from aibrief_report.theme.tokens import Colours, Face, Fonts, Margins, Sizes, Theme

BUILTIN = ("default",)
_FONT_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_SIZES = Sizes()
_MARGINS = Margins()


def _hex(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError("a colour is written #rrggbb")
    return value.lower()


def _package(value: str) -> str:
    # A dotted name would run the code of the package that it begins with, only by being looked up.
    if not re.fullmatch(r"[A-Za-z]\w*", value):
        raise ValueError("is no name of a package")
    return value


Hex = Annotated[str, AfterValidator(_hex)]


class FaceEntry(Strict):
    """A font file: from an installed package, or (without `package`) from the theme's folder."""

    family: str
    weight: int = Field(ge=100, le=900)
    italic: bool = False
    package: Annotated[str, AfterValidator(_package)] = ""
    file: str


class FontsEntry(Strict):
    """The families and their files."""

    text: str
    sans: str
    code: str
    files: tuple[FaceEntry, ...]


class SizesEntry(Strict):
    """Type sizes in points."""

    body: float = Field(_SIZES.body, gt=5, lt=30)
    leading: float = Field(_SIZES.leading, gt=5, lt=40)
    small: float = Field(_SIZES.small, gt=5, lt=30)
    table: float = Field(_SIZES.table, gt=5, lt=30)
    title: float = Field(_SIZES.title, gt=5, lt=80)
    subtitle: float = Field(_SIZES.subtitle, gt=5, lt=60)
    heading1: float = Field(_SIZES.heading1, gt=5, lt=60)
    heading2: float = Field(_SIZES.heading2, gt=5, lt=60)
    heading3: float = Field(_SIZES.heading3, gt=5, lt=60)
    key_figure: float = Field(_SIZES.key_figure, gt=5, lt=80)


class ColoursEntry(Strict):
    """The palette."""

    ink: Hex
    muted: Hex
    rule: Hex
    paper: Hex
    tint: Hex
    accent: Hex
    contested: Hex
    areas: dict[str, Hex] = Field(default_factory=dict)
    series: tuple[Hex, ...] = Field(min_length=3)


class MarginsEntry(Strict):
    """Page margins in millimetres."""

    top: float = Field(_MARGINS.top, ge=10, le=80)
    right: float = Field(_MARGINS.right, ge=10, le=80)
    bottom: float = Field(_MARGINS.bottom, ge=10, le=80)
    left: float = Field(_MARGINS.left, ge=10, le=80)


class ThemeEntry(Strict):
    """A whole theme.yaml."""

    name: str
    fonts: FontsEntry
    sizes: SizesEntry = Field(default_factory=SizesEntry)
    colours: ColoursEntry
    margins: MarginsEntry = Field(default_factory=MarginsEntry)
    logo: str = ""


def read_theme(inputs: Inputs, name: str, asked: Place | None = None) -> Theme:
    """Return a theme by name; `asked` is the place that names it.

    Raises `ThemeError` or `InputError` with every fault of its file.
    """
    folder = f"templates/themes/{name}"
    source = _source(inputs, name, asked)
    entry = read_checked(source, ThemeEntry)
    colours = Colours(**entry.colours.model_dump())
    faults = Faults(ThemeError)
    check_contrast(colours, source, faults)
    _check_families(entry.fonts, source, faults)
    faces = _faces(inputs, folder, entry.fonts, source, faults)
    logo = _logo(inputs, f"{folder}/{entry.logo}", source, faults) if entry.logo else ""
    faults.check()
    return Theme(
        name=entry.name,
        fonts=Fonts(entry.fonts.text, entry.fonts.sans, entry.fonts.code, faces),
        sizes=Sizes(**entry.sizes.model_dump()),
        colours=colours,
        margins=Margins(**entry.margins.model_dump()),
        logo=logo,
    )


def _source(inputs: Inputs, name: str, asked: Place | None) -> YamlText:
    own = f"templates/themes/{name}/theme.yaml"
    if "/" not in name and inputs.exists(own):
        return read_yaml(inputs.text(own), own)
    if name not in BUILTIN:
        near = nearest(name, BUILTIN)
        hint = near or f"make {own}, or use a built-in theme: {', '.join(BUILTIN)}"
        raise ThemeError(Fault(f"there is no theme {name!r}", asked, hint))
    built_in = f"builtin/{name}/theme.yaml"
    return read_yaml(decode(inputs.package_file("aibrief_report.theme", built_in), built_in), built_in)


def _check_families(fonts: FontsEntry, source: YamlText, faults: Faults) -> None:
    known = {face.family for face in fonts.files}
    for role in ("text", "sans", "code"):
        family = getattr(fonts, role)
        if family not in known:
            hint = "name one of its files under fonts: files:"
            faults.add(f"no font file of the family {family!r}", source.place("fonts", role), hint)


def _faces(
    inputs: Inputs, folder: str, fonts: FontsEntry, source: YamlText, faults: Faults
) -> tuple[Face, ...]:
    found = []
    for number, face in enumerate(fonts.files):
        place = source.place("fonts", "files", number, "file")
        try:
            data = (
                inputs.package_file(face.package, f"files/{face.file}", place)
                if face.package
                else inputs.read(f"{folder}/{face.file}", asked=place)
            )
        except BriefError as error:
            faults.take(error)
            continue
        if not _is_font(data):
            faults.add(f"{face.file} is not a TrueType or OpenType font", place)
        found.append(Face(face.family, face.weight, face.italic, face.file, data))
    return tuple(found)


def _is_font(data: bytes) -> bool:
    """Return whether a file is a font whose tables are all in it (OpenType 1.9, "Organization of an Otf")."""
    count = int.from_bytes(data[4:6], "big")
    records = [data[12 + 16 * n : 28 + 16 * n] for n in range(count)]
    ends = [int.from_bytes(one[8:12], "big") + int.from_bytes(one[12:16], "big") for one in records]
    return data[:4] in _FONT_KINDS and bool(ends) and max(ends) <= len(data)


def _logo(inputs: Inputs, file: str, source: YamlText, faults: Faults) -> str:
    place = source.place("logo")
    try:
        data = inputs.read(file, asked=place)
    except BriefError as error:
        faults.take(error)
        return ""
    reason = drawings.refused(data, file)
    if reason:
        faults.add(reason, place, "export it as plain SVG: no scripts, no outside addresses, no DOCTYPE")
        return ""
    return decode(data, file)
