"""One builder at a time in a folder; a second one waits."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MANNER = os.O_WRONLY | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC
"""Not waiting: what lies there under this name may be a pipe, that nobody reads."""


@contextmanager
def locked(folder: Path, *, shared: bool = False) -> Iterator[None]:
    """Hold a folder's lock while the block runs. Raises `OSError` where the folder cannot be written.

    A `shared` lock keeps out only those who want it for themselves.

    The lock is the kernel's (flock): it goes with the process, however that ends.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # Not waiting: what lies there under this name may be a pipe.
    with os.fdopen(
        os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC)
    ) as handle:
        fcntl.flock(handle, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield
