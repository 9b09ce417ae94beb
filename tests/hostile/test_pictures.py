"""Drawings and bitmaps that explode where they are drawn: refused beforehand, by what they ask for."""

import base64
import io

import pytest
from PIL import Image

from aibrief_report.ooxml.rasters import JPEG, PNG, unfit
from aibrief_report.theme.drawings import refused
from tests.hostile.confined import confined
from tests.hostile.pictures import chunk, claiming, frame, header, jpeg, nested, png, rows, svg
from tests.projects import NARRATIVE, change

BOX = '<rect width="50" height="50" {}/>'
LINE = '<path d="M0 0 1 1 2 2 3 3" marker-mid="url(#{})"/>'
BOMB = png(header(60_000, 60_000), rows(60_000, 9))
SHADED = BOX.format('fill="url(#a)"')
FILTER = '<filter id="f">{}</filter>' + BOX.format('filter="url(#f)"')


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (nested("g", '<use href="#{}"/>'), "copies its parts without end"),
        (nested("pattern", BOX.format('fill="url(#{})"')), "copies its parts without end"),
        (nested("mask", BOX.format('mask="url(#{})"')), "copies its parts without end"),
        (nested("clipPath", BOX.format('clip-path="url( \'#{}\' )"')), "copies its parts without end"),
        (nested("marker", LINE), "copies its parts without end"),
        (nested("pattern", BOX.format('style="fill:url(#{})"')), "copies its parts without end"),
        (f'<pattern id="a">{BOX.format("")}</pattern>' + BOX.format('class="c"') * 4000
         + "<style>.b, .c { fill: url(#a) } </style>" + "<g/>" * 3000, "copies its parts without end"),
        ('<marker id="a">' + "<path/>" * 100 + f'</marker><path marker-mid="url(#a)" d="M{"1 1 " * 500}"/>',
         "copies its parts without end"),
        ('<g id="a"><use href="#a"/><use href="#a"/><use href="#a"/></g>', "copies its parts without end"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a" href="#c"/></g>',
         "copies its parts without end"),
        ('<mask id="a"><rect mask="url(#a)"/></mask><rect mask="url(#a)"/>', "copies its parts without end"),
        ('<g opacity="0.5">' * 1100 + "</g>" * 1100, "the XML is not well-formed"),
        ('<g opacity="0.5"/>' * 1100, "copies its parts without end"),
        ("<rect/>" * 10_001, "has more than 10,000 parts"),
        (FILTER.format('<feTurbulence numOctaves="2147483647"/>'), "holds <feTurbulence>"),
        (FILTER.format('<feMorphology radius="5000"/>'), "holds <feMorphology>"),
        (FILTER.format('<feGaussianBlur stdDeviation="5"/>' * 300), "copies its parts without end"),
        (f"<text>{'a' * 20_001}</text>", "has more than 20,000 letters in its texts"),
        (f"<style>{'a{}' * 30_000}</style>", "has more rules of style than a drawing needs"),
        ("<style>" + "g rect{}" * 2000 + "</style>" + "<rect/>" * 1000, "has more rules of style"),
        (f'<path d="{"M" * 3_000_000}"/>', "is larger than 2 MiB"),
        (f'<image href="data:image/png;base64,{base64.b64encode(BOMB).decode()}"/>',
         "holds a picture that has more than 50,000,000 pixels"),
        ('<image href="data:image/png;base64,AAAA"/>', "holds a picture that is no PNG file"),
        ('<image href="data:image/jpeg;base64,A"/>', "holds a picture that is no base64"),
    ],
)  # fmt: skip
def test_a_drawing_that_multiplies_is_refused(inside, reason):
    assert reason in refused(svg(inside), "d.svg")


def test_a_drawing_wider_than_any_page_is_refused():
    assert "20,000 pixels wide" in refused(
        svg("", 'viewBox="0 0 9 9" width="99999999999" height="9"'), "d.svg"
    )


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ('<path d="ZZ 1"/>', "has a path that goes on after its end: 'Z 1'"),
        ('<path d="M1 1z,b"/>', "has a path that goes on after its end: 'z,'"),
        ('<path style="d : Z 1"/>', "has a path in a style: put it into the attribute d"),
        ("<style>.a{d/**/:Z 1}</style>", "has a path in a style: put it into the attribute d"),
        ('<path style="fill: red;/* ; */d:Z 1"/>', "has a path in a style: put it into the attribute d"),
    ],
)
def test_a_path_that_would_be_read_for_ever_is_refused(inside, reason):
    assert refused(svg(inside), "d.svg") == f"d.svg {reason}"


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M1 1z M2 2Z"/>',
        '<path id="d" style="end: 1; mask-d: 2"/>',
        "<style>#d:root, d:root { fill: red }</style>",
        f'<path style="d{"/**/" * 50_000}"/>',
        f'<path style="d{"/*" * 400_000}"/>',
    ],
    ids=["two paths", "other properties", "selectors", "many comments", "comments without end"],
)
def test_a_path_that_ends_is_shown(inside):
    assert refused(svg(inside), "d.svg") is None


@pytest.mark.parametrize(
    "inside",
    [
        '<linearGradient id="a"><stop/><stop/><stop/></linearGradient>' + SHADED * 5000,
        '<pattern id="a"><rect/></pattern>' + SHADED * 2000,
        '<style>.a{mask:url(#c)}</style><mask id="c"><rect/></mask>' + '<g class="b"/>' * 5000,
        FILTER.format('<feGaussianBlur stdDeviation="5"/><feOffset dx="2"/>'),
        '<g id="a"><path d="M0 0"/></g>' + '<use href="#a"/>' * 3000,
    ],
)  # fmt: skip
def test_one_that_is_only_rich_is_shown(inside):
    assert refused(svg(inside), "d.svg") is None


PHOTO = jpeg(90, 60)
START, END = frame(PHOTO)


@pytest.mark.parametrize(
    ("kind", "data", "reason"),
    [
        (PNG, BOMB, "has more than 50,000,000 pixels"),
        (PNG, png(header(10, 10), b"\0" * 50_000_000), "is damaged or cut off"),
        (PNG, png(header(10, 10), rows(10, 9)), "is damaged or cut off"),
        (PNG, png(header(10, 10), rows(10, 10), header(60_000, 60_000)), "is damaged or cut off"),
        (PNG, png(chunk(b"tEXt", b"\0\0\0\x09" * 4) + header(60_000, 60_000), b""), "is no PNG file"),
        (PNG, png(header(0, 10), b""), "is no PNG file"),
        (PNG, png(header(10, 10), rows(10, 10))[:-20], "is damaged or cut off"),
        (PNG, png(header(10, 10), rows(10, 10)).replace(b"IDATx", b"IDATy"), "is damaged or cut off"),
        (PNG, PHOTO, "is no PNG file"),
        (JPEG, claiming(PHOTO, 60_000, 60_000), "has more than 50,000,000 pixels"),
        (JPEG, PHOTO[:END] + claiming(PHOTO, 60_000, 60_000)[START:], "is damaged or cut off"),
        (JPEG, PHOTO[:-40], "is damaged or cut off"),
        (JPEG, b"\xff\xd8" + b"\xff\xe0\0\0" * 1_000_000, "is no JPEG file"),
        (JPEG, b"GIF89a" + b"\xff" * 99, "is no JPEG file"),
        (JPEG, b"RIFF\0\0\0\0WEBP", "is no JPEG file"),
        (JPEG, b"", "is no JPEG file"),
    ],
)
def test_a_bitmap_that_is_not_what_it_claims_is_refused(kind, data, reason):
    assert unfit(data, kind) == reason


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_shown(mode):
    held = io.BytesIO()
    Image.new(mode, (33, 17)).save(held, "PNG")
    assert unfit(held.getvalue(), PNG) is None


@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"mode": "CMYK"}, {"mode": "L"}])
def test_every_kind_of_jpeg_is_shown(how):
    assert unfit(jpeg(33, 17, **how), JPEG) is None


@pytest.mark.torture
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("p.svg", svg('<rect width="9" height="9"/>', 'width="7000" height="7000"'), 0),
        ("p.svg", svg('<path d="M0 0 9 9" stroke="red" stroke-dasharray="0.0000001"/>'), 0),
        ("p.svg", svg('<rect width="nan" height="inf"/><path d="M nan L inf"/><circle r="1e400"/>'), 0),
        ("p.svg", svg(f'<path d="M0 0 {"A 1 1 0 0 0 5 5 " * 50_000}"/>'), 0),
        ("p.svg", svg(f"<text>{'a ' * 9_000}</text>"), 0),
        ("p.svg", svg('<path d="ZZ 1"/><rect transform="rotate(a)"/><linearGradient id="g"><stop offset="z"/>'
                      '</linearGradient><rect width="4" height="4" fill="url(#g)"/>'), 1),
        ("p.png", png(header(7_000, 7_000), rows(7_000, 7_000)), 0),
        ("p.jpg", jpeg(7_000, 7_000), 0),
    ],
)  # fmt: skip
def test_the_largest_that_are_shown_are_drawn_in_every_format(root, name, data, code):
    (root / NARRATIVE).with_name(name).write_bytes(data)
    change(root / NARRATIVE, lambda old: f"{old}\n![Something]({name})\n")
    ended = confined(root, "build", "brief", mib=1500, seconds=60)
    assert ended.code == code, ended
    assert "the toolkit itself failed" not in ended.told
    assert "base64" not in ended.told
