"""`aibrief stamp`: a copy of a brief's PDF with a word across each page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from aibrief_report.errors import Fault, Place, StoreError, UsageError
from aibrief_report.inputs.project import find_project

_LONGEST = 30
COPIES = "copies"
"""The folder beside a brief's versions where copies of them lie."""


@click.command(
    epilog="Examples:\n\n  aibrief stamp us-china-ai-rivalry\n\n"
    '  aibrief stamp us-china-ai-rivalry --text "Embargoed until 3 March" --to embargoed.pdf'
)
@click.argument("name", metavar="BRIEF")
@click.option("--text", default="DRAFT", show_default=True, help="The words across each page.")
@click.option("--to", "target", metavar="FILE", type=click.Path(path_type=Path), help="Where to write it.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
@click.pass_obj
def command(folder: str, name: str, text: str, target: Path | None, as_json: bool) -> int:
    """Write a copy of a brief's PDF, as it stands now, with words across each page.

    The copy lies in out/BRIEF/copies/; the brief's versions never carry such words. Like them it is
    accessible and fit for archives, and the same each time.
    """
    from aibrief_report.cli.progress import Progress
    from aibrief_report.pipeline import stamped  # here: help needs nothing of it

    words = _words(text)
    project = find_project(Path(folder))
    with Progress(name) as progress:
        version, data = stamped(project, name, words, progress.tell)
    place = target or project.out / name / COPIES / f"{version}_{_slug(words)}.pdf"
    _write(place, data)
    if as_json:
        click.echo(json.dumps({"brief": name, "version": version, "file": str(place)}, ensure_ascii=False))
    else:
        click.echo(f"{name} {version} stamped “{words}”: {_shown(place)}")
    return 0


def _words(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise UsageError(Fault("there are no words to stamp", hint="--text DRAFT"))
    if len(words) > _LONGEST:
        raise UsageError(Fault(f"{len(words)} characters are too many to read; at most {_LONGEST}"))
    return words


def _slug(words: str) -> str:
    return re.sub(r"\W+", "-", words.casefold()).strip("-") or "stamped"


def _write(place: Path, data: bytes) -> None:
    from aibrief_report.store.atomic import write_bytes

    try:
        write_bytes(place, data)
    except OSError as error:
        raise StoreError(Fault(f"it cannot be written: {error.strerror}", Place(str(place)))) from error


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
