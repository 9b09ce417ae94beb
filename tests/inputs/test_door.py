"""The door: what is read is remembered, what leads out of the project is not opened."""

import pytest

from aibrief_report.digest import sha256
from aibrief_report.errors import InputError, Place
from aibrief_report.inputs.door import Inputs, decode, misfit


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "project"
    (root / "data").mkdir(parents=True)
    (root / "data" / "a.csv").write_bytes(b"id\r\n1\r\n")
    (root / "data" / "b.csv").write_bytes(b"id\n")
    (tmp_path / "secret.txt").write_text("secret")
    return root


def told(error) -> str:
    return str(error.value)


def test_what_was_read_is_remembered_by_name_and_digest(root):
    inputs = Inputs(root)
    inputs.read("data/a.csv")
    inputs.read("data/a.csv")
    record = inputs.freeze()
    assert record.files == {"data/a.csv": sha256(b"id\r\n1\r\n")}
    assert record.stats["data/a.csv"].path == str(root / "data/a.csv")


def test_a_look_up_that_missed_is_remembered(root):
    inputs = Inputs(root)
    assert not inputs.exists("data/events.csv")
    with pytest.raises(InputError, match="there is no such file"):
        inputs.read("data/none.csv")
    assert inputs.freeze().misses == ("data/events.csv", "data/none.csv")


def test_a_listing_is_remembered(root):
    inputs = Inputs(root)
    assert inputs.listing("data", ".csv") == ("data/a.csv", "data/b.csv")
    before = inputs.freeze().listings
    (root / "data" / "c.csv").touch()
    again = Inputs(root)
    again.listing("data", ".csv")
    assert list(before) == ["data/*.csv"]
    assert again.freeze().listings != before


def test_what_is_hashed_names_no_folder_and_no_time(root):
    inputs = Inputs(root)
    inputs.read("data/a.csv")
    assert str(root) not in str(inputs.freeze().as_json())


def test_after_the_freeze_nothing_more_is_read(root):
    inputs = Inputs(root)
    inputs.read("data/a.csv")
    inputs.freeze()
    assert inputs.read("data/a.csv")  # what was read before can be looked at again
    for ask in (inputs.read, inputs.exists):
        with pytest.raises(RuntimeError, match="after the inputs were frozen"):
            ask("data/b.csv")


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "data/../../secret.txt",
        "/etc/passwd",
        "data\\a.csv",
        "data/link.txt",
        "data/up/secret.txt",
    ],
)
def test_what_leads_out_is_not_opened(root, name):
    (root / "data" / "link.txt").symlink_to(root.parent / "secret.txt")
    (root / "data" / "up").symlink_to(root.parent)
    for ask in (Inputs(root).read, Inputs(root).exists):
        with pytest.raises(InputError, match="leads out of the project"):
            ask(name)


def test_a_link_within_the_project_is_followed_and_watched_itself(root):
    (root / "data" / "link.csv").symlink_to("a.csv")
    inputs = Inputs(root)
    assert inputs.read("data/link.csv") == b"id\r\n1\r\n"
    assert inputs.freeze().stats["data/link.csv"].path == str(root / "data" / "link.csv")


@pytest.mark.parametrize("name", ["data/loop", "data", "x" * 5000, "data/a.csv/b"])
def test_what_is_no_file_is_missing_not_a_crash(root, name):
    (root / "data" / "loop").symlink_to("loop")
    with pytest.raises(InputError):
        Inputs(root).read(name)


def test_the_place_that_asks_is_told(root):
    with pytest.raises(InputError) as error:
        Inputs(root).read("data/none.csv", hint="write it", asked=Place("brief.yaml", 3, 7))
    assert told(error) == "brief.yaml:3:7: there is no file data/none.csv\n  hint: write it"


def test_a_file_of_an_installed_package_is_an_input_too():
    inputs = Inputs(None)
    data = inputs.package_file("aibrief_report.theme", "builtin/default/theme.yaml")
    assert data.startswith(b"# The built-in theme")
    assert list(inputs.freeze().files) == ["package:aibrief_report.theme/builtin/default/theme.yaml"]


@pytest.mark.parametrize(
    ("package", "name"),
    [
        ("aibrief_report.theme", "../errors.py"),
        ("aibrief_report.theme", "none.yaml"),
        ("no_such_package", "x"),
        ("no_such_package.deeper", "x"),
        ("sys", "x"),
        ("", "x"),
    ],
)
def test_a_package_gives_only_what_is_in_it(package, name):
    with pytest.raises(InputError, match="has no file"):
        Inputs(None).package_file(package, name)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfa\r\nb\rc\n", "a\nb\nc\n"),
        ("ümlaut 中文 \u00a0".encode(), "ümlaut 中文 \u00a0"),
        (b"", ""),
    ],
)
def test_text_is_utf_8_with_one_kind_of_line_end(data, text):
    assert decode(data, "f") == text


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"one\ntwo \xe9", "f:2:5: the file is not UTF-8 text"),
        ("one\n中\x00".encode(), "f:2:2: a control character (U+0000) stands in the text"),
        (b"one\x07", "f:1:4: a control character (U+0007)"),
        ("a\u0085b".encode(), "f:1:2: a control character (U+0085)"),
        ("a\uffffb".encode(), "f:1:2: a control character (U+FFFF)"),
        ("a\ue000b".encode(), "f:1:2: a private-use character (U+E000)"),
        ("a\U0010fffdb".encode(), "f:1:2: a private-use character (U+10FFFD)"),
        ("x".encode("utf-16"), "f:1:1: the file is not UTF-8 text"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(data, fault):
    with pytest.raises(InputError) as error:
        decode(data, "f")
    assert told(error).startswith(fault)


@pytest.mark.parametrize(("text", "sign"), [("fine\n\t", None), ("\x00", "U+0000"), ("a\ue123", "U+E123")])
def test_escapes_may_not_bring_in_what_files_may_not_hold(text, sign):
    assert misfit(text) == sign
