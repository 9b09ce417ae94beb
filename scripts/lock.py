"""Writes requirements.lock and requirements-dev.lock: every library with the hashes of its wheels.

    lock.py [--upgrade]

benchmarks/requirements.txt holds what only the programs need that builds are measured against. What those
rest on is in requirements.lock, and so the same for us and for them.

One file serves CPython 3.11 to 3.14 on Linux, macOS and Windows, with one version of each library for all of
them, because the libraries' versions are part of a brief's version and Python's is not. Versions that a file
already has stay, unless `--upgrade` asks for others or pyproject.toml forbids them. The files name no index:
where packages come from is the business of whoever installs them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = "uv>=0.13,<1"
"""The resolver. It lives in an environment of its own, as nothing but this script needs it."""

COMPILE = [
    *("pip", "compile", "--quiet", "--no-config"),
    *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest"),
    *("--no-build", "--generate-hashes"),
    *("--no-header", "--no-emit-index-url", "--no-emit-find-links"),
]

HEADER = "# Written by `make lock`; change pyproject.toml and run that.\n"


def main(options: list[str]) -> None:
    """Write all files; the others agree with the first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    # Pip is told to take what builds the package from .venv, so the locks must cover it.
    backend = project["build-system"]["requires"]
    others = project["project"]["optional-dependencies"]["benchmarks"]
    with tempfile.TemporaryDirectory() as folder:
        uv = resolver(Path(folder))
        extra = ("--extra", "dev", "--constraint", "requirements.lock")
        write(uv, "requirements.lock", backend, "pyproject.toml", *options)
        write(uv, "requirements-dev.lock", backend, "pyproject.toml", *extra, *options)
        write(uv, "benchmarks/requirements.txt", others, "--no-deps", *options)


def resolver(folder: Path) -> Path:
    """Install uv into a folder; return its path."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", UV], check=True)
    return programs / "uv"


def write(uv: Path, name: str, asked: list[str], *options: str) -> None:
    """Resolve what is asked for, together with what options name, and write one file."""
    command = [str(uv), *COMPILE, "--output-file", name, *options, "-"]
    given = "\n".join(asked)
    subprocess.run(command, cwd=ROOT, input=given, text=True, check=True, stdout=subprocess.DEVNULL)
    file = ROOT / name
    text = HEADER + file.read_text(encoding="utf-8")
    if "://" in text or str(ROOT) in text:
        sys.exit(f"{name} names an index or a folder of this computer; it must be readable anywhere.")
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
