"""Bundles: folders of one version with all that it needs, and where to look when no project is at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from aibrief_report.errors import BriefError, InputError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project, find_project
from aibrief_report.versions.version import DOCUMENT, INPUTS, MANIFEST

BUNDLED = "objects"
"""The folder of a published bundle that holds its inputs."""
PUBLISHED = "published"
"""The folder of a project that holds what was published; git may keep it."""


def is_bundle(folder: Path) -> bool:
    """Return whether a folder holds a version with its inputs."""
    return (folder / BUNDLED).is_dir() and all((folder / name).is_file() for name in (INPUTS, DOCUMENT))


def find_home(start: Path, *named: str) -> Project:
    """Return the project at or above a folder; outside of any, a bundle, which then stands for one.

    That is the folder itself, or the one that a name means or lies in. Raises `InputError` where there is
    neither.
    """
    try:
        return find_project(start)
    except InputError as error:
        for path in (start.resolve(), *(Path(name).resolve() for name in named)):
            folder = path.parent if path.is_file() else path
            if is_bundle(folder):
                return Project(folder)
        hint = "name a file in its published bundle, or the project or bundle that holds it: -C DIR"
        raise InputError(*(replace(fault, hint=hint) for fault in error.faults)) from error


def bundle_of(root: Path, version: str) -> Path | None:
    """Return the bundle of a version, a folder itself or one that it published; `None` without one."""
    return next((folder for folder in _bundles(root) if _version(folder) == version), None)


def _bundles(root: Path) -> Iterator[Path]:
    yield from (folder for folder in (root, *sorted((root / PUBLISHED).glob("*"))) if is_bundle(folder))


def _version(folder: Path) -> str:
    """Return the version that a bundle's manifest names; empty where it is damaged."""
    try:
        return str(json.loads(Inputs(folder).read(MANIFEST))["version"])
    except (BriefError, ValueError, KeyError, TypeError):
        return ""
