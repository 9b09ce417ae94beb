"""What a native chart says: its cached values, and what its labels print."""

import re
from decimal import Decimal

from lxml import etree

from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.wording import Wording
from aibrief_report.ooxml.charts.names import CHART, CHART_2013
from aibrief_report.render.docx.native.forms import native_chart
from tests.charts.making import THEME, WIDTH

C = {"c": CHART, "c15": CHART_2013, "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def native(one, language="en"):
    found = native_chart(one, Sheet(THEME, WIDTH, Wording(language)))
    assert found is not None
    return found


def xml(one, language="en"):
    return etree.fromstring(native(one, language).space.xml)


def values(reference):
    """The cached values of a reference, in order."""
    return [Decimal(point.findtext("c:v", namespaces=C)) for point in reference.iterfind(".//c:pt", C)]


def drawn_numbers(root, sheet="'Data'"):
    """The cached numbers that marks are drawn from, by their cells: not where words and strokes stand."""
    found = {}
    for kind in ("val", "xVal", "yVal"):
        for one in root.iterfind(f".//c:ser/c:{kind}/c:numRef", C):
            cells = one.findtext("c:f", namespaces=C)
            if cells.startswith(sheet):
                found[cells] = values(one)
    return found


def labels(root):
    """What each label prints: its mark's cached value in the format of the label, or a cell of words."""
    return [text for one in root.iterfind(".//c:ser", C) for text in _labels(one)]


def _labels(series):
    held = series.find("c:val", C) if series.find("c:val", C) is not None else series.find("c:yVal", C)
    cached = {
        point.get("idx"): Decimal(point.findtext("c:v", namespaces=C))
        for point in held.iterfind(".//c:pt", C)
    }
    cells = {
        point.get("idx"): point.findtext("c:v", namespaces=C)
        for point in series.iterfind(".//c15:dlblRangeCache/c:pt", C)
    }
    for label in series.iterfind("c:dLbls/c:dLbl", C):
        place = label.find("c:idx", C).get("val")
        if label.find("c:tx", C) is None:
            yield formatted(cached[place], label.find("c:numFmt", C).get("formatCode"))
        else:
            assert label.findtext(".//a:fld/a:t", namespaces=C) == cells[place]
            yield cells[place]


def formatted(value, code):
    """A value as a number format prints it, as far as ours go (ECMA-376 part 1, section 18.8.31)."""
    sections = re.findall(r'(?:[^;"\\]|\\.|"[^"]*")+', code)
    own = sections[1] if value < 0 and len(sections) > 1 else sections[0]

    def piece(found):
        if found["words"] is not None:
            return found["words"]
        if found["char"] is not None:
            return found["char"]
        places = len(found["digits"].partition(".")[2])
        return f"{abs(value):,.{places}f}" if "," in found["digits"] else f"{abs(value):.{places}f}"

    return re.sub(r'"(?P<words>[^"]*)"|\\(?P<char>.)|(?P<digits>[#,]*0(?:\.0+)?)', piece, own)
