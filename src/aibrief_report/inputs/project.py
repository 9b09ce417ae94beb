"""Finding a project and its briefs: any folder with `data/` and `templates/`."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from aibrief_report.errors import Fault, InputError, Place
from aibrief_report.inputs.nearest import nearest

THEMES = "themes"


class Project(Struct, frozen=True):
    """A project's folder, as an absolute path."""

    root: Path

    @property
    def out(self) -> Path:
        """The folder of all that is generated."""
        return self.root / "out"

    def briefs(self) -> tuple[str, ...]:
        """Return the names of all briefs, sorted: the folders of `templates/` with a brief.yaml."""
        found = (self.root / "templates").glob("*/brief.yaml")
        return tuple(sorted(path.parent.name for path in found if path.parent.name != THEMES))

    def check_name(self, name: str) -> None:
        """Raise `InputError` where there is no brief of that name, with the nearest one as a hint."""
        known = self.briefs()
        if name in known:
            return
        hint = nearest(name, known) or (
            f"the briefs are: {', '.join(known)}" if known else "make one: aibrief new my-brief"
        )
        if any(path.name == name != THEMES for path in (self.root / "templates").iterdir() if path.is_dir()):
            place, missing = Place(f"templates/{name}/brief.yaml"), "there is no such file"
            raise InputError(Fault(missing, place, "it says what the brief is called; see docs/brief.md"))
        raise InputError(Fault(f"there is no brief {name!r}", Place("templates"), hint))


_MAKE = (
    "name its folder, which holds data/ and templates/: aibrief -C DIR …; or make one: aibrief new my-brief"
)


def find_project(start: Path, hint: str = _MAKE) -> Project:
    """Return the project at or above a folder. Raises `InputError`, with a hint, where there is none."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "data").is_dir() and (folder / "templates").is_dir():
            return Project(folder)
    raise InputError(Fault(f"{start.name or start}: no project here or above", hint=hint))
