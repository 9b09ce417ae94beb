"""AB302: bars or areas whose axis does not begin at zero."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from aibrief_report.checks.finding import Finding
from aibrief_report.checks.material import Material
from aibrief_report.checks.rule import Rule
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart
from aibrief_report.model.walk import walk

_LENGTHS = ("bar", "area")
"""Marks that are read by their length or surface."""
_PARTS = ("layer", "hconcat", "vconcat", "concat")


def find(material: Material) -> Iterator[Finding]:
    """Yield each raw chart with a cut axis; the declared kinds draw bars from zero by themselves."""
    for node in walk(material.document.blocks):
        if isinstance(node, Figure) and isinstance(node.content, Chart) and node.content.spec:
            key = node.anchor.removeprefix("fig-")
            for why in sorted(set(cut_axes(_read(node.content.spec)))):
                place = material.source.place("charts", key, "spec")
                hint = "let the axis begin at zero, or draw dots or a line, which are read by place"
                yield Finding(
                    f"the chart {key} draws lengths on a cut axis: {why}", place, hint, "", (node.anchor, key)
                )


def cut_axes(spec: Mapping[str, Any], above: Mapping[str, Any] | None = None) -> Iterator[str]:
    """Yield how each axis is cut that bars or areas of a Vega-Lite specification stand on.

    `above` are the encodings of the views around it.
    """
    encoding = {**(above or {}), **_mapping(spec.get("encoding"))}
    mark = spec.get("mark")
    kind = mark.get("type") if isinstance(mark, Mapping) else mark
    if kind in _LENGTHS:
        for channel in ("x", "y"):
            if f"{channel}2" not in encoding:
                yield from _cut(channel, _mapping(encoding.get(channel)))
    for part in _PARTS:
        for view in spec.get(part) or ():
            yield from cut_axes(_mapping(view), encoding)
    if isinstance(spec.get("spec"), Mapping):
        yield from cut_axes(spec["spec"], encoding)


def _cut(channel: str, definition: Mapping[str, Any]) -> Iterator[str]:
    if definition.get("type") != "quantitative" and "aggregate" not in definition:
        return
    scale = _mapping(definition.get("scale"))
    if scale.get("zero") is False and "domain" not in scale:
        yield f"{channel} has zero: false"
    if scale.get("type") == "log":
        yield f"{channel} is logarithmic"
    ends = [one for one in (scale.get("domain") or ()) if isinstance(one, int | float)]
    ends += [scale["domainMin"]] if isinstance(scale.get("domainMin"), int | float) else []
    if ends and (min(ends) > 0 or (len(ends) > 1 and max(ends) < 0)):
        yield f"{channel} begins at {min(ends)}"


def _read(text: str) -> Mapping[str, Any]:
    """Return a specification; nothing where it is not JSON, which is an error of the build."""
    try:
        return _mapping(json.loads(text))
    except ValueError:
        return {}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


RULE = Rule(
    code="AB302",
    name="truncated-bar-axis",
    severity="warning",
    title="Truncated bar axis",
    what=(
        "A raw Vega-Lite chart with bars or areas on a scale that begins above zero, says `zero: "
        "false`, or is logarithmic. Bars between two ends (`x2`, `y2`), dots and lines are let pass. "
        "The declared kinds of charts begin at zero by themselves."
    ),
    why="Bars are read by their length: on a cut axis a small difference looks like a multiple.",
    bad='"mark": "bar", "encoding": {"y": {"type": "quantitative", "scale": {"domain": [60, 70]}}}',
    good='"mark": "point", "encoding": {"y": {"type": "quantitative", "scale": {"domain": [60, 70]}}}',
    mend="Let the axis begin at zero, or use dots.",
    accept="The axis is an index whose base is drawn as a line.",
    find=find,
)
