"""Figures: a chart as SVG, or a picture; on screen with the chart's values as a table."""

from __future__ import annotations

from base64 import b64encode

from aibrief_report.errors import Fault, Place, RenderError
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart, Drawing, Image
from aibrief_report.render.html.captions import beneath, caption, scrolling
from aibrief_report.render.html.chart_csv import chart_csv, csv_address
from aibrief_report.render.html.chart_data import chart_data
from aibrief_report.render.html.markup import element, paragraph
from aibrief_report.render.html.pen import Pen
from aibrief_report.render.html.svg import inline_svg

_ALONG = ("line", "area")
"""Kinds whose marks are read by time: all of one time together."""


def figure(node: Figure, pen: Pen) -> str:
    """Return a figure. Raises `RenderError` for a chart that was not drawn."""
    content = node.content
    shown = _chart(node, content, pen) if isinstance(content, Chart) else _image(content, pen)
    parts = [caption(node, pen), shown, beneath(node, pen)]
    if pen.theme.manners.captions.place == "beneath":
        parts[:2] = reversed(parts[:2])
    return element(
        "figure",
        "\n".join(parts),
        class_="chart" if isinstance(content, Chart) else "image",
        id=node.anchor,
    )


def _chart(node: Figure, chart: Chart, pen: Pen) -> str:
    drawing = chart.drawing
    if drawing is None:
        place = Place(node.span.file, node.span.first) if node.span else None
        raise RenderError(Fault(f"the chart {node.anchor!r} was not drawn", place))
    if pen.paper:
        return _picture(drawing, chart.alt)
    return f"{_plot(node, chart, drawing, pen)}\n{_tools(node, chart, pen)}\n{chart_data(node, chart, pen)}"


def _tools(node: Figure, chart: Chart, pen: Pen) -> str:
    """Return the ways to take the chart away; a script adds those that it makes."""
    name = f"{node.anchor}.csv"
    told = f"{pen.words['download']}{pen.words['colon']}CSV"
    link = element("a", "CSV", href=csv_address(chart_csv(chart)), download=name, title=told)
    return paragraph(link, class_="tools")


def _plot(node: Figure, chart: Chart, drawing: Drawing, pen: Pen) -> str:
    """Return a chart drawn for wide and for narrow windows, of which the style sheet shows one."""
    wide = inline_svg(drawing.svg, chart.alt, node.anchor)
    svg = pen.narrow(chart)
    if not svg:
        return scrolling(wide, node)
    narrow = inline_svg(svg, chart.alt, f"{node.anchor}-narrow", like=node.anchor)
    return element("div", wide + narrow, class_="plot", data_along=chart.kind in _ALONG)


def _picture(drawing: Drawing, alt: str) -> str:
    # An <img> rather than inline SVG: only that carries its alt text into the tags of the PDF.
    size = f"width:{drawing.width:g}pt"
    return element("img", src=data_address("image/svg+xml", drawing.svg.encode()), alt=alt, style=size)


def _image(image: Image, pen: Pen) -> str:
    address = data_address(image.media_type, image.data)
    return element("img", src=address, alt=image.alt, **pen.width(f"{image.width:g}pt"))


def data_address(media_type: str, data: bytes) -> str:
    """Return bytes as a data address, which needs no network."""
    return f"data:{media_type};base64,{b64encode(data).decode()}"
