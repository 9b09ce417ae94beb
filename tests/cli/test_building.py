"""`aibrief build` of several briefs: one after the other or side by side, told alike."""

import shutil

import pytest

from aibrief_report.cli.building import Builder
from aibrief_report.errors import Place
from aibrief_report.inputs.project import Project
from tests.projects import change, project

BRIEFS = ("brief", "other", "third")


@pytest.fixture
def root(tmp_path):
    root = project(tmp_path / "project")
    for name in BRIEFS[1:]:
        shutil.copytree(root / "templates/brief", root / f"templates/{name}")
    return root


def outcomes(root, jobs):
    return tuple(Builder(Project(root), ("html",)).outcomes(BRIEFS, jobs))


def pages(root):
    return {path.relative_to(root): path.read_bytes() for path in root.glob("out/*/*/*.html")}


def test_briefs_built_side_by_side_are_told_and_made_as_one_by_one(root, tmp_path):
    other = shutil.copytree(root, tmp_path / "other")
    together, alone = outcomes(root, jobs=2), outcomes(other, jobs=1)
    assert together == alone
    assert [one.brief for one in together] == [*BRIEFS]
    assert pages(root) == pages(other)
    assert len(pages(root)) == len(BRIEFS)


def test_a_brief_with_faults_stops_none_beside_it(root):
    change(root / "templates/other/narrative.md", lambda text: f"{text}\n{{{{ nothing }}}}\n")
    first, broken, third = outcomes(root, jobs=2)
    assert (first.made, broken.made, third.made) == (("html",), (), ("html",))
    [fault] = broken.faults
    assert fault.place == Place("templates/other/narrative.md", fault.place.line, fault.place.column)
    assert fault.message == "'nothing' is not defined"


def test_nothing_is_started_for_briefs_that_are_up_to_date(root, monkeypatch):
    before = outcomes(root, jobs=1)
    monkeypatch.setattr(Builder, "_side_by_side", None)
    after = outcomes(root, jobs=8)
    assert [(one.version, one.made) for one in after] == [(one.version, ()) for one in before]
