"""Kept inputs: the files of an earlier version, whatever stands on the disk now."""

import pytest

from aibrief_report.errors import InputError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.kept import KeptInputs


@pytest.fixture
def root(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_bytes(b"now")
    return tmp_path


def test_files_are_those_that_were_kept(root):
    inputs = KeptInputs(root, kept={"data/a.csv": b"then", "package:fonts/a.ttf": b"font"})
    assert inputs.read("data/a.csv") == b"then"
    assert inputs.package_file("fonts", "a.ttf") == b"font"


def test_what_was_not_kept_is_not_there(root):
    inputs = KeptInputs(root, kept={})
    assert not inputs.exists("data/a.csv")
    with pytest.raises(InputError, match="there is no such file"):
        inputs.read("data/a.csv")
    with pytest.raises(InputError, match="the package yaml has no file"):
        inputs.package_file("yaml", "__init__.py")


def test_a_listing_holds_what_was_kept_in_the_folder(root):
    inputs = KeptInputs(root, kept={"data/b.csv": b"", "data/deep/c.csv": b"", "data/d.txt": b""})
    assert inputs.listing("data", ".csv") == ("data/b.csv",)


def test_read_from_the_disk_or_kept_the_record_is_the_same(root):
    disk = Inputs(root)
    disk.read("data/a.csv")
    disk.exists("data/none.csv")
    kept = KeptInputs(root, kept={"data/a.csv": b"now"})
    kept.read("data/a.csv")
    kept.exists("data/none.csv")
    assert kept.freeze().as_json() == disk.freeze().as_json()
