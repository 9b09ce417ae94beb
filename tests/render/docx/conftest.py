"""The published files, made once for all tests of this room that others' programs take part in."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from aibrief_report.inputs.project import Project
from aibrief_report.pipeline import Written, write
from aibrief_report.render.formats import render
from tests.render.docx.published import NAMES, TORTURE, Published


@pytest.fixture(scope="session")
def published(
    shipped: Project, torture_brief: Written, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Published]:
    """Return the shipped briefs and the torture brief with their DOCX files, by name."""
    folder = tmp_path_factory.mktemp("published")
    found = {}
    for name in NAMES:
        written = torture_brief if name == TORTURE else write(shipped, name)
        file = folder / f"{name}.docx"
        file.write_bytes(render("docx", written.document, written.theme, written.cache))
        found[name] = Published(written.document, file)
    return found
