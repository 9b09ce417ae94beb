"""The checker of the W3C finds no error in a page."""

from __future__ import annotations

import shutil
import subprocess

import pytest

pytestmark = pytest.mark.conformance

VNU = shutil.which("vnu")
NEWER = ("position-area", "anchor-name", "position-anchor", "position-try-fallbacks")
"""Properties of CSS Anchor Positioning, which the checker does not know yet."""


@pytest.mark.skipif(VNU is None, reason="the Nu HTML Checker (vnu) is not installed")
def test_a_page_is_valid_html_and_css(any_page):
    known = "|".join(f".*“{name}”: Property “{name}” doesn't exist.*" for name in NEWER)
    told = subprocess.run(
        [str(VNU), "--errors-only", "--filterpattern", known, "--format", "gnu", str(any_page)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stderr.strip() == ""
    assert told.returncode == 0
