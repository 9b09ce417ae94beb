"""A small project of many kinds of content, built in a process of its own, and the files of its version."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.projects import project
from tests.same_bytes.disturbances import Disturbance

PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
PLAIN = {"TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}

BRIEF = """
subtitle: From {{ obs("trips", "NORTH", 2023) }} to {{ obs("trips", "NORTH", 2024) }}
key-findings:
  - Up by {{ change(obs("trips", "NORTH", 2023), obs("trips", "NORTH", 2024)) }} in a year
prefer:
  lanes-by-press: it counts repairs too
charts:
  trips:
    kind: grouped-bar
    indicator: trips
    areas: [NORTH, SOUTH]
    periods: [2023, 2024]
    title: Both districts ride more
tables:
  rows:
    title: Every row
    rows: [trips-north-2024, trips-south-2024, lanes-by-city]
"""
NARRATIVE = """# Both districts ride more

The north made {{ obs("trips", "NORTH", 2024) }} trips [@counts, table 2], see @fig-trips and @tbl-rows.[^a]

{% claim obs("spending", "NORTH", 2023) > 12 %}Lanes were expensive.{% endclaim %}

{{ chart("trips") }}

{{ table("rows") }}

![A dot](dot.svg "A drawing")

::: box A box
With *{{ event("lane-opened").date }}* and äöü, čšž.
:::

[^a]: A note [@press].
"""
DOT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="4" height="4"/>
<text y="9" font-family="Source Sans Pro">no</text><text y="19" style="font-family: Arial">yes</text>
</svg>"""


SHIPPED = tuple(sorted(path.parent.name for path in (ROOT / "templates").glob("*/brief.yaml")))


@dataclass(frozen=True)
class Built:
    """A project that was built, and the files of its version by name."""

    root: Path
    files: dict[str, bytes]


def laid(root: Path) -> Path:
    """Lay the small project in a folder; return that."""
    project(root, NARRATIVE, BRIEF)
    (root / "templates/brief/dot.svg").write_text(DOT)
    return root


def shipped(root: Path) -> Path:
    """Lay the project with the briefs that ship in a folder; return that."""
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, root / name)
    return root


def build(root: Path, disturbances: Sequence[Disturbance] = (), brief: str = "brief") -> dict[str, bytes]:
    """Build a brief in a process of its own; return the files of its version by name, with its name."""
    finish(start(root, disturbances, "build", brief))
    return files(root, brief)


def start(root: Path, disturbances: Sequence[Disturbance] = (), *arguments: str) -> subprocess.Popen[str]:
    """Start the command on a project, disturbed, with a home folder of its own beside the project."""
    home = root.parent / "home"
    home.mkdir(exist_ok=True)
    for one in disturbances:
        root = one.lay(root)
    command = (sys.executable, "-m", "aibrief_report", "-C", str(root), *arguments)
    return subprocess.Popen(
        [*(word for one in disturbances for word in one.before), *command],
        env=_environment(home, disturbances),
        cwd=home.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        **{key: value for one in disturbances for key, value in one.options.items()},
    )


def finish(running: subprocess.Popen[str]) -> str:
    """Wait for a command that must succeed; return what it told."""
    told = running.communicate()[0]
    assert running.returncode == 0, told
    return told


def _environment(home: Path, disturbances: Sequence[Disturbance]) -> dict[str, str]:
    known = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    found = {**known, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), **PLAIN}
    paths = [one.environment["PYTHONPATH"] for one in disturbances if "PYTHONPATH" in one.environment]
    for one in disturbances:
        found |= one.environment
    return found | {"PYTHONPATH": os.pathsep.join((*paths, *filter(None, [known.get("PYTHONPATH")])))}


def files(root: Path, brief: str = "brief") -> dict[str, bytes]:
    """Return the files of a brief's latest version by name, and under "version" its name."""
    latest = root / "out" / brief / "latest"
    found = {path.name: path.read_bytes() for path in sorted(latest.iterdir())}
    return found | {"version": latest.resolve().name.encode()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]
