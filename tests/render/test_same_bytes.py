"""Same document, same bytes: in other folders, time zones and locales, under other hash seeds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

CODE = """
from hashlib import sha256
from aibrief_report.render.html import render_html
from aibrief_report.render.pdf import render_pdf
from tests.documents import plain_theme, theme, torture
for made in (render_html(torture(), plain_theme()), render_pdf(torture(), theme())):
    print(sha256(made).hexdigest())
"""


def digests(folder: Path, **environment: str) -> str:
    """The digests of page and PDF, made by a process of its own."""
    path = os.pathsep.join([str(ROOT), *sys.path])
    env = {**os.environ, "PYTHONPATH": path, **environment}
    command = [sys.executable, "-c", CODE]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def expected(tmp_path_factory) -> str:
    return digests(tmp_path_factory.mktemp("here"), PYTHONHASHSEED="0", TZ="UTC")


@pytest.mark.torture  # whole builds are disturbed by far more in tests/same_bytes
def test_another_place_makes_the_same_bytes(expected, tmp_path):
    folder = tmp_path / "a folder with spaces & more"
    temporary = folder / "tmp"
    temporary.mkdir(parents=True)
    found = digests(
        folder,
        PYTHONHASHSEED="1234",
        TZ="Asia/Tokyo",
        LC_ALL="C",
        TMPDIR=str(temporary),
        SOURCE_DATE_EPOCH="1",
    )
    assert found == expected
    assert list(temporary.iterdir()) == []
