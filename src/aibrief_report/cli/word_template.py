"""`aibrief new --word-template`: a theme with a Word template in it, to be changed in Word."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from aibrief_report.errors import Fault, Place, UsageError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project
from aibrief_report.store.atomic import write_bytes
from aibrief_report.theme.read import BUILTIN

FILE = "house.docx"
"""The name under which the template is written."""
_SPECIMEN, _THEME, _KEY = "specimen", "theme.yaml", "word-template"
_NAMED = re.compile(rb"^word-template:[ \t]*(.*)\n?", re.MULTILINE)


def write_word_template(root: Path, name: str) -> list[str]:
    """Write a Word template for the theme of a name, and that theme where there is none.

    Returns what was written: the template is a document in the theme that shows every style. Raises
    `UsageError` where there is a template already, and what is wrong with the theme.
    """
    folder = f"templates/themes/{name}"
    if (root / folder / FILE).exists():
        hint = "change it in Word, or move it away"
        raise UsageError(Fault("there is a Word template already", Place(f"{folder}/{FILE}"), hint))
    theme = _theme_files(root, name)
    wanted = {f"{folder}/{FILE}": _template(name, theme)}
    if not (root / folder / _THEME).exists():
        wanted[f"{folder}/{_THEME}"] = theme[_THEME] + f"{_KEY}: {FILE}\n".encode()
    for path, data in wanted.items():
        write_bytes(root / path, data)
    return sorted(wanted)


def what_is_missing(root: Path, name: str) -> str:
    """Return what an author has to write into a theme so that it names the template; empty where it does."""
    file = f"templates/themes/{name}/{_THEME}"
    found = _NAMED.search(Inputs(root).text(file).encode())
    if found is None:
        return f"add to {file}: {_KEY}: {FILE}"
    named = found[1].decode().partition(" #")[0].strip(" \t\r\"'")
    return "" if named == FILE else f"change in {file}, which names {named}: {_KEY}: {FILE}"


def _theme_files(root: Path, name: str) -> dict[str, bytes]:
    """Return the files of a project's theme, without the template that it names; else those of a new one."""
    folder = root / f"templates/themes/{name}"
    if (folder / _THEME).exists():
        found = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
        return found | {_THEME: _NAMED.sub(b"", found[_THEME])}
    text = (files("aibrief_report.theme") / "builtin" / BUILTIN[0] / _THEME).read_text("utf-8")
    renamed = re.sub(r"^name: .*$", f"name: {name}", text, count=1, flags=re.MULTILINE)
    return {_THEME: f"{renamed.rstrip()}\n".encode()}


def _template(name: str, theme: Mapping[str, bytes]) -> bytes:
    """Return the specimen as a document of Word in a theme."""
    from aibrief_report.pipeline import write  # these load what draws charts
    from aibrief_report.render.formats import render

    with tempfile.TemporaryDirectory() as held:
        project = Project(Path(held))
        for path, data in _specimen(name, theme).items():
            write_bytes(project.root / path, data)
        written = write(project, _SPECIMEN)
        return render("docx", written.document, written.theme, written.cache)


def _specimen(name: str, theme: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a project with the specimen, in a theme."""
    starter, home = files("aibrief_report.starter"), f"templates/{_SPECIMEN}"
    sources = (
        (starter / "data", "data"),
        (starter / _SPECIMEN / "data", "data"),
        (starter / _SPECIMEN, home),
    )
    found = {f"templates/themes/{name}/{file}": data for file, data in theme.items()}
    for source, folder in sources:
        found |= {f"{folder}/{one.name}": one.read_bytes() for one in source.iterdir() if one.is_file()}
    found[f"{home}/brief.yaml"] += f"theme: {name}\n".encode()
    return found
