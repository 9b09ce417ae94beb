"""Which LibreOffice is here: the program, its version, and the files by which a change of it is noticed."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

from aibrief_report.errors import Fault, Place, RenderError

_NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_BESIDE = ("soffice.bin", "versionrc")
"""Files beside the program that every update of LibreOffice replaces."""
_TIMEOUT = 60.0
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "SAL_USE_VCLPLUGIN": "svp"}
"""All that LibreOffice is told of its surroundings: a locale, where its script finds a shell's tools, and
that there is no screen."""


def office_version(place: Place | None = None) -> str:
    """Return what LibreOffice says of itself, such as "LibreOffice 7.4.7.2 40(Build:2)".

    `place` is where the brief asks for it. Raises `RenderError` where it is not installed or does not start.
    """
    try:
        return _version(program())
    except RenderError as error:
        fault = error.faults[0]
        raise RenderError(Fault(fault.message, place, fault.hint)) from error


def program() -> Path:
    """Return the program, all links followed. Raises `RenderError` where there is none."""
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found).resolve()
    hint = "install LibreOffice Writer, or leave toc-pages out: the contents then have no page numbers"
    raise RenderError(Fault("page numbers come from LibreOffice, which is not installed", hint=hint))


def program_files() -> tuple[Path, ...]:
    """Return files whose time or size changes when LibreOffice does."""
    found = program()
    return tuple(one for one in (found, *(found.with_name(name) for name in _BESIDE)) if one.is_file())


@cache
def _version(found: Path) -> str:
    try:
        done = subprocess.run(
            [str(found), "--version"],
            capture_output=True,
            timeout=_TIMEOUT,
            env=ENVIRONMENT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RenderError(Fault("LibreOffice cannot be started", hint=f"does {found} run?")) from error
    told = " ".join(done.stdout.decode("utf-8", "replace").split())
    if done.returncode or not told:
        raise RenderError(Fault("LibreOffice does not say its version", hint=f"does {found} run?"))
    return told
