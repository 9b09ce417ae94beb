"""Readers of files that anybody may send: whatever the bytes, a value or a fault with words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from aibrief_report.checks.package.run import check_file
from aibrief_report.errors import BriefError, Place
from aibrief_report.extract.extract import extract
from aibrief_report.inputs.brief import read_brief
from aibrief_report.inputs.door import Inputs, decode
from aibrief_report.inputs.kept import KeptInputs
from aibrief_report.inputs.yaml_text import read_yaml
from aibrief_report.ledger.exchange.grids import read_grids
from aibrief_report.ledger.read import read_ledger
from aibrief_report.model.json import dump, load
from aibrief_report.narrative.compose import Narrative, compose
from aibrief_report.ooxml.packages import write_package
from aibrief_report.ooxml.reading import read_package
from aibrief_report.references.styles import check_style
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.theme.drawings import refused
from aibrief_report.theme.read import read_theme
from aibrief_report.verify.recorded import read_recorded
from aibrief_report.versions.published import version_names
from tests.documents import small, theme
from tests.fuzz.mutations import EDITS, mutated
from tests.projects import BASE, BRIEF, NARRATIVE

BASE_FILES = {
    path.relative_to(BASE).as_posix(): path.read_bytes() for path in BASE.rglob("*") if path.is_file()
}
THEME = "templates/themes/plain/theme.yaml"
NOWHERE = Path("/nowhere")
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><g id="a"><rect width="4" height="4"/>'
    b'</g></defs><use href="#a"/><style>rect { fill: red }</style></svg>'
)
STYLE = (
    b'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>a</title>'
    b'<id>a</id></info><citation><layout><text variable="title"/></layout></citation>'
    b'<bibliography><layout><text variable="title"/></layout></bibliography></style>'
)
RECORD = (
    b'{"format": 1, "brief": "b", "environment": {"toolkit": "0"},'
    b' "inputs": {"files": {"data/a.csv": "00"}, "listings": {"data": "11"}, "misses": ["b.csv"]}}'
)
PAGE = b'<!doctype html><html><head><meta name="version" content="0123456789ab"></head><body>x</body></html>'
SHEET = b"id,value\nrow-1,67.2\n"


@cache
def fonts() -> dict[str, bytes]:
    """The font files that the theme names, as kept inputs."""
    door = Inputs(BASE)
    read_theme(door, "plain")
    contents, record = door.contents(), door.freeze()
    return {name: contents[digest] for name, digest in record.files.items() if name.startswith("package:")}


def inputs(name: str, data: bytes) -> KeptInputs:
    return KeptInputs(NOWHERE, kept={**BASE_FILES, **fonts(), name: data})


def ledger(name: str) -> Callable[[bytes], object]:
    return lambda data: read_ledger(inputs(name, data))


def composed(name: str) -> Callable[[bytes], object]:
    def read(data: bytes) -> object:
        door = inputs(name, data)
        brief, source = read_brief(door, "brief")
        return compose(Narrative("brief", brief, source, door, read_ledger(door)), lambda texts: {})

    return read


def rewritten(part: str) -> tuple[bytes, Callable[[bytes], object]]:
    """A part of a DOCX as the seed, and its check within the file that it came from."""
    members = dict(read_package(render_docx(small(), theme())))

    def read(data: bytes) -> object:
        return check_file(write_package({**members, part: data}), "brief.docx")

    return members[part], read


READERS: Mapping[str, tuple[bytes, Callable[[bytes], object]]] = {
    "yaml": (BASE_FILES[BRIEF], lambda data: read_yaml(decode(data, "brief.yaml"), "brief.yaml")),
    "brief": (BASE_FILES[BRIEF], composed(BRIEF)),
    "narrative": (BASE_FILES[NARRATIVE], composed(NARRATIVE)),
    "observations": (BASE_FILES["data/observations.csv"], ledger("data/observations.csv")),
    "contests": (BASE_FILES["data/contests.csv"], ledger("data/contests.csv")),
    "sources": (BASE_FILES["data/sources.yaml"], ledger("data/sources.yaml")),
    "theme": (BASE_FILES[THEME], lambda data: read_theme(inputs(THEME, data), "plain")),
    "drawing": (DRAWING, lambda data: refused(data, "a.svg")),
    "style": (STYLE, lambda data: check_style(data, Place("a.csl"))),
    "record": (RECORD, lambda data: read_recorded(data, Place("inputs.json"))),
    "document": (dump(small()), load),
    "page": (PAGE, lambda data: (version_names(data), extract(data, "brief.html"))),
    "csv": (SHEET, lambda data: read_grids(data, "a.csv")),
    "text of a docx": rewritten("word/document.xml"),
    "styles of a docx": rewritten("word/styles.xml"),
    "relations of a docx": rewritten("word/_rels/document.xml.rels"),
    "types of a docx": rewritten("[Content_Types].xml"),
}


def survives(name: str, edits: list[tuple[str, int, int, bytes]]) -> None:
    """Nothing but a value or a `BriefError` comes of it; whatever else is raised fails the test."""
    seed, read = READERS[name]
    try:
        read(mutated(seed, edits))
    except BriefError as error:
        told = str(error)
    else:
        return
    assert told.strip()


@pytest.mark.parametrize("name", READERS)
def test_the_seed_itself_is_read(name):
    seed, read = READERS[name]
    read(seed)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
def test_readers_survive(name, edits):
    survives(name, edits)


@pytest.mark.torture
@pytest.mark.parametrize("name", READERS)
def test_readers_survive_at_length(name, figure):
    tried = 0

    @settings(max_examples=3000, suppress_health_check=[HealthCheck.too_slow])
    @given(edits=EDITS)
    def each(edits):
        nonlocal tried
        tried += 1
        survives(name, edits)

    each()
    figure("fuzzed with hypothesis", readers=1, files=tried, crashes=0)


@pytest.fixture(scope="module")
def files(compact_pdf):
    return {"pdf": compact_pdf, "docx": render_docx(small(), theme())}


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_files_that_come_back_survive(files, kind, edits):
    data = mutated(files[kind], edits)
    for read in (version_names, lambda data: extract(data, "a"), lambda data: check_file(data, "a")):
        try:
            read(data)
        except BriefError as error:
            assert str(error)  # noqa: PT017  # a fault is as good as a value


def test_a_package_that_unpacks_to_too_much_is_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b"<Types/>")
        package.writestr("word/document.xml", b"\0" * 300_000_000)
    with pytest.raises(BriefError):
        check_file(held.getvalue(), "bomb.docx")


def test_a_page_of_broken_declarations_is_told():
    with pytest.raises(BriefError, match="the page cannot be read"):
        extract(b"<![!doctype html><html>", "brief.html")
