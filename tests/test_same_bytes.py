"""Same inputs, same bytes: on any day, in any folder, under any user, locale, time zone and hash seed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aibrief_report.digest import sha256
from aibrief_report.ooxml.packages import content_hash, write_package
from aibrief_report.ooxml.reading import read_package
from tests.projects import project

PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
PLAIN = {"TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}
OTHER = {
    "TZ": "Asia/Kathmandu",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "de_DE.ISO-8859-1",
    "LANGUAGE": "zh",
    "PYTHONHASHSEED": "4242",
    "SOURCE_DATE_EPOCH": "1700000000",
    "COLUMNS": "37",
    "TERM": "xterm-256color",
    "USER": "somebody",
}

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
DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="4" height="4"/></svg>'


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> dict[str, bytes]:
    return built(made(tmp_path_factory.mktemp("plain") / "project"), PLAIN)


@pytest.fixture
def root(tmp_path) -> Path:
    return made(tmp_path / "a folder with spaces, and äöü" / "deep" / "project")


def made(root: Path) -> Path:
    project(root, NARRATIVE, BRIEF)
    (root / "templates/brief/dot.svg").write_text(DOT)
    return root


def built(
    root: Path, environment: dict[str, str], umask: int = 0o022, before: tuple[str, ...] = ()
) -> dict[str, bytes]:
    """Build all formats in a process of its own; return the files of the version by name, with its name."""
    known = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    home = root.parent / "home"
    home.mkdir(exist_ok=True)
    subprocess.run(
        [*before, sys.executable, "-m", "aibrief_report", "-C", str(root), "build", "brief"],
        env={**known, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), **environment},
        cwd=root.parent,
        umask=umask,
        check=True,
        capture_output=True,
    )
    latest = root / "out" / "brief" / "latest"
    files = {path.name: path.read_bytes() for path in sorted(latest.iterdir())}
    return files | {"version": latest.resolve().name.encode()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


def test_all_formats_are_there(plain):
    assert sorted(plain) == [
        *("brief.docx", "brief.html", "brief.pdf", "document.json", "inputs.json", "manifest.json", "version")
    ]


def test_the_manifest_knows_a_docx_that_another_zlib_packed(plain):
    """Stands for a zlib of another make: the same parts, packed otherwise, those within workbooks too."""
    members = dict(read_package(plain["brief.docx"]))
    books = [name for name in members if name.endswith(".xlsx")]
    members |= {name: write_package(read_package(members[name]), level=1) for name in books}
    other = write_package(members, level=1)
    told = json.loads(plain["manifest.json"])["outputs"]["brief.docx"]
    assert books
    assert sha256(other) != told["sha256"]
    assert content_hash(other) == told["content"]


def test_user_locale_zone_hash_seed_folder_and_umask_are_no_inputs(plain, root):
    assert differing(plain, built(root, OTHER, umask=0o077)) == []


def test_a_warm_cache_gives_what_a_cold_one_gives(plain, root):
    built(root, OTHER)
    shutil.rmtree(root / "out" / "brief")
    assert differing(plain, built(root, OTHER)) == []


def test_formats_made_one_after_the_other_are_those_made_together(plain, root):
    for form in ("html", "docx", "pdf"):
        subprocess.run(
            [sys.executable, "-m", "aibrief_report", "-C", str(root), "build", "brief", "--formats", form],
            check=True,
            capture_output=True,
        )
    latest = root / "out" / "brief" / "latest"
    assert differing(plain, {path.name: path.read_bytes() for path in latest.iterdir()}) == ["version"]


@pytest.mark.skipif(not shutil.which("faketime"), reason="the clock can be moved only with libfaketime")
@pytest.mark.parametrize("moment", ["1999-12-31 23:59:58", "2031-07-04 12:00:00"])
def test_the_day_is_no_input(plain, root, moment):
    assert differing(plain, built(root, PLAIN, before=("faketime", "-f", f"@{moment}"))) == []
