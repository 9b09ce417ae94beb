"""Where the command starts. An unchanged brief is recognised here, before anything slow is imported."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from aibrief_report.cli.streams import fill_streams
from aibrief_report.versions.fingerprint import unchanged

FORMATS = frozenset({"pdf", "docx", "html"})


def main() -> None:
    """Run the command and exit: 0 done, 1 the brief has faults, 2 the command was misused."""
    fill_streams()
    arguments = sys.argv[1:]
    told = up_to_date(arguments, Path.cwd())
    if told is not None:
        sys.stdout.write(told)
        sys.exit(0)
    from aibrief_report.cli.app import run  # here: click alone takes longer than all of the above

    if _plain_build(arguments):
        gc.disable()  # one brief leaves less garbage than the search for it costs
    code = run(arguments)
    gc.freeze()  # the system takes all memory back at once; Python would first look at each object of it
    sys.exit(code)


def up_to_date(arguments: list[str], here: Path) -> str | None:
    """Return what to print where a plain `build NAME` has nothing to do; `None` for anything else."""
    asked = _plain_build(arguments)
    if asked is None:
        return None
    root, name, formats = asked
    home = _project(here / root) / "out" / name
    version = unchanged(home, formats)
    return f"{name} {version} is up to date: {_shown(home / version, here)}\n" if version else None


def _plain_build(arguments: list[str]) -> tuple[str, str, frozenset[str]] | None:
    """Return folder, brief and formats of a call without any other option; `None` where there is one."""
    root, names, formats = ".", [], FORMATS
    todo = iter(arguments)
    for word in todo:
        if word == "-C":
            root = next(todo, "")
        elif word == "--formats":
            formats = frozenset(next(todo, "").split(","))
        elif word.startswith("-"):
            return None
        else:
            names.append(word)
    if len(names) != 2 or names[0] != "build" or not root or not formats <= FORMATS:
        return None
    name = names[1]
    return None if "/" in name or name.startswith(".") else (root, name, formats)


def _project(start: Path) -> Path:
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "data").is_dir() and (folder / "templates").is_dir():
            return folder
    return start


def _shown(path: Path, here: Path) -> str:
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


if __name__ == "__main__":
    main()
