"""The plain build that all others are held against, and folders that every user may enter."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.same_bytes.building import Built, build, laid


@pytest.fixture(scope="session")
def plain(tmp_path_factory) -> Built:
    root = laid(tmp_path_factory.mktemp("plain") / "project")
    return Built(root, build(root))


@pytest.fixture
def place() -> Iterator[Path]:
    """Return a folder for a project; pytest's own are closed to other users."""
    top = Path(tempfile.mkdtemp(prefix="same-bytes-"))
    top.chmod(0o755)
    yield top / "a folder with spaces, and äöü" / "deep" / "project"
    for folder in (top, *top.rglob("*")):
        if folder.is_dir() and not folder.is_symlink():
            folder.chmod(0o755)
    shutil.rmtree(top)
