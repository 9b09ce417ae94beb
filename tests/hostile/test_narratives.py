"""Markdown whose parsing grows by the square of its length, unless what opens without end is refused."""

import pytest

from tests.hostile.confined import confined
from tests.projects import BRIEF, NARRATIVE, change, swap

BUILD = ("build", "brief", "--formats", "html")
OPEN = "more than 100 brackets are open here\n  hint: close them, or write \\["


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "![" * 50_000, "[@a; " * 20_000, "[a@b " * 9_000 + "]" * 9_000]
)
def test_brackets_that_never_close_are_refused(root, text):
    (root / NARRATIVE).write_text(f"# Title\n\nBefore.\n\n{text}\n")
    ended = confined(root, *BUILD, seconds=20)
    assert (ended.code, ended.told.startswith(f"{NARRATIVE}:5: {OPEN}")) == (1, True), ended


def test_so_are_they_in_a_text_of_the_declaration(root):
    change(root / BRIEF, swap("title: More trips by bicycle", f"title: '{'[' * 50_000}'"))
    ended = confined(root, *BUILD, seconds=20)
    assert (ended.code, f"{BRIEF}:1:8: {OPEN}" in ended.told) == (1, True), ended


def test_many_that_close_are_a_matter_of_course(root):
    (root / NARRATIVE).write_text("# Title\n\n" + "[a] [[b]] " * 500 + "\n")
    assert confined(root, *BUILD).code == 0


@pytest.mark.torture
@pytest.mark.parametrize(
    "text",
    [
        *("*a **a " * 14_000, "*" * 100_000, "_a__b" * 20_000, "<a " * 33_000, "<![CDATA[" * 11_000),
        *("".join("`" * n + " " for n in range(440)), "'a' " * 25_000, "[a](b" * 90, "@a" * 50_000),
        *("[a]{" * 25_000, "[a]: /u\n" * 12_000, "[^a]" * 25_000, ">" * 100_000, "- " * 50_000),
        *("| a " * 2_000 + "\n" + "|---" * 2_000 + "\n" + "| a\n" * 2_000, "a\n" * 50_000, ":::\n" * 25_000),
        *("&a" * 50_000, "\\" * 100_000, "{{" * 50_000, "{% if 1 %}" * 5_000, "{##" * 33_000),
        *("{{ " + "(" * 50_000 + " }}", "{{ 1" + "+1" * 20_000 + " }}", "{{ a" + ".b" * 20_000 + " }}"),
        *("a" * 1_000_000, "a. " * 33_000, "1," * 50_000, "<http:" * 16_000, "# a " + "{#" * 50_000),
        "[" + "-" * 100_000 + "@counts]",
    ],
)  # fmt: skip
def test_a_hundred_kilobytes_of_anything_end(root, text):
    (root / NARRATIVE).write_text(f"# Title\n\n{text}\n")
    ended = confined(root, *BUILD, mib=1500, seconds=30)
    assert ended.code in (0, 1), ended.told[-300:]
    assert "the toolkit itself failed" not in ended.told
