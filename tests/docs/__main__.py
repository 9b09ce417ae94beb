"""Write what the commands of a page print today: python -m tests.docs docs/tutorial.md"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from tests.docs.fences import fences
from tests.docs.walking import Walker


def refresh(page: Path) -> None:
    """Put what was printed in the place of what the page shows."""
    lines = page.read_text(encoding="utf-8").split("\n")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        shown = list(Walker(Path(folder), patch).follow(fences(page)))
    for one in reversed(shown):
        if not one.shortened:
            lines[one.fence.first + 1 : one.fence.last] = one.printed.splitlines()
    page.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        refresh(Path(name).resolve())
