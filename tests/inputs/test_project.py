import pytest

from aibrief_report.errors import InputError
from aibrief_report.inputs.project import find_project


@pytest.fixture
def root(tmp_path):
    for folder in ("data", "templates/one", "templates/two", "templates/themes/own", "templates/empty"):
        (tmp_path / folder).mkdir(parents=True)
    for brief in ("one", "two", "themes"):
        (tmp_path / "templates" / brief / "brief.yaml").touch()
    return tmp_path


def test_a_project_is_found_from_any_folder_below_it(root):
    assert find_project(root / "templates" / "one").root == root.resolve()


def test_its_briefs_are_the_folders_with_a_brief_yaml(root):
    assert find_project(root).briefs() == ("one", "two")


def test_no_project_is_told(tmp_path):
    with pytest.raises(InputError, match="no project here or above"):
        find_project(tmp_path)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("onne", "templates: there is no brief 'onne'\n  hint: did you mean one?"),
        ("zzz", "templates: there is no brief 'zzz'\n  hint: the briefs are: one, two"),
        ("empty", "templates/empty/brief.yaml: there is no such file"),
        ("themes", "templates: there is no brief 'themes'"),
        ("../one", "templates: there is no brief '../one'"),
        (".", "templates: there is no brief '.'"),
        ("", "templates: there is no brief ''"),
        ("a\x00b", "templates: there is no brief"),
    ],
)
def test_a_brief_that_is_not_there_is_told(root, name, fault):
    with pytest.raises(InputError) as error:
        find_project(root).check_name(name)
    assert str(error.value).startswith(fault)
