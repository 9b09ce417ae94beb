"""YAML: every scalar a text, every node a place; nothing in it can exhaust the machine."""

import pytest

from aibrief_report.errors import InputError, Place
from aibrief_report.inputs.yaml_text import read_yaml


def faults(text: str) -> str:
    with pytest.raises(InputError) as error:
        read_yaml(text, "f.yaml")
    return str(error.value)


def test_scalars_stay_as_they_were_written():
    text = "a: 2026-01-15\nb: no\nc: 1.10\nd: 0x1F\ne: ~\nf:\ng: [1, 02]\nh: 'x'\n"
    assert read_yaml(text, "f.yaml").tree == {
        "a": "2026-01-15",
        "b": "no",
        "c": "1.10",
        "d": "0x1F",
        "e": "",
        "f": "",
        "g": ["1", "02"],
        "h": "x",
    }


def test_places_are_those_of_texts_and_of_the_keys_of_lists_and_mappings():
    found = read_yaml("a: text\nb:\n  - one\n  - {c: two}\n", "f.yaml")
    assert found.place("a") == Place("f.yaml", 1, 4)
    assert found.place("b") == Place("f.yaml", 2, 1)
    assert found.place("b", 0) == Place("f.yaml", 3, 5)
    assert found.place("b", 1, "c") == Place("f.yaml", 4, 9)
    assert found.key_place("b", 1, "c") == Place("f.yaml", 4, 6)
    assert found.place("b", 1, "missing") == Place("f.yaml", 4, 5)
    assert found.place("missing") == Place("f.yaml", 1, 1)


def test_all_duplicate_keys_are_told():
    assert faults("a: 1\na: 2\nb: {c: 1, c: 2}\n").count("stands twice") == 2


def test_an_empty_file_is_an_empty_mapping():
    assert read_yaml("# nothing\n", "f.yaml").tree == {}


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
        "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
        "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*d,*d,*d]\n",
        "a: &a [*a]\n",
        "a: &a {b: *a}\n",
        "[" * 100 + "]" * 100,
        "[" * 200_000,
        "- " * 100_000 + "x",
        "{a: " * 50_000,
    ],
    ids=["bomb", "circle", "circle of mappings", "deep", "deepest", "deep blocks", "deep mappings"],
)
def test_what_multiplies_or_nests_without_end_is_refused(text):
    assert "too many values" in faults(text) or "nests too deep" in faults(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: [1, 2\n", "f.yaml:2:1: this is not YAML"),
        ("a:\n\tb: 1\n", "f.yaml:2:1: this is not YAML: a tab"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: this is not YAML: a second document begins here"),
        ("? [a, b]\n: c\n", "f.yaml:1:3: a key is a list or a mapping"),
        ("a: &a {x: 1}\nb:\n  <<: *a\n", "f.yaml:3:3: merging with << is not supported"),
        ('a: "\\x00"\n', "f.yaml:1:4: U+0000 cannot stand in a text"),
        ('a: "\\uE000n0\\uE001"\n', "f.yaml:1:4: U+E000 cannot stand in a text"),
        ('"\\uE000": a\n', "f.yaml:1:1: U+E000 cannot stand in a text"),
    ],
)
def test_what_is_no_yaml_for_a_brief_is_told_with_its_place(text, fault):
    assert faults(text).startswith(fault)


def test_a_tag_runs_nothing():
    assert read_yaml('a: !!python/object/apply:os.system ["ls"]\n', "f.yaml").tree == {"a": ["ls"]}
