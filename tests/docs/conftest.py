"""What the tests of pages share."""

from pathlib import Path

import pytest

from aibrief_report.model.document import Document
from aibrief_report.render import formats
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Theme
from tests.docs.walking import Walker


@pytest.fixture
def walker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walker:
    """Return a reader in an empty folder. Setting the PDF takes longest, and is tested elsewhere."""

    def quick(form: str, document: Document, theme: Theme, cache: Cache) -> bytes:
        return b"%PDF" if form == "pdf" else formats.render(form, document, theme, cache)

    monkeypatch.setattr("aibrief_report.pipeline.render", quick)
    return Walker(tmp_path, monkeypatch)
