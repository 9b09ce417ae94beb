"""The same document gives the same bytes, whatever the process, its hash seed, time zone and locale."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from aibrief_report.render.docx.writer import render_docx
from tests.documents import theme, torture

ROOT = Path(__file__).parents[3]
PROGRAM = (
    "import hashlib; from tests.documents import theme, torture; "
    "from aibrief_report.render.docx.writer import render_docx; "
    "print(hashlib.sha256(render_docx(torture(), theme())).hexdigest())"
)


@pytest.mark.parametrize(
    ("seed", "zone", "locale"), [("1", "Asia/Tokyo", "C"), ("4242", "America/New_York", "C.UTF-8")]
)
def test_another_process_writes_the_same_bytes(seed, zone, locale, tmp_path):
    settings = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
    environment = {**os.environ, **settings}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == hashlib.sha256(render_docx(torture(), theme())).hexdigest()
