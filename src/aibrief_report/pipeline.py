"""The whole story: a brief's files become a document, the document a version, the version its outputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from aibrief_report.charts.declare import ChartMaker
from aibrief_report.digest import canonical, sha256
from aibrief_report.errors import Place
from aibrief_report.inputs.brief import Brief, brief_folder, read_brief
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.ledger.read import read_ledger
from aibrief_report.ledger.wording import Wording
from aibrief_report.model.document import Document
from aibrief_report.model.json import dump
from aibrief_report.model.notices import Notice
from aibrief_report.narrative.compose import Narrative, compose
from aibrief_report.office.program import office_version, program_files
from aibrief_report.ooxml.packages import content_hash
from aibrief_report.references.library import csl_items
from aibrief_report.references.styles import Style, check_style, find_style
from aibrief_report.render.formats import FORMATS, file_name, render
from aibrief_report.resolve.attachments import with_inputs
from aibrief_report.resolve.resolve import resolve
from aibrief_report.store.cache import Cache
from aibrief_report.store.objects import Objects, objects_in
from aibrief_report.theme.read import read_theme
from aibrief_report.theme.tokens import Theme
from aibrief_report.versions.environment import environment, toolkit_files
from aibrief_report.versions.folder import VersionFolder, writing
from aibrief_report.versions.history import note_build
from aibrief_report.versions.lock import lock_of
from aibrief_report.versions.remember import remember
from aibrief_report.versions.toolkit import TOOLKIT
from aibrief_report.versions.version import (
    DOCUMENT,
    INPUTS,
    MANIFEST,
    Version,
    inputs_json,
    manifest_json,
    record_bytes,
)

Tell = Callable[[str], None]
"""Told what is being done, in a word or two."""


class Written(Struct, frozen=True):
    """A document with its version: all that the renderers need, and the files that it was made of."""

    document: Document
    theme: Theme
    version: Version
    cache: Cache
    inputs: Inputs


class Built(Struct, frozen=True):
    """What a build left: the version, its folder, which formats were made now, and notices."""

    brief: str
    version: str
    folder: Path
    made: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def build(
    project: Project,
    name: str,
    formats: Sequence[str] = FORMATS,
    tell: Tell = lambda _: None,
    *,
    strict: bool = False,
) -> Built:
    """Return the version of a brief in some formats, made where it was not there yet.

    Raises a `BriefError` for whatever is wrong with the brief; then `out/` is as it was.
    """
    return finish(project, name, write(project, name, tell, strict=strict), formats, tell)


def finish(
    project: Project, name: str, written: Written, formats: Sequence[str], tell: Tell = lambda _: None
) -> Built:
    """Return the version of what was written, in some formats, made where it was not there yet."""
    folder = VersionFolder(project.out / name, written.version.name)
    with writing(folder.home):
        made = keep(folder, written, formats, tell)
        if not folder.missing(tuple(map(file_name, FORMATS))):
            folder.make_latest()
        note_build(folder.home, folder.name)
        programs = program_files() if written.document.meta.toc_pages else ()
        remember(folder, written.version.record, project.root, programs)
    return Built(name, written.version.name, folder.path, made, written.document.notices)


def keep(
    folder: VersionFolder, written: Written, formats: Sequence[str], tell: Tell = lambda _: None
) -> tuple[str, ...]:
    """Complete a version's folder, and keep what it was made of; return the formats that it lacked."""
    missing = folder.missing((INPUTS, DOCUMENT, *map(file_name, formats)))
    made = tuple(form for form in formats if file_name(form) in missing)
    files = folder.kept() | outputs(written, made, tell)
    _remember(objects_in(folder.home.parent), written)
    if missing:
        contents = {key: content_hash(data) for key, data in files.items() if key.endswith(".docx")}
        folder.complete(files | {MANIFEST: manifest_json(written.version, files, contents)})
    return made


def _remember(objects: Objects, written: Written) -> None:
    """Keep what a version was made of: record, inputs, the toolkit's files by digest, and its lock."""
    version, lock = written.version, lock_of(written.version.environment)
    record, own = record_bytes(version), canonical(toolkit_files())
    objects.put((record, own, *written.inputs.contents().values(), *((lock,) if lock else ())))
    if lock:
        objects.note(version.hash, sha256(lock))


def outputs(written: Written, formats: Sequence[str], tell: Tell = lambda _: None) -> dict[str, bytes]:
    """Return the files of a version in some formats, the manifest aside, by name."""
    found = {INPUTS: inputs_json(written.version), DOCUMENT: dump(written.document)}
    for form in formats:
        tell(f"rendering {form}")
        found[file_name(form)] = render(form, written.document, written.theme, written.cache)
    return found


def stamped(project: Project, name: str, words: str, tell: Tell = lambda _: None) -> tuple[str, bytes]:
    """Return the name of a brief's version as it stands, and its PDF with words across each page."""
    from aibrief_report.render.pdf.write import render_pdf  # here: WeasyPrint takes time to load

    written = write(project, name, tell)
    tell("rendering pdf")
    return written.version.name, render_pdf(written.document, written.theme, written.cache, words)


def write(project: Project, name: str, tell: Tell = lambda _: None, *, strict: bool = False) -> Written:
    """Return the resolved document of a brief under its version's name, with what it is drawn with.

    `strict` refuses contested claims and notices; it changes nothing in what is written.
    """
    project.check_name(name)
    return write_from(Inputs(project.root), name, Cache(project.out / ".cache"), tell, strict=strict)


def write_from(
    inputs: Inputs,
    name: str,
    cache: Cache,
    tell: Tell = lambda _: None,
    *,
    strict: bool = False,
    bearing: Version | None = None,
) -> Written:
    """Return what `write` does, from inputs that may be those of an earlier version.

    `bearing` is the version that the document is named after in place of what it is: that of another toolkit
    or of other libraries, to be compared with it.
    """
    tell("reading")
    brief, source = read_brief(inputs, name)
    theme = read_theme(inputs, brief.theme, source.place("theme"))
    ledger = read_ledger(inputs)
    library = csl_items([(one.entry, one.where) for one in ledger.sources.values()])
    style = _style(inputs, name, brief, source)
    tell("composing")
    document = compose(
        Narrative(name, brief, source, inputs, ledger, strict),
        lambda texts: ChartMaker(
            inputs, name, brief, ledger, theme, Wording(brief.language), texts
        ).figures(),
    )
    tell("drawing and citing")
    document = resolve(document, ledger, library, style, theme, cache)
    made = Version(name, inputs.freeze(), environment(_programs(brief, source)))
    version = bearing or made
    named = document.with_version(version.name, version.hash, TOOLKIT)
    return Written(with_inputs(named, inputs_json(version)), theme, version, cache, inputs)


def _programs(brief: Brief, source: YamlText) -> dict[str, str]:
    """Return the versions of the programs that a brief asks for. Raises `RenderError` without one of them."""
    return {"libreoffice": office_version(source.place("toc-pages"))} if brief.toc_pages else {}


def _style(inputs: Inputs, name: str, brief: Brief, source: YamlText) -> Style:
    """Return a citation style: a .csl file beside brief.yaml, or one of the collection by name."""
    place = source.place("citation-style")
    if not brief.citation_style.endswith(".csl"):
        return find_style(brief.citation_style, inputs, place)
    file = f"{brief_folder(name)}/{brief.citation_style}"
    data = inputs.read(file, asked=place)
    return check_style(data, Place(file))
