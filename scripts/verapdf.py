"""Fetches veraPDF, which judges the PDF against PDF/UA-1 and PDF/A-3a, into .venv/verapdf.

Ends with 0 where it is there, and with 1 and a reason where it cannot be had: it needs Java to run, and Maven
to be fetched. Maven keeps what it fetched in its own cache, so that a fresh .venv asks no network.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "1.28.2"
"""The latest whose one file holds all that it needs."""

SHA256 = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
JAR = Path(__file__).parent.parent / ".venv" / "verapdf" / f"greenfield-apps-{VERSION}.jar"

_COPY = "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy"
_MINUTES = 5


def main() -> int:
    """Fetch veraPDF where it is not there yet; return the exit code."""
    missing = [name for name in ("java", "mvn") if shutil.which(name) is None]
    if "java" in missing or (missing and not _is_there()):
        return _without(f"{' and '.join(missing)} cannot be found")
    if not _is_there() and (reason := _fetch()):
        return _without(reason)
    return 0


def _is_there() -> bool:
    return JAR.exists() and hashlib.sha256(JAR.read_bytes()).hexdigest() == SHA256


def _fetch() -> str:
    """Let Maven copy the file; return why it could not, empty where it did."""
    artefact = f"-Dartifact=org.verapdf.apps:greenfield-apps:{VERSION}"
    command = [
        "mvn",
        "-q",
        "-B",
        _COPY,
        artefact,
        f"-DoutputDirectory={JAR.parent}",
        "-Dmdep.overWriteReleases",
    ]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=_MINUTES * 60, check=False)
    except subprocess.TimeoutExpired:
        return f"Maven had not fetched it after {_MINUTES} minutes"
    if run.returncode:
        return f"Maven could not fetch it: {(run.stdout + run.stderr).strip()[-300:]}"
    return "" if _is_there() else "what Maven fetched is not what was expected"


def _without(reason: str) -> int:
    print(f"Without veraPDF: {reason}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
