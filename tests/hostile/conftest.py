"""A good project that was built once, so that only what a test changes in it has to be read."""

import shutil

import pytest

from tests.faults.harness import built
from tests.projects import project


@pytest.fixture(scope="session")
def good(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("hostile") / "project")
    built(root)
    return root


@pytest.fixture
def root(good, tmp_path):
    return shutil.copytree(good, tmp_path / "project", symlinks=True)
