"""What many rooms of tests share: the shipped briefs and a small one, each resolved once a session."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
from msgspec.structs import replace

from aibrief_report.inputs.project import Project
from aibrief_report.pipeline import Written, write
from aibrief_report.render.formats import render
from tests.torture import project as torture

ROOT = Path(__file__).parent.parent
FLAGSHIP = "us-china-ai-rivalry"

# The same examples on every run, and no clock: a slow machine is no failure.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return the shipped project with an `out/` of its own; what one test draws there, others find."""
    root = tmp_path_factory.mktemp("shipped")
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, root / name)
    return Project(root)


@pytest.fixture(scope="session")
def flagship(shipped: Project) -> Written:
    """Return the flagship brief, resolved."""
    return write(shipped, FLAGSHIP)


@pytest.fixture(scope="session")
def compact(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Return a small brief of nearly every node, resolved, under a version that no change of code moves."""
    root = tmp_path_factory.mktemp("compact")
    shutil.copytree(ROOT / "tests" / "compact", root, dirs_exist_ok=True)
    written = write(Project(root), "compact")
    return replace(written, document=written.document.with_version("0123456789ab"))


@pytest.fixture(scope="session")
def compact_pdf(compact: Written) -> bytes:
    """Return the small brief as a PDF."""
    return render("pdf", compact.document, compact.theme, compact.cache)


@pytest.fixture(scope="session")
def torture_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return the torture project, laid in a folder of its own; see tests/torture/project.py."""
    return Project(torture.lay(tmp_path_factory.mktemp("torture")))


@pytest.fixture(scope="session")
def torture_brief(torture_project: Project) -> Written:
    """Return the torture brief, resolved. Its thirty drawings take ten seconds: for conformance tests."""
    return write(torture_project, torture.NAME)


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Return a function that notes the figures of a trial, such as kills=25: see the end of the run."""

    def note(trial: str, **figures: int) -> None:
        request.node.user_properties.append(("figures", [trial, figures]))

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures of all trials that passed, added up; they come from other processes as well."""
    found: dict[str, Counter[str]] = {}
    for report in terminalreporter.stats.get("passed", ()):
        for trial, figures in (told for name, told in report.user_properties if name == "figures"):
            found.setdefault(trial, Counter()).update(figures)
    if found:
        terminalreporter.section("figures")
    for trial, figures in sorted(found.items()):
        terminalreporter.line(f"{trial}: {', '.join(f'{name} {count:,}' for name, count in figures.items())}")
