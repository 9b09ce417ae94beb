"""Reading a theme: a project's own `templates/themes/<name>/theme.yaml`, or a built-in one."""

from __future__ import annotations

from aibrief_report.errors import BriefError, Fault, Faults, Place, ThemeError
from aibrief_report.inputs.checked import read_checked
from aibrief_report.inputs.door import Inputs, decode
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.yaml_text import YamlText, read_yaml
from aibrief_report.theme import drawings, manners
from aibrief_report.theme.contrast import check_contrast
from aibrief_report.theme.entries import ColoursEntry, FontsEntry, ThemeEntry
from aibrief_report.theme.faces import read_faces
from aibrief_report.theme.house import read_word
from aibrief_report.theme.tokens import ROLES, Colours, Face, Fonts, Margins, Page, Sizes, Spacing, Theme

BUILTIN = ("default", "institute")


def read_theme(inputs: Inputs, name: str, asked: Place | None = None) -> Theme:
    """Return a theme by name; `asked` is the place that names it.

    Raises `ThemeError` or `InputError` with every fault of its file.
    """
    source, package = _source(inputs, name, asked)
    folder = f"templates/themes/{name}"
    entry = read_checked(source, ThemeEntry)
    colours = _colours(entry.colours)
    faults = Faults(ThemeError)
    check_contrast(colours, source, faults)
    _check_families(entry.fonts, source, faults)
    faces = read_faces(inputs, folder, entry.fonts, source, faults)
    logo = _logo(inputs, folder, entry.logo, package, source, faults) if entry.logo else ""
    word = read_word(inputs, folder, entry, source, faults)
    faults.check()
    return Theme(
        name=entry.name,
        fonts=_fonts(entry.fonts, faces),
        sizes=Sizes(**entry.sizes.model_dump()),
        colours=colours,
        margins=Margins(**entry.margins.model_dump()),
        logo=logo,
        spacing=Spacing(**entry.spacing.model_dump()),
        page=Page(**entry.page.model_dump()),
        manners=_manners(entry),
        word=word,
    )


def _source(inputs: Inputs, name: str, asked: Place | None) -> tuple[YamlText, bool]:
    """Return theme.yaml, and whether it is a built-in theme's."""
    own = f"templates/themes/{name}/theme.yaml"
    if "/" not in name and inputs.exists(own):
        return read_yaml(inputs.text(own), own), False
    if name not in BUILTIN:
        near = nearest(name, BUILTIN)
        hint = near or f"make {own}, or use a built-in theme: {', '.join(BUILTIN)}"
        raise ThemeError(Fault(f"there is no theme {name!r}", asked, hint))
    built_in = f"builtin/{name}/theme.yaml"
    text = decode(inputs.package_file("aibrief_report.theme", built_in), built_in)
    return read_yaml(text, built_in), True


def _colours(entry: ColoursEntry) -> Colours:
    given = entry.model_dump()
    stand_in = {"link": entry.accent, "band": entry.accent, "band_ink": entry.paper}
    return Colours(**(given | {name: given[name] or colour for name, colour in stand_in.items()}))


def _fonts(entry: FontsEntry, faces: tuple[Face, ...]) -> Fonts:
    fallback = {role: found for role in ROLES if (found := getattr(entry.fallback, role))}
    return Fonts(entry.text, entry.sans, entry.code, faces, fallback)


def _manners(entry: ThemeEntry) -> manners.Manners:
    headings = entry.headings.model_dump() | {"weight": int(entry.headings.weight)}
    return manners.Manners(
        cover=manners.Cover(**entry.cover.model_dump()),
        headings=manners.Headings(**headings),
        captions=manners.Captions(**entry.captions.model_dump()),
        tables=manners.Tables(**entry.tables.model_dump()),
        boxes=manners.Boxes(**entry.boxes.model_dump()),
        key_figures=manners.KeyFigures(**entry.key_figures.model_dump()),
        running=manners.Running(**entry.running.model_dump()),
    )


def _check_families(fonts: FontsEntry, source: YamlText, faults: Faults) -> None:
    known = {face.family for face in fonts.files}
    hint = "name one of its files under fonts: files:"
    for role in ROLES:
        family = getattr(fonts, role)
        if family not in known:
            faults.add(f"no font file of the family {family!r}", source.place("fonts", role), hint)
        for number, other in enumerate(getattr(fonts.fallback, role)):
            if other not in known:
                place = source.place("fonts", "fallback", role, number)
                faults.add(f"no font file of the family {other!r}", place, hint)


def _logo(inputs: Inputs, folder: str, name: str, built_in: bool, source: YamlText, faults: Faults) -> str:
    place, file = source.place("logo"), f"{folder}/{name}"
    try:
        if built_in:
            data = inputs.package_file("aibrief_report.theme", f"builtin/{folder.rpartition('/')[2]}/{name}")
        else:
            data = inputs.read(file, asked=place)
    except BriefError as error:
        faults.take(error)
        return ""
    reason = drawings.refused(data, file)
    if reason:
        faults.add(reason, place, "export it as plain SVG: no scripts, no outside addresses, no DOCTYPE")
        return ""
    return decode(data, file)
