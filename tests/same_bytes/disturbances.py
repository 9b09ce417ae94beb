"""What may surround a build, one thing after another, each with a name: the table of all that is no input.

The kinds are those of reprotest, and what libraries of ours were seen to ask for, such as fonts of the user.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from fontTools.ttLib import TTFont

REPOSITORY = Path(__file__).parent.parent.parent
SHUFFLED = Path(__file__).parent / "shuffled"
"""A folder whose `sitecustomize.py` gives every listing in another order."""
INSTALLED = "installed"
"""Beside the project, where the command is started."""
NOBODY = 65534


@dataclass(frozen=True)
class Disturbance:
    """One thing that surrounds a build and must not show in it.

    `lay` changes the project on the disk, and returns the path that it is built by; `before` is the program
    that starts the command, `options` are those of `subprocess.Popen`.
    """

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    lay: Callable[[Path], Path] = lambda root: root
    possible: Callable[[], bool] = lambda: True

    def __str__(self) -> str:
        return self.name


def program(*words: str) -> Callable[[], bool]:
    """Return a test of whether a program is here and runs: some may not within a container."""

    def runs() -> bool:
        done = shutil.which(words[0]) and subprocess.run([*words, "true"], capture_output=True, check=False)
        return bool(done) and done.returncode == 0

    return runs


def clock(moment: str) -> Disturbance:
    return Disturbance(
        f"a clock that says {moment}",
        before=("faketime", "-f", f"@{moment}"),
        possible=program("faketime", "-f", f"@{moment}"),
    )


def started_by(name: str, *words: str) -> Disturbance:
    return Disturbance(name, before=words, possible=program(*words))


def in_reverse(root: Path) -> Path:
    """Write every file anew, the last first, so that folders hold them in another order."""
    for path in sorted((path for path in root.rglob("*") if path.is_file()), reverse=True):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
    return root


def aged(root: Path) -> Path:
    """Give every file a time of its own, long ago, and the least and the most of rights in turn."""
    for place, path in enumerate(sorted(path for path in root.rglob("*") if path.is_file())):
        os.utime(path, (86_400 * place, 86_400 * place))
        path.chmod(0o444 if place % 2 else 0o777)
    return root


def linked(root: Path) -> Path:
    """Reach the project by a symbolic link in another folder."""
    link = root.parent / "by a link" / "to it"
    link.parent.mkdir()
    link.symlink_to(root)
    return link


def read_only(root: Path) -> Path:
    """Let nothing be written in the project; `out` leads to another folder."""
    (root.parent / "outputs").mkdir(exist_ok=True)
    (root / "out").symlink_to(root.parent / "outputs")
    for path in (root, *root.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o555)
    return root


def given_to_nobody(root: Path) -> Path:
    for path in (root.parent, *root.parent.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    return root


def installed(root: Path) -> Path:
    """Make a wheel of the toolkit, and unpack it beside the project, as pip does."""
    home = root.parent / INSTALLED
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", home]
    subprocess.run(words, cwd=REPOSITORY, check=True, capture_output=True)
    (wheel,) = home.glob("*.whl")
    ZipFile(wheel).extractall(home)
    return root


def with_fonts(root: Path) -> Path:
    """Install fonts for the user that have the names of the theme's, and rules that prefer others."""
    home = root.parent / "home"
    for folder in (home / ".fonts", home / ".local/share/fonts"):
        folder.mkdir(parents=True)
        for family in ("Source Sans Pro", "Source Serif Pro"):
            (folder / f"{family}.ttf").write_bytes(font_named(family))
    rules = "<alias><family>Source Sans Pro</family><prefer><family>DejaVu</family></prefer></alias>"
    (home / ".config/fontconfig").mkdir(parents=True)
    (home / ".config/fontconfig/fonts.conf").write_text(f"<fontconfig>{rules}</fontconfig>")
    return root


def font_named(family: str) -> bytes:
    """Return Fira Sans under the name of another family."""
    import fontpkg_fira_sans

    font = TTFont(Path(fontpkg_fira_sans.__file__).parent / "files/FiraSans-Regular.ttf")
    for record in font["name"].names:
        if record.nameID in (1, 16, 4):
            record.string = family
    made = BytesIO()
    font.save(made)
    return made.getvalue()


AS_NOBODY = (
    *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
    *("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"),
)
"""Another user, who may read all (Python may lie in a folder of root's) and write what is his."""
OTHER_USER = Disturbance("another user", before=AS_NOBODY, lay=given_to_nobody, possible=program(*AS_NOBODY))

FIRST = (
    Disturbance(
        "locale, time zone, terminal and hash seed",
        {
            "TZ": "Asia/Kathmandu",
            "LANG": "tr_TR.UTF-8",
            "LC_ALL": "de_DE.ISO-8859-1",
            "LANGUAGE": "zh",
            "PYTHONHASHSEED": "4242",
            "SOURCE_DATE_EPOCH": "1700000000",
            "COLUMNS": "37",
            "TERM": "xterm-256color",
            "USER": "somebody",
        },
    ),
    Disturbance("memory that is not cleared", {"MALLOC_PERTURB_": "165", "PYTHONMALLOC": "malloc"}),
    Disturbance("Python told to optimise", {"PYTHONOPTIMIZE": "1", "PYTHONDONTWRITEBYTECODE": "1"}),
    Disturbance("listings in any order", {"PYTHONPATH": str(SHUFFLED)}),
    Disturbance("files written the last first", lay=in_reverse),
    Disturbance("other times and rights of files", lay=aged),
    Disturbance("umask 077", options={"umask": 0o077}),
    Disturbance("standard input closed", before=("sh", "-c", 'exec "$@" <&-', "sh")),
    started_by("one processor", "taskset", "-c", "0"),
    started_by("few open files, no core", "prlimit", "--nofile=96", "--core=0"),
    started_by("another kernel, addresses not at random", "setarch", "--uname-2.6", "-R"),
    clock("1999-12-31 23:59:58"),
    Disturbance("a home that is not there", {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"}),
    OTHER_USER,
)
"""What disturbs the first build."""

SECOND = (
    Disturbance(
        "an ASCII locale",
        {
            "LC_ALL": "C",
            "LANG": "C",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONUTF8": "0",
            "PYTHONHASHSEED": "9",
        },
    ),
    Disturbance("an installed package, not an editable one", {"PYTHONPATH": INSTALLED}, lay=installed),
    Disturbance("fonts of the user", {"FONTCONFIG_FILE": "/nonexistent.conf"}, lay=with_fonts),
    Disturbance("a project that cannot be written, out/ elsewhere", lay=read_only),
    clock("2031-07-04 12:00:00"),
    OTHER_USER,
    Disturbance("a link to the project", lay=linked),
)
"""What disturbs the second: mostly the opposite of what disturbs the first."""
