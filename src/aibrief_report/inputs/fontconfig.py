"""Fontconfig's variables: which fonts libraries see is decided here, not by the machine.

Fontconfig, and what reads its files, are told by the environment alone where the configuration lies, and
read it once. So the environment is set for that moment and put back.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FILE = "FONTCONFIG_FILE"
_VARIABLES = (_FILE, "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT")


@contextmanager
def configured(file: Path) -> Iterator[None]:
    """Let fontconfig read this configuration, and nothing that the user or the machine has."""
    before = {name: os.environ.pop(name, None) for name in _VARIABLES}
    os.environ[_FILE] = str(file)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
