"""A version's name: it changes with every byte and setting that shapes the outputs, and with nothing else."""

import os
import shutil

import pytest

from aibrief_report.inputs.project import find_project
from aibrief_report.pipeline import write
from aibrief_report.versions import environment
from tests.projects import BRIEF, NARRATIVE, change, project, swap


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """A project whose brief was written once, so that its caches are warm."""
    root = project(
        tmp_path_factory.mktemp("base"),
        '# A\n\n{{ obs("trips", "NORTH", 2024) }} [@counts].\n\n{% include "part.md" %}\n',
    )
    (root / "templates/brief/part.md").write_text("A part.\n")
    (root / "data/notes.txt").write_text("Nobody reads this.\n")
    name(root)
    return root


@pytest.fixture
def root(base, tmp_path):
    shutil.copytree(base, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


def name(root) -> str:
    return write(find_project(root), "brief").version.name


def test_a_name_is_twelve_hex_digits(base):
    assert len(name(base)) == 12
    assert int(name(base), 16) >= 0


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (NARRATIVE, "# A", "# B"),
        (NARRATIVE, "# A\n", "# A \n"),
        ("templates/brief/part.md", "A part.", "A  part."),
        (BRIEF, "Anna", "Anne"),
        (BRIEF, "theme: plain", "theme: plain\npage: Letter"),
        (BRIEF, "theme: plain", "theme: plain\ncitation-style: nlm-citation-sequence"),
        ("templates/themes/plain/theme.yaml", "#0b4f7d", "#0b4f7c"),
        ("data/observations.csv", "5.2,", "5.3,"),
        ("data/observations.csv", "48.0,percent", "48.1,percent"),  # a row that the brief does not print
        ("data/indicators.csv", "Bicycle trips,", "Bicycle rides,"),
        ("data/areas.csv", "the whole city", "all the city"),
        ("data/sources.yaml", "The Example", "The Sample"),
        ("data/events.csv", "along the river", "by the river"),
    ],
)
def test_it_changes_with_every_input(base, root, file, old, new):
    change(root / file, lambda text: text.replace(old, new, 1) if old in text else pytest.fail(file))
    assert name(root) != name(base)


def test_it_changes_when_a_file_appears_that_was_looked_for(base, root):
    (root / "data/contests.csv").unlink()
    without = name(root)
    (root / "data/contests.csv").write_text("id,title,rows,how,note\nlanes,Lanes,lanes-by-city,how,\n")
    assert len({name(base), without, name(root)}) == 3


@pytest.mark.parametrize("distribution", environment.DISTRIBUTIONS)
def test_it_changes_with_every_library_that_shapes_outputs(base, monkeypatch, distribution):
    before = name(base)
    known = environment._version
    monkeypatch.setattr(environment, "_version", lambda one: "99" if one == distribution else known(one))
    assert environment.environment() != before
    assert environment.environment()["distributions"][distribution] == "99"


def test_it_changes_with_the_toolkit_itself(base, monkeypatch):
    before = name(base)
    monkeypatch.setattr(environment, "toolkit_digest", lambda: "another")
    assert name(base) != before


def test_it_changes_with_the_name_of_the_brief(base, root):
    (root / "templates/brief").rename(root / "templates/other")
    assert write(find_project(root), "other").version.name != name(base)


def test_it_does_not_change_with_folder_time_mode_or_what_nobody_reads(base, root):
    for path in root.rglob("*"):
        if path.is_file():
            os.utime(path, (1, 1))
            path.chmod(0o600)
    (root / "data/notes.txt").write_text("Still nobody.\n")
    (root / "templates/brief/unused.md").write_text("Unused.\n")
    (root / "README.md").write_text("A project.\n")
    shutil.rmtree(root / "out")
    assert name(root) == name(base)


def test_it_does_not_change_with_what_was_built_before(base, root):
    change(root / NARRATIVE, swap("# A", "# B"))
    other = name(root)
    change(root / NARRATIVE, swap("# B", "# A"))
    assert name(root) == name(base) != other
