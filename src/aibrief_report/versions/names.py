"""Names of versions as people give them: whole, or only how they begin, as git has it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aibrief_report.digest import SHORT
from aibrief_report.errors import Fault, InputError

_BEGINNING = re.compile(r"[0-9a-f]{4,64}")
_MOST_TOLD = 5


def whole_name(text: str, known: Iterable[str]) -> str | None:
    """Return the one of some version names that begins with a text, or is the start of the hash that it is.

    Four digits are the fewest. `None` where no name begins so. Raises `InputError` where several do.
    """
    if not _BEGINNING.fullmatch(text):
        return None
    found = sorted({name for name in known if name.startswith(text[:SHORT])})
    if len(found) > 1:
        hint = f"write more of it: {', '.join(found[:_MOST_TOLD])}"
        raise InputError(Fault(f"{len(found)} versions begin with {text}", hint=hint))
    return found[0] if found else None
