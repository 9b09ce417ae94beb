"""A macro run by LibreOffice on some files, the same on every machine that has the same LibreOffice.

It starts in a folder of its own that holds all there is: a profile, the fonts it may see, the files. No home
folder, no locale and no settings of the user reach it. Java and the first start's greeting are switched off.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from aibrief_report.errors import Fault, RenderError
from aibrief_report.office.program import ENVIRONMENT, program

TIMEOUT = 300.0
"""Seconds. A brief of 25 pages takes four; what hangs must not hang a build."""
_TRIES = 12
"""LibreOffice 7.4 aborts at every second layout of some documents, within two seconds and at random."""
ANSWER = "answer.txt"
"""The file that a macro leaves in its folder."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = "http://openoffice.org/2000/library"
_SETTINGS = (
    ("/org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "en-US"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
)
"""Settings of the profile. Without the first, LibreOffice copies a profile of its own over this one."""
_HINT = "can LibreOffice Writer open other files here? Leave toc-pages out to build without it"


def run_macro(basic: str, files: Mapping[str, bytes], fonts: Mapping[str, bytes]) -> str:
    """Return what a macro in LibreOffice Basic writes to `ANSWER`.

    `basic` has a `Sub Main(folder As String)`, told the address of the folder that holds `files`; it has to
    end the program. `fonts` are all that it may see beside those within documents, by file name. Where
    LibreOffice aborts, as it does now and then, it is tried again. Raises `RenderError` where nothing is
    answered.
    """
    for _ in range(_TRIES):
        answer = _answer(basic, files, fonts)
        if answer:
            return answer
    raise RenderError(Fault("LibreOffice did not lay the document out", hint=_HINT))


def _answer(basic: str, files: Mapping[str, bytes], fonts: Mapping[str, bytes]) -> str:
    """Return what a macro answered; empty where it did not come to that."""
    with TemporaryDirectory(prefix="aibrief-office-") as name:
        folder = Path(name)
        for place, data in (_profile(basic) | _fonts(folder, fonts) | _within("files", files)).items():
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            (folder / place).write_bytes(data)
        _run(folder)
        try:
            return (folder / "files" / ANSWER).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""


def _run(folder: Path) -> None:
    address = (folder / "files").as_uri()
    command = [
        str(program()),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
        f'macro:///Standard.Macro.Main("{address}/")',
    ]
    own = {"HOME": str(folder), "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    try:
        # A session of its own: the program is a script that starts others, which must end with it.
        with subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env=ENVIRONMENT | own,
            start_new_session=True,
        ) as running:
            _wait(running)
    except OSError as error:
        raise RenderError(Fault(f"LibreOffice cannot be started: {error.strerror}", hint=_HINT)) from error


def _wait(running: subprocess.Popen[bytes]) -> None:
    try:
        running.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        message = f"LibreOffice did not finish within {TIMEOUT:g} seconds"
        raise RenderError(Fault(message, hint=_HINT)) from error
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)


def _profile(basic: str) -> dict[str, bytes]:
    library = f'xmlns:library="{_LIBRARY}" library:name="Standard"'
    module = 'xmlns:script="http://openoffice.org/2000/script" script:name="Macro"'
    parts = {
        "registrymodifications.xcu": _settings(),
        "basic/script.xlc": f'<library:libraries xmlns:library="{_LIBRARY}">'
        '<library:library library:name="Standard" library:link="false"/></library:libraries>',
        "basic/Standard/script.xlb": f'<library:library {library} library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Macro"/></library:library>',
        "basic/Standard/Macro.xba": f'<script:module {module} script:language="StarBasic">'
        f"{escape(basic)}</script:module>",
    }
    return _within("profile/user", {name: f"{_XML}{text}".encode() for name, text in parts.items()})


def _settings() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _fonts(folder: Path, fonts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return font files and the configuration by which fontconfig finds them and no others."""
    configuration = (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>'
        f"<dir>{escape(str(folder / 'fonts'))}</dir><cachedir>{escape(str(folder / 'cache'))}</cachedir>"
        "</fontconfig>"
    )
    return {"fonts.conf": configuration.encode()} | _within("fonts", fonts)


def _within(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": data for name, data in files.items()}
