"""The files of a theme of one's own: a copy of a built-in one under another name."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from aibrief_report.errors import Fault, Place, UsageError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.store.atomic import write_bytes
from aibrief_report.theme.read import BUILTIN


def write_theme(root: Path, name: str, model: str) -> list[str]:
    """Write templates/themes/`name`/ after the built-in theme `model`; return the paths that were written.

    Raises `UsageError` for a model that does not exist, and where there is such a theme already.
    """
    if model not in BUILTIN:
        hint = nearest(model, BUILTIN) or f"choose one of: {', '.join(BUILTIN)}"
        raise UsageError(Fault(f"there is no built-in theme {model!r}", hint=hint))
    folder = f"templates/themes/{name}"
    if (root / folder / "theme.yaml").exists():
        raise UsageError(
            Fault("there is such a theme already", Place(folder), "choose another name, or change its files")
        )
    held = files("aibrief_report.theme") / "builtin" / model
    found = {item.name: item.read_bytes() for item in held.iterdir() if item.is_file()}
    found["theme.yaml"] = found["theme.yaml"].replace(
        f"\nname: {model}\n".encode(), f"\nname: {name}\n".encode()
    )
    for file, data in sorted(found.items()):
        write_bytes(root / folder / file, data)
    return [f"{folder}/{file}" for file in sorted(found)]
