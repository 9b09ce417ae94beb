"""Garbage is looked for where it can add up, and not where the process soon ends."""

import gc
import sys

import pytest

from aibrief_report.cli import app, entry


@pytest.fixture
def collector():
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize(("arguments", "on"), [("build one", False), ("build one two", True), ("list", True)])
def test_the_collector_rests_while_one_brief_is_built(arguments, on, monkeypatch, tmp_path, collector):
    seen = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["aibrief", *arguments.split()])
    monkeypatch.setattr(app, "run", lambda _: seen.append(gc.isenabled()) or 0)
    with pytest.raises(SystemExit) as ended:
        entry.main()
    assert (seen, ended.value.code) == ([on], 0)
    assert gc.get_freeze_count() > 0
