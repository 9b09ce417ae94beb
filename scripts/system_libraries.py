"""Finds what only the system can bring, and installs it or says how.

    system_libraries.py venv       what makes a virtual environment: the ensurepip module
    system_libraries.py pdf        what WeasyPrint loads to draw a PDF: Pango and its relations
    system_libraries.py venv pdf   both

Ends with 0 where all is there (then it prints nothing) or was installed, and with 1 where something is
missing. It installs only on Debian and its relations, and only for root or where sudo asks no password. It
runs before anything else is installed, so it may use the standard library only.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LIBRARIES = {
    "gobject": ("gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "pango": ("pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    "pangoft2": ("pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "fontconfig": ("fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib"),
    "harfbuzz": ("harfbuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    # WeasyPrint gets by without this one, but writes fonts more slowly and otherwise: other bytes.
    "harfbuzz-subset": ("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}
"""What weasyprint/text/ffi.py opens: the name to search for, and the file on Linux and on macOS."""

DEBIAN_PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""Debian's packages that bring all of `LIBRARIES`."""


@dataclass(frozen=True)
class Need:
    """Something missing, the packages that bring it, and whether they bring it to this very Python."""

    missing: str
    debian: tuple[str, ...]
    fedora: tuple[str, ...]
    brew: tuple[str, ...]
    mends: bool = True


def main(wanted: Iterable[str]) -> int:
    """Check what is wanted; return the exit code."""
    needs = missing(wanted)
    if not needs:
        return 0
    if install(needs):
        importlib.invalidate_caches()
        needs = missing(wanted)
    if needs:
        sys.stderr.write(advice(needs))
    return 1 if needs else 0


def missing(wanted: Iterable[str]) -> list[Need]:
    """Return what of `venv` and `pdf` this system does not have."""
    needs = (CHECKS[name]() for name in wanted)
    return [need for need in needs if need]


def missing_for_venv() -> Need | None:
    """Return the lack of `ensurepip`, which Debian packs apart from Python; `None` where it is there."""
    if importlib.util.find_spec("ensurepip"):
        return None
    what = f"the ensurepip module of {sys.executable}"
    if Path(sys.executable).resolve().parent == Path("/usr/bin"):
        return Need(what, (f"python3.{sys.version_info.minor}-venv",), ("python3",), ("python@3.13",))
    # A Python that somebody built without it gets it from no package: only another Python helps.
    return Need(what, ("python3", "python3-venv"), ("python3",), ("python@3.13",), mends=False)


def missing_for_pdf() -> Need | None:
    """Return the lack of a library that a PDF needs; `None` where all can be loaded."""
    absent = [name for name, names in LIBRARIES.items() if not loads(*names)]
    if not absent:
        return None
    return Need(f"libraries that draw a PDF: {', '.join(absent)}", DEBIAN_PANGO, ("pango",), ("pango",))


CHECKS = {"venv": missing_for_venv, "pdf": missing_for_pdf}


def loads(search: str, *files: str) -> bool:
    """Tell whether a library can be loaded, by file name first, as the search starts other programs."""
    return any(opens(file) for file in files) or opens(ctypes.util.find_library(search))


def opens(file: str | None) -> bool:
    """Tell whether the loader finds and opens a library file."""
    if file is None:
        return False
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def install(needs: list[Need]) -> bool:
    """Install the packages where that asks nobody for anything; tell whether it was done."""
    packages = [package for need in needs for package in need.debian]
    root = as_root()
    if root is None or not shutil.which("apt-get") or not all(need.mends for need in needs):
        return False
    sys.stdout.write(f"Installing {' '.join(packages)}, for: {'; '.join(need.missing for need in needs)}\n")
    sys.stdout.flush()
    get = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"]
    add = [*get, "--no-install-recommends", "install", *packages]
    # The lists of packages may be absent (a new container) or old: fetch them only when the first try fails.
    return ran(add, quiet=True) or (ran([*get, "update"]) and ran(add))


def as_root() -> list[str] | None:
    """Return what to put before a command to run it as root; `None` where that would need a password."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo and ran([sudo, "-n", "true"], quiet=True) else None


def ran(command: list[str], *, quiet: bool = False) -> bool:
    """Run a command; tell whether it ended well. `quiet` drops what it prints."""
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, stdout=output, stderr=output, check=False).returncode == 0


def advice(needs: list[Need]) -> str:
    """Return what is missing and the commands that bring it, this system's or else all known ones."""
    lines = ["This system lacks what aibrief needs:", ""]
    lines += [f"    {need.missing}" for need in needs]
    lines += ["", "Install it, then run make again:", ""]
    lines += [f"    {system + ':':<16}{command}" for system, command in commands(needs)]
    if not all(need.mends for need in needs):
        lines += ["", "and name the Python to use: make PYTHON=/usr/bin/python3"]
    if any(need.debian == DEBIAN_PANGO for need in needs):
        lines += ["", "Without it the other formats can still be made: make brief FORMATS=docx,html"]
    return "\n".join([*lines, ""])


def commands(needs: list[Need]) -> list[tuple[str, str]]:
    """Return systems and their commands; only this system's where its package program is known."""
    debian, fedora, brew = (
        sorted({package for need in needs for package in getattr(need, system)})
        for system in ("debian", "fedora", "brew")
    )
    known = [
        ("apt-get", "Debian, Ubuntu", f"sudo apt-get update && sudo apt-get install {' '.join(debian)}"),
        ("dnf", "Fedora", f"sudo dnf install {' '.join(fedora)}"),
        ("brew", "macOS", f"brew install {' '.join(brew)}"),
    ]
    here = [(system, command) for program, system, command in known if shutil.which(program)]
    return here or [(system, command) for _, system, command in known]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
