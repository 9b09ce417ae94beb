"""Names that outlive editing: what changes elsewhere, or only in its spelling, leaves an anchor as it was."""

import pytest

from aibrief_report.model.blocks import Box, CodeBlock, Heading, KeyFigures, Paragraph, Table
from aibrief_report.model.walk import plain, walk

TEXT = """# A heading

One paragraph of the brief.

1. First item.
2. Second item.

> A quoted line.

Text[^a].

| Place | Trips |
|-------|-------|
| here  | many  |

```
code
```

::: box Boxed
Within.
:::

[^a]: A note.
"""


def anchors(document) -> dict[str, str]:
    """The anchor of every paragraph, heading, box, cell and key figure, by the words at it."""
    found = {}
    for node in walk(document.blocks):
        match node:
            case Paragraph() | Heading():
                found[plain(node.inlines)] = node.anchor
            case CodeBlock():
                found[node.text] = node.anchor
            case Box():
                found[plain(node.title)] = node.anchor
            case Table():
                found |= {plain(one.heading): one.anchor for one in node.columns}
                found |= {plain(row.cells[0]): row.anchor for row in node.rows}
            case KeyFigures():
                found |= {plain(one.label): one.anchor for one in node.items}
    return found


def test_everything_has_a_name_of_its_own(compose):
    found = anchors(compose(TEXT))
    assert len(found) == len(set(found.values())) == 13
    assert all(found.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# A heading", "# Another heading"),
        ("# A heading\n\n", "# A heading\n\nA new paragraph.\n\n"),
        ("One paragraph of the brief.", "One paragraph\nof the  brief."),
        ("1. First item.\n2. Second", "1. A new item.\n2. First item.\n3. Second"),
        ("1. First item.\n2. Second", "- First item.\n- Second"),
        ("| here  | many  |", "| there | few   |\n| here | many |"),
        ("[^a]", "[^b]"),
        ("Text[^a].", "Another text[^a]."),
        ("```\ncode", "```\ncode"),
        ("> A quoted", ">  A quoted"),
    ],
)
def test_what_changes_elsewhere_or_only_in_spelling_leaves_a_name_as_it_was(compose, old, new):
    before, after = anchors(compose(TEXT)), anchors(compose(TEXT.replace(old, new)))
    kept = before.keys() & after.keys()
    assert len(kept) >= len(before) - 2
    changed = {words for words in kept if before[words] != after[words]}
    assert changed <= ({"Text."} if "[^" in old else set())


def test_a_change_of_data_leaves_every_name_as_it_was(compose):
    text = '# {{ obs("trips", "NORTH", 2024) }} trips\n\nIt was {{ obs("trips", "NORTH", 2024) }}.\n'
    before, after = (
        [
            node.anchor
            for node in walk(compose(text, rows=rows).blocks)
            if isinstance(node, Heading | Paragraph)
        ]
        for rows in ("", "more,trips,SOUTH,,2025,,6.1,trips million,,,,,budget,,,,primary,,,\n")
    )
    assert before == after


def test_a_finding_keeps_its_name_when_another_is_written_above_it(compose):
    findings = "key-findings:\n  - Many ride.\n"
    before = anchors(compose("Text.\n", findings))
    after = anchors(compose("Text.\n", findings.replace("  - Many", "  - Few walk.\n  - Many")))
    assert before["Many ride."] == after["Many ride."]
    assert after["Few walk."] != after["Many ride."]


def test_the_same_words_in_two_places_have_two_names(compose):
    document = compose("Same.\n\nSame.\n")
    first, second = (node.anchor for node in walk(document.blocks) if isinstance(node, Paragraph))
    assert second == f"{first}-2"
