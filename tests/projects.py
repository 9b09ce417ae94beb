"""Small projects for tests: the shared good one, changed as a case says, and the command run on them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from aibrief_report.cli.app import run
from aibrief_report.inputs.brief import read_brief
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.read import read_ledger
from aibrief_report.model.document import Document
from aibrief_report.narrative.compose import Narrative, compose

CASES = Path(__file__).parent / "cases"
BASE = CASES / "_base"
NARRATIVE = "templates/brief/narrative.md"
BRIEF = "templates/brief/brief.yaml"


@dataclass(frozen=True)
class Case:
    """One case: what is changed in the good project, what is run, and how it ends.

    Files of the case's folder lie over those of the project; `case.yaml` tells the rest: `edit` replaces
    texts of files, `append` adds to files, `delete` takes files away, `link` makes symbolic links,
    `latin-1` writes files in that encoding.
    """

    folder: Path
    run: tuple[str, ...] = ("build", "brief", "--formats", "html")
    exit: int = 1
    edit: dict[str, dict[str, str]] = field(default_factory=dict)
    append: dict[str, str] = field(default_factory=dict)
    delete: tuple[str, ...] = ()
    link: dict[str, str] = field(default_factory=dict)
    latin_1: tuple[str, ...] = ()

    @property
    def expected(self) -> Path:
        return self.folder / "expected.txt"

    def lay(self, root: Path) -> None:
        """Make the case's project in an empty folder."""
        shutil.copytree(BASE, root, dirs_exist_ok=True)
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder)
            if path.is_file() and name.as_posix() not in ("case.yaml", "expected.txt"):
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, root / name)
        for name, text in self.append.items():
            change(root / name, lambda old, text=text: old + text)
        for name, texts in self.edit.items():
            for old, new in texts.items():
                change(root / name, swap(old, new))
        for name in self.latin_1:
            (root / name).write_bytes((root / name).read_text(encoding="utf-8").encode("latin-1"))
        for name in self.delete:
            (root / name).unlink()
        for name, target in self.link.items():
            (root / name).unlink(missing_ok=True)
            (root / name).symlink_to(target)


def read_case(folder: Path) -> Case:
    """Return the case in a folder."""
    file = folder / "case.yaml"
    told = (yaml.safe_load(file.read_text(encoding="utf-8")) or {}) if file.is_file() else {}
    told = {key.replace("-", "_"): value for key, value in told.items()}
    for key in ("run", "delete", "latin_1"):
        if key in told:
            told[key] = tuple(told[key])
    return Case(folder, **told)


def change(path: Path, work: Callable[[str], str]) -> None:
    path.write_bytes(work(path.read_bytes().decode("utf-8")).encode("utf-8"))


def swap(old: str, new: str) -> Callable[[str], str]:
    """Return a function that replaces a text that must be there, once."""

    def swapped(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        return text.replace(old, new)

    return swapped


def project(root: Path, narrative: str | None = None, brief: str = "", rows: str = "") -> Path:
    """Return a folder with the good project, another narrative, more of brief.yaml, more observations."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    if narrative is not None:
        (root / NARRATIVE).write_text(narrative, encoding="utf-8")
    change(root / BRIEF, lambda old: old + brief)
    change(root / "data/observations.csv", lambda old: old + rows)
    return root


def command(root: Path, *arguments: str) -> int:
    """Run `aibrief` on a project within this process; return its exit code."""
    return run(["-C", str(root), *arguments])


def tree(folder: Path) -> dict[str, bytes | str]:
    """Return all that stands below a folder, caches aside: bytes of files, targets of links."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if (path.is_symlink() or path.is_file()) and ".cache" not in path.parts
    }


def composed(root: Path) -> Document:
    """Return the document of a project's brief as the narrative room leaves it: no charts, not resolved."""
    inputs = Inputs(root)
    brief, source = read_brief(inputs, "brief")
    narrative = Narrative("brief", brief, source, inputs, read_ledger(inputs))
    return compose(narrative, lambda texts: {})
