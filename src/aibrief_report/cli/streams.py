"""Standard streams that are there: a process may be started with some of them closed, as by cron or `<&-`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_INPUT, _OUTPUT, _ERROR = 0, 1, 2


def fill_streams() -> None:
    """Let each standard stream that is closed lead to nowhere.

    V8 stops where there is no standard input, and the next file to be opened would become the output.
    """
    for number in (_INPUT, _OUTPUT, _ERROR):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one
    nowhere = Path(os.devnull)
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
