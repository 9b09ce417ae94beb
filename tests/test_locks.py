"""The locks cover what pyproject.toml asks for, agree with each other, and can be read anywhere."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from aibrief_report.versions.toolkit import VERSION

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
DEVELOPMENT = [*RUNTIME, *PROJECT["project"]["optional-dependencies"]["dev"]]
MEASURED = PROJECT["project"]["optional-dependencies"]["benchmarks"]
LOCKS = {
    "requirements.lock": RUNTIME,
    "requirements-dev.lock": DEVELOPMENT,
    "benchmarks/requirements.txt": MEASURED,
}


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def meets(version: str | None, asked: Requirement) -> bool:
    return version is not None and version in asked.specifier


@pytest.mark.parametrize(("name", "wanted"), LOCKS.items())
def test_a_lock_pins_what_the_project_asks_for(name, wanted):
    held = pins(name)
    asked = [Requirement(one) for one in wanted]
    stale = [str(one) for one in asked if not meets(held.get(canonicalize_name(one.name)), one)]
    assert not stale, "run `make lock`"


def test_the_toolkit_tells_the_version_that_is_installed():
    assert PROJECT["project"]["version"] == VERSION


def test_tests_run_with_the_versions_that_briefs_are_built_with():
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_what_is_only_measured_is_no_part_of_the_toolkit():
    assert not pins("benchmarks/requirements.txt").keys() & pins("requirements-dev.lock").keys()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_index_and_no_folder(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|^--?\w|(?<!\w)/\w", text, re.MULTILINE)
    assert text.count("--hash=sha256:") >= len(pins(name))
