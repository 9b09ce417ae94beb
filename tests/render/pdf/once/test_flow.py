"""The flow: told by fewer questions, with the same answers."""

from itertools import product
from types import SimpleNamespace

import pytest
from weasyprint.css import InitialStyle
from weasyprint.formatting_structure.boxes import BlockBox

from aibrief_report.render.pdf.once.flow import flow_told_at_once

FLOATS = ("none", "left", "right", "inline-start", "inline-end", "footnote")
POSITIONS = ("static", "relative", "absolute", "fixed", ("running()", "x"), ("note()", "x"))


@pytest.mark.parametrize(("floats", "position"), [*product(FLOATS, POSITIONS)])
def test_the_answer_is_that_of_weasyprint(floats, position):
    style = InitialStyle(None)
    style.update({"float": floats, "position": position})
    box = BlockBox("p", style, SimpleNamespace(tag="p"), [])
    wanted = box.is_in_normal_flow()
    with flow_told_at_once():
        assert box.is_in_normal_flow() is wanted
