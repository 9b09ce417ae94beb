"""What the set-up says and does where the system lacks something."""

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "system_libraries.py"


@pytest.fixture
def script(monkeypatch):
    spec = importlib.util.spec_from_file_location("system_libraries", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    # A frozen dataclass looks its module up by name.
    monkeypatch.setitem(sys.modules, "system_libraries", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ran", lambda *_, **__: pytest.fail("ran a command"))
    return module


@pytest.fixture
def without_pango(script, monkeypatch):
    monkeypatch.setattr(script, "loads", lambda *names: "pango-1.0" not in names)
    monkeypatch.setattr(script, "as_root", lambda: None)
    return script


def test_a_whole_system_hears_nothing(script, monkeypatch, capsys):
    monkeypatch.setattr(script, "loads", lambda *_: True)
    assert script.main(["pdf"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_lack_is_named_and_nothing_is_installed_where_that_takes_a_password(without_pango, capsys):
    assert without_pango.main(["pdf"]) == 1
    assert "libraries that draw a PDF: pango\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("apt-get", "sudo apt-get install libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0\n"),
        ("dnf", "sudo dnf install pango\n"),
        ("brew", "brew install pango\n"),
    ],
)
def test_a_known_system_hears_its_own_command_only(without_pango, monkeypatch, capsys, program, command):
    monkeypatch.setattr(without_pango.shutil, "which", lambda name: name if name == program else None)
    without_pango.main(["pdf"])
    text = capsys.readouterr().err
    assert command in text
    assert text.count(" install ") == 1


def test_an_unknown_system_hears_all_commands(without_pango, monkeypatch, capsys):
    monkeypatch.setattr(without_pango.shutil, "which", lambda _: None)
    without_pango.main(["pdf"])
    assert capsys.readouterr().err.count("install ") == 3


def test_root_on_debian_installs_and_looks_again(script, monkeypatch):
    done = []
    monkeypatch.setattr(script, "loads", lambda *_: bool(done))
    monkeypatch.setattr(script, "as_root", list)
    monkeypatch.setattr(script.shutil, "which", lambda name: name)
    monkeypatch.setattr(script, "ran", lambda command, **_: done.append(command) or True)
    assert script.main(["pdf"]) == 0
    assert done[0][-3:] == ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
