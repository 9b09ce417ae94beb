"""Tables and YAML of any size: refused by a limit that is told, before they take the memory they ask for."""

import itertools
import shutil

import pytest

from tests.hostile.confined import MIB, confined
from tests.projects import BRIEF, tree

ROWS = "data/observations.csv"
SOURCES = "data/sources.yaml"
BUILD = ("build", "brief", "--formats", "html")


def header(root) -> str:
    return (root / ROWS).read_text(encoding="utf-8").partition("\n")[0]


def doubling(names: str) -> str:
    """Return anchors of which each holds the one before it eight times."""
    return "".join(
        f"{name}: &{name} [{','.join([f'*{before}'] * 8)}]\n" for before, name in itertools.pairwise(names)
    )


def refused(root, fault: str, *, mib: int = 400, seconds: int = 20) -> None:
    """The build ends with this fault, at its place, and leaves `out/` as it was."""
    before = tree(root / "out")
    ended = confined(root, *BUILD, mib=mib, seconds=seconds)
    assert (ended.code, fault in ended.told) == (1, True), ended
    assert "the toolkit itself failed" not in ended.told
    assert tree(root / "out") == before


def test_a_table_of_a_gigabyte_is_not_read_at_all(root):
    with (root / ROWS).open("r+b") as file:
        file.truncate(2**30)
    refused(root, f"{ROWS}: the file is larger than 64 MiB\n  hint: is it the right file?", mib=64, seconds=5)


def test_a_table_of_a_million_columns_is_told_by_their_number(root):
    (root / ROWS).write_text(",".join(f"c{place}" for place in range(1_000_000)))
    refused(root, f"{ROWS}:1: the table has 1,000,000 columns\n  hint: a table has 16,384 at most")


def test_a_row_of_a_million_cells_is_told(root):
    (root / ROWS).write_text(f"{header(root)}\n{',' * 999_999}x\n")
    refused(root, f"{ROWS}:2: the row has 1000000 cells, the header 20")


def test_of_more_faults_than_anybody_mends_a_thousand_are_told(root):
    (root / ROWS).write_text(header(root) + "\n" + "a,b\n" * 300_000)
    refused(root, "there are more than 1000 faults\n  hint: mend these first", seconds=10)


def test_a_table_of_nothing_but_nul_is_told_by_its_first(root):
    (root / ROWS).write_bytes(b"\0" * (60 * MIB))
    refused(root, f"{ROWS}:1:1: a control character (U+0000) stands in the text")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- a\n" * 2_000_000, "100000:3: the file holds too many values"),
        (f"[{'a,' * 2_000_000}]", ": the file holds too many values"),
        ("".join(f"- &a{place} x\n" for place in range(200_000)), ": the file holds too many values"),
        ("[" * 2_000_000, "1:51: the file nests too deep"),
        ("- " * 2_000_000, "1:101: the file nests too deep"),
        ("? " * 2_000_000, "1:101: the file nests too deep"),
        ("\n".join(" " * deep + "a:" for deep in range(2000)), "51:51: the file nests too deep"),
        ("a: &a [x,x,x,x,x,x,x,x]\n" + doubling("abcdefghijklm"), ": the file holds too many values"),
    ],
)
def test_yaml_is_bounded_in_values_and_depth(root, text, fault):
    (root / SOURCES).write_text(text)
    refused(root, fault, mib=200)


def test_a_very_long_text_costs_no_more_than_some_copies_of_it(root):
    (root / BRIEF).write_text(f"title: {'9' * 4 * MIB}\n")
    refused(root, "'date' is missing", mib=100)


@pytest.mark.torture
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("areas.csv", "\n" * 60 * MIB),
        ("areas.csv", '"' + "a" * 60 * MIB),
        ("areas.csv", "x,,,,,\n" * 8 * MIB),
        ("observations.csv", ";" * 60 * MIB),
        ("sources.yaml", '- "' + "x\n" * 30 * MIB),
        ("sources.yaml", "- !" + "x" * 60 * MIB),
        ("sources.yaml", "- id: " + "x" * 60 * MIB),
        ("sources.yaml", "- {" + "a: b, " * 10 * MIB),
    ],
)
def test_the_largest_files_that_are_read_at_all_are_told(root, name, text):
    (root / "data" / name).write_text(text)
    refused(root, f"data/{name}", mib=1500, seconds=60)


def test_what_was_refused_is_built_once_it_is_mended(good, root):
    (root / ROWS).write_bytes(b"\0")
    assert confined(root, *BUILD).code == 1
    shutil.copyfile(good / ROWS, root / ROWS)
    assert confined(root, *BUILD).code == 0
