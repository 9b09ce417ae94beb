"""Pandoc as a subprocess: the one that `pypandoc_binary` brings, in an environment of its own.

Pandoc is called, never configured: no home folder, no locale, no user data and no PATH reach it, and its
sandbox keeps it from reading files, so that the same request gives the same bytes everywhere.
"""

from __future__ import annotations

import importlib.util
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from aibrief_report.errors import Fault, ReferencesError

TIMEOUT = 120.0
"""Seconds. 500 sources in a slow style take 2.5; a style that recurses without end must not hang a build."""

_PROGRAMS = ("pandoc", "pandoc.exe")
_ENVIRONMENT = {"LC_ALL": "C.UTF-8"}
_HINT = "install pypandoc_binary again, for this platform"


def run_pandoc(arguments: Sequence[str], data: bytes, seconds: float = TIMEOUT) -> bytes:
    """Return what pandoc writes to its output for some input. Raises `ReferencesError` where it fails."""
    program = _program()
    try:
        done = subprocess.run(
            [str(program), "--sandbox", f"--data-dir={program.parent}", *arguments],
            input=data,
            capture_output=True,
            timeout=seconds,
            cwd=program.parent,
            env=_ENVIRONMENT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = f"pandoc did not finish within {seconds:g} seconds"
        raise ReferencesError(Fault(message, hint="is the citation style sound?")) from error
    except OSError as error:
        raise ReferencesError(Fault(f"pandoc cannot be started: {error.strerror}", hint=_HINT)) from error
    if done.returncode != 0:
        raise ReferencesError(Fault(f"pandoc failed: {_last_words(done)}"))
    return done.stdout


def engine_version() -> str:
    """Return the name and version of the distribution that pins pandoc, found without starting anything."""
    # Not importlib.metadata, which takes 27 ms to import, longer than a build with warm caches should.
    names = sorted(path.name for path in _home().parent.glob("pypandoc_binary-*.dist-info"))
    if not names:
        raise ReferencesError(Fault("pypandoc_binary is not installed", hint=_HINT))
    return names[-1].removesuffix(".dist-info").replace("-", " ", 1)


def _last_words(done: subprocess.CompletedProcess[bytes]) -> str:
    said = " ".join(done.stderr.decode("utf-8", "replace").split())
    return said or f"it ended with code {done.returncode} and said nothing"


@cache
def _home() -> Path:
    spec = importlib.util.find_spec("pypandoc")
    if spec is None or spec.origin is None:
        raise ReferencesError(Fault("pypandoc_binary is not installed", hint=_HINT))
    return Path(spec.origin).parent


@cache
def _program() -> Path:
    # Not pypandoc.get_pandoc_path(): it prefers a newer pandoc that happens to be installed.
    for name in _PROGRAMS:
        place = _home() / "files" / name
        if place.is_file():
            return place
    raise ReferencesError(Fault("pypandoc comes without its pandoc here", hint=_HINT))
