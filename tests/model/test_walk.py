from aibrief_report.model.blocks import Paragraph, Quote
from aibrief_report.model.inlines import (
    Citation,
    CiteItem,
    Code,
    Emphasis,
    LineBreak,
    Link,
    Note,
    NumberText,
    Text,
)
from aibrief_report.model.walk import plain, rewrite, walk

TREE = (
    Quote((Paragraph((Text("a"), Emphasis((Text("b"), NumberText("n", "3"))))),)),
    Paragraph((Text("c"),)),
)


def test_walking_goes_in_reading_order():
    assert [type(node).__name__ for node in walk(TREE)] == [
        *("Quote", "Paragraph", "Text", "Emphasis", "Text", "NumberText", "Paragraph", "Text"),
    ]


def test_rewriting_changes_children_before_parents_and_copies_only_what_changes():
    changed = rewrite(TREE, lambda node: Text(node.text.upper()) if node == Text("b") else node)
    assert plain(changed[0].blocks[0].inlines) == "aB3"
    assert changed[1] is TREE[1]
    assert rewrite(TREE, lambda node: node) is TREE


def test_plain_is_what_would_be_read_aloud():
    line = (
        Text("one"),
        LineBreak(),
        Link("https://example.org", (Code("two"),)),
        Note((Paragraph((Text("hidden"),)),)),
        Citation((CiteItem("key"),), children=(Text(" (Author, 2024)"),)),
    )
    assert plain(line) == "one two (Author, 2024)"
