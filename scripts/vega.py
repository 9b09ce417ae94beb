"""Writes the script that draws live charts anew, after a new version of vl-convert: see charts/runtime.py.

vega.py
"""

from __future__ import annotations

import gzip
from importlib.metadata import version
from pathlib import Path

from aibrief_report.charts.runtime import bundle, bundled_name

CHARTS = Path(__file__).resolve().parent.parent / "src" / "aibrief_report" / "charts"


def main() -> None:
    """Put the script of the installed version in the place of any other."""
    for old in CHARTS.glob(bundled_name("*")):
        old.unlink()
    name = bundled_name(version("vl-convert-python"))
    (CHARTS / name).write_bytes(gzip.compress(bundle().encode(), mtime=0))


if __name__ == "__main__":
    main()
