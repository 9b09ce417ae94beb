"""`aibrief new`: a brief to begin with, in an empty folder or in a project that is there already."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from aibrief_report.cli.own_brief import own_brief
from aibrief_report.errors import Fault, Place, StoreError, UsageError
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.read import read_ledger
from aibrief_report.store.atomic import write_bytes

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_PROJECT_FILES = {"out/.gitkeep": b"", ".gitignore": b"out/*\n!out/.gitkeep\n"}


@click.command(
    epilog="Examples:\n\n  aibrief new my-brief\n\n  aibrief -C reports new harvest-2026\n\n"
    "  aibrief new ours --theme institute\n\n  aibrief new ours --word-template"
)
@click.argument("name")
@click.option(
    "--theme", default="", metavar="MODEL", help="Write a theme, after the built-in one named MODEL."
)
@click.option("--word-template", is_flag=True, help="Write a theme of this name with a Word template.")
@click.pass_obj
def command(folder: str, name: str, theme: str, word_template: bool) -> int:
    """Write a small brief that builds, to be changed into your own.

    With --theme write templates/themes/NAME/ instead: the look of your house, to be changed from that of a
    built-in theme (docs/themes.md). With --word-template write templates/themes/NAME/house.docx instead: a
    document that shows every style of the theme. What you change in it in Word, briefs in that theme take
    over (docs/word.md).
    """
    kind = "theme" if word_template or theme else "brief"
    if not _NAME.fullmatch(name) or name == "themes":
        hint = f"use lower-case letters, digits and hyphens, such as my-{kind}"
        raise UsageError(Fault(f"{name!r} cannot be a {kind}'s name", hint=hint))
    root = Path(folder)
    if theme:
        return _theme(root, name, theme)
    if word_template:
        return _word_template(root, name)
    if (root / "templates" / name).exists():
        hint = "choose another name, or change the files that are there"
        raise UsageError(Fault("there is such a brief already", Place(f"templates/{name}"), hint))
    try:
        written = _write(root, name)
    except OSError as error:
        raise StoreError(
            Fault(f"the project cannot be written here: {error.strerror}", Place(folder))
        ) from error
    for path in written:
        click.echo(f"wrote {path}")
    click.echo(f"next: aibrief build {name}")
    return 0


def _theme(root: Path, name: str, model: str) -> int:
    from aibrief_report.cli.new_theme import write_theme  # here: a brief needs none of it

    for path in write_theme(root, name, model):
        click.echo(f"wrote {path}")
    click.echo(f"next: change them, and name the theme in brief.yaml: theme: {name}")
    return 0


def _word_template(root: Path, name: str) -> int:
    from aibrief_report.cli.word_template import FILE, what_is_missing, write_word_template

    for path in write_word_template(root, name):
        click.echo(f"wrote {path}")
    click.echo(f"next: change {FILE} in Word, and name the theme in brief.yaml: theme: {name}")
    if missing := what_is_missing(root, name):
        click.echo(missing)
    return 0


def _write(root: Path, name: str) -> list[str]:
    """Write the brief, and the tables where the project has none yet; return what was written."""
    starter = files("aibrief_report.starter")
    if (root / "data").exists():
        wanted = {
            f"templates/{name}/{path}": data for path, data in own_brief(read_ledger(Inputs(root))).items()
        }
    else:
        wanted = {f"templates/{name}/{path}": data for path, data in _files(starter / "templates" / "brief")}
        wanted |= {f"data/{path}": data for path, data in _files(starter / "data")} | _PROJECT_FILES
    missing = {path: data for path, data in sorted(wanted.items()) if not (root / path).exists()}
    for path, data in missing.items():
        write_bytes(root / path, data)
    return list(missing)


def _files(folder: Traversable) -> list[tuple[str, bytes]]:
    return [(item.name, item.read_bytes()) for item in folder.iterdir() if item.is_file()]
