"""Documents as JSON, both ways, and canonical JSON: one value, one spelling."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aibrief_report.digest import canonical, digest
from aibrief_report.errors import ModelError
from aibrief_report.model import blocks as b
from aibrief_report.model import charts as c
from aibrief_report.model import inlines as i
from aibrief_report.model.document import Attachment, Author, Dependency, Document, Meta, Reference
from aibrief_report.model.json import dump, from_json, load, to_json
from aibrief_report.model.numbers import Number, Rival, SourceMark, Span, Use

words = st.text(max_size=8)
spans = st.none() | st.builds(Span, words, st.integers(1, 9), st.integers(1, 9), words)


def many(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


leaves = (
    st.builds(i.Text, words)
    | st.builds(i.Code, words)
    | st.just(i.LineBreak())
    | st.builds(i.NumberText, words, words, words, words)
    | st.builds(i.CrossRef, words, words)
    | st.builds(i.Citation, many(st.builds(i.CiteItem, words, words, words, st.booleans())), st.booleans())
)
inlines = st.recursive(
    leaves,
    lambda inner: (
        st.builds(i.Emphasis, many(inner))
        | st.builds(i.Strong, many(inner))
        | st.builds(i.Link, words, many(inner))
        | st.builds(i.Passage, words, many(inner))
        | st.builds(i.Claimed, words, st.sampled_from(["holds", "contested"]), many(inner))
        | many(inner).map(lambda line: i.Note((b.Paragraph(line),), number=1))
    ),
    max_leaves=4,
)
lines = many(inlines)
points = st.builds(c.Point, words, st.none() | words, words, words)
charts = st.builds(
    c.Chart,
    st.sampled_from(["bar", "line"]),
    st.builds(c.Axis, st.just("category"), words),
    st.builds(c.Axis, st.just("quantity"), words, words),
    many(st.builds(c.Series, words, words, st.just("#000000"), many(points))),
    words,
    drawing=st.none() | st.builds(c.Drawing, words, words, st.just(1.5), st.just(2.0)),
)
blocks = st.recursive(
    st.builds(b.Paragraph, lines, words, spans)
    | st.builds(b.Heading, st.integers(1, 3), lines, words, words, spans)
    | st.builds(b.CodeBlock, words, words, spans)
    | st.builds(b.Rule, spans)
    | st.builds(b.Figure, charts, lines, words, lines)
    | st.builds(b.KeyFigures, many(st.builds(b.KeyFigure, lines, lines, lines)))
    | st.builds(b.References, lines)
    | st.builds(
        b.Table,
        many(st.builds(b.Column, lines, words, st.just("decimal"), st.just(0.5))),
        many(st.builds(b.Row, many(lines), st.booleans())),
        lines,
    ),
    lambda inner: (
        st.builds(b.Quote, many(inner))
        | st.builds(b.Box, lines, many(inner), words)
        | st.builds(b.ListBlock, many(many(inner)), st.booleans(), st.integers(0, 9))
    ),
    max_leaves=3,
)
marks = st.builds(SourceMark, words, words, words)
numbers = st.builds(
    Number,
    *[words] * 5,
    rows=many(words),
    sources=many(marks),
    rivals=many(st.builds(Rival, words, words, marks)),
    uses=many(st.builds(Use, words, words)),
    span=spans,
)
keys = words | st.sampled_from(["type", "base64"])
documents = st.builds(
    Document,
    st.builds(Meta, lines, words, words, words, authors=many(st.builds(Author, words, words))),
    many(blocks),
    numbers=st.dictionaries(keys, numbers, max_size=2),
    references=many(st.builds(Reference, words, lines)),
    attachments=many(st.builds(Attachment, words, words, words, words)),
    dependencies=many(st.builds(Dependency, st.builds(Span, words, st.just(1), st.just(2)), many(words))),
)


@given(documents)
@settings(max_examples=100)
def test_a_document_comes_back_as_it_went_in(document):
    written = dump(document)
    assert load(written) == document
    assert dump(load(written)) == written


def test_fields_at_their_defaults_are_not_written():
    assert to_json(b.Paragraph((i.Text("x"),))) == {
        "type": "Paragraph",
        "inlines": [{"type": "Text", "text": "x"}],
    }


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": 2}',
        b'{"format": 99, "document": {"type": "Document"}}',
        b'{"format": 2, "document": {"type": "Text", "text": "x"}}',
        b'{"format": 2, "document": {"type": "Document"}}',
        b'{"format": 2, "document": {"type": "Nonsense"}}',
        b'{"format": 2, "document": {"type": "Text", "colour": "red"}}',
        b'{"format": 2, "document": {"base64": "!"}}',
        b"\xff",
    ],
)
def test_what_is_no_document_is_refused(data):
    with pytest.raises(ModelError):
        load(data)


def test_an_unknown_node_is_named():
    with pytest.raises(ModelError, match="no node named 'Marquee'"):
        from_json({"type": "Marquee"})


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(values)
@settings(deadline=None)
def test_canonical_json_is_read_back_as_the_same_value(value):
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(st.text(max_size=5), values, max_size=4), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_keys_is_no_difference(value, random):
    shuffled = list(value.items())
    random.shuffle(shuffled)
    assert canonical(dict(shuffled)) == canonical(value)


@given(values, values)
@settings(deadline=None)
def test_different_values_have_different_digests(one, other):
    # JSON tells 1 from true and from "1"; Python's == does not always
    assert (digest(one) == digest(other)) is (
        json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    )


def test_a_number_that_json_does_not_know_is_refused():
    with pytest.raises(ValueError, match="Out of range"):
        canonical(float("nan"))
