import pytest

from aibrief_report.cli.app import run
from tests.projects import BASE


@pytest.fixture
def project(tmp_path):
    import shutil

    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_a_copy_lies_beside_the_versions_and_is_none(project, capsys):
    assert run(["-C", str(project), "stamp", "brief"]) == 0
    (copy,) = (project / "out/brief/copies").iterdir()
    assert copy.name.endswith("_draft.pdf")
    assert copy.read_bytes().startswith(b"%PDF-1.7")
    assert [one.name for one in (project / "out/brief").iterdir()] == ["copies"]
    assert f"brief {copy.name[:12]} stamped “DRAFT”: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["brief", "--text", " "], 2, "there are no words to stamp"),
        (["brief", "--text", "x" * 31], 2, "31 characters are too many"),
        (["brif"], 1, "there is no brief 'brif'"),
    ],
)
def test_misuse_is_told(project, capsys, arguments, code, told):
    assert run(["-C", str(project), "stamp", *arguments]) == code
    assert told in capsys.readouterr().err
    assert not (project / "out").exists()
