"""Bars and areas on a cut axis."""

import json

import pytest

from aibrief_report.checks.rules.ab302_truncated_bar_axis import cut_axes
from tests.checks.briefs import found


def spec(mark="bar", scale=None, **more):
    channel = {"field": "y", "type": "quantitative", "scale": scale or {}}
    return {"mark": mark, "encoding": {"y": channel, "x": {"field": "x", "type": "nominal"}, **more}}


CUT = [
    (spec(scale={"zero": False}), ["y has zero: false"]),
    (spec(scale={"domain": [60, 70]}), ["y begins at 60"]),
    (spec(scale={"domainMin": 5}), ["y begins at 5"]),
    (spec(scale={"type": "log"}), ["y is logarithmic"]),
    (spec({"type": "area"}, {"zero": False}), ["y has zero: false"]),
    ({"layer": [spec(scale={"zero": False}), spec("rule")]}, ["y has zero: false"]),
    (
        {"encoding": spec(scale={"zero": False})["encoding"], "layer": [{"mark": "bar"}]},
        ["y has zero: false"],
    ),
    ({"hconcat": [spec(scale={"domain": [1, 2]})]}, ["y begins at 1"]),
]
WHOLE = [
    spec(),
    spec(scale={"domain": [0, 70]}),
    spec(scale={"domain": [-10, 70]}),
    spec("point", {"zero": False}),
    spec("line", {"domain": [60, 70]}),
    spec(scale={"zero": False}, y2={"field": "z"}),
    spec(scale={"zero": False, "domain": [0, 1]}),
]


@pytest.mark.parametrize(("view", "expected"), CUT)
def test_lengths_on_a_cut_axis_are_told(view, expected):
    assert list(cut_axes(view)) == expected


@pytest.mark.parametrize("view", WHOLE)
def test_what_begins_at_zero_or_is_no_length_is_let_pass(view):
    assert list(cut_axes(view)) == []


BRIEF = """charts:
  c:
    kind: vega
    spec: spec.json
    data: {values: {rows: [cn-24]}}
    alt: A bar.
    title: Models
"""


@pytest.mark.parametrize(("scale", "count"), [({"zero": False}, 1), ({}, 0)])
def test_a_raw_chart_is_looked_into(scale, count):
    files = {"../templates/b/spec_json": json.dumps(spec(scale=scale))}
    assert len(found("AB302", '{{ chart("c") }}', BRIEF, **files)) == count
