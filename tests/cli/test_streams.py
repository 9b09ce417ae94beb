"""The command runs where standard streams are closed, and not where Python dropped what it needs."""

import subprocess
import sys

from tests.projects import project


def run(root, closed: str = "", *options: str) -> subprocess.CompletedProcess[str]:
    """Run `aibrief list` under a shell that closes some streams first."""
    words = [sys.executable, *options, "-m", "aibrief_report", "-C", str(root), "list"]
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", *words]
    return subprocess.run(shell, capture_output=True, text=True, check=False)


def test_closed_streams_lead_to_nowhere(tmp_path):
    root = project(tmp_path)
    assert run(root, "<&-").stdout == run(root).stdout != ""
    assert run(root, "<&- >&- 2>&-").returncode == 0


def test_python_without_docstrings_is_refused(tmp_path):
    done = run(project(tmp_path), "", "-OO")
    assert done.returncode == 2
    assert "drop docstrings" in done.stderr
