"""The small briefs in four languages, each resolved and rendered once a session, on one cache."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from aibrief_report.inputs.project import Project
from aibrief_report.pipeline import Written, write
from aibrief_report.render.formats import render
from aibrief_report.store.cache import Cache

HERE = Path(__file__).parent


def lay(language: str, root: Path) -> Project:
    """Lay the project of a language: what all share, then its own tables and text."""
    for part in ("shared", language):
        shutil.copytree(HERE / part, root, dirs_exist_ok=True)
    return Project(root)


@dataclass
class Briefs:
    """Writes and renders the brief of a language when a test first asks for it."""

    folder: Path
    cache: Cache
    written: dict[str, Written] = field(default_factory=dict)
    rendered: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def write(self, language: str) -> Written:
        if language not in self.written:
            self.written[language] = write(lay(language, self.folder / language), "brief")
        return self.written[language]

    def render(self, language: str, form: str) -> bytes:
        key = (language, form)
        if key not in self.rendered:
            one = self.write(language)
            self.rendered[key] = render(form, one.document, one.theme, self.cache)
        return self.rendered[key]


@pytest.fixture(scope="session")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> Briefs:
    folder = tmp_path_factory.mktemp("languages")
    return Briefs(folder, Cache(folder / "cache"))
