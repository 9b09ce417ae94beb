"""Reading a file of the disk: a regular one, up to a size. Pipes and devices would hold a reader for ever."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_MANNER = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
"""Not waiting: to open a pipe would, until somebody writes to it."""

_PIECE = 2**16


def read_file(place: Path, most: int = 2**31) -> tuple[bytes, os.stat_result]:
    """Return a file's bytes, and what the system says of it.

    Raises `OSError` where it cannot be read, is a folder, pipe or device, or (EFBIG) holds more than `most`
    bytes; such a one is not read at all.
    """
    handle = os.open(place, _MANNER)
    with os.fdopen(handle, "rb") as file:
        told = os.fstat(handle)
        if not stat.S_ISREG(told.st_mode):
            raise OSError(errno.EINVAL, "it is a pipe or a device, not a file", str(place))
        if told.st_size > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(place))
        data = file.read(told.st_size)
        # What stands in the folders of the system pretends to be empty, and a file may grow while it is read.
        while len(data) <= most and (more := file.read(_PIECE)):
            data += more
        if len(data) > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(place))
    return data, told
