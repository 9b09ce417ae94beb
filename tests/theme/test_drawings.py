"""SVG of a project: static, and reaching nothing outside itself."""

import time

import pytest

from aibrief_report.theme.drawings import refused, size

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
"""A PNG of one pixel."""


def svg(inside: str, head: str = "", root: str = 'viewBox="0 0 10 10"') -> bytes:
    return f"{head}<svg {NAMESPACES} {root}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<rect width="5" height="5" style="fill:url(#g)"/>',
        '<defs><g id="g"><rect/></g></defs><use href="#g"/><use xlink:href="#g"/>',
        "<style>rect { fill: red }</style>",
        f'<image href="data:image/png;base64,{DOT}"/>',
        '<text>url(https://example.org) in words</text><path d="M0 0"/>',
        '<metadata><r:x xmlns:r="urn:x" r:about="https://example.org"/></metadata>',
        '<g data-file="C:\\pictures\\a.svg"/><!-- a comment -->',
    ],
)
def test_a_drawing_that_keeps_to_itself_is_shown(inside):
    assert refused(svg(inside), "d.svg") is None


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<script>alert(1)</script>", "holds <script>"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>', "holds <script>"),
        ("<foreignObject><div/></foreignObject>", "holds <foreignObject>"),
        ('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/>', "holds <iframe>"),
        ('<h:b xmlns:h="http://www.w3.org/1999/xhtml"/>', "holds <b>"),
        ('<rect onload="alert(1)"/>', "runs a program (onload)"),
        ('<rect ONCLICK="alert(1)"/>', "runs a program (ONCLICK)"),
        ('<a href="https://example.org"/>', "reaches outside itself"),
        ('<a xlink:href="java&#115;cript:alert(1)"/>', "reaches outside itself"),
        ('<use href="other.svg#x"/>', "reaches outside itself"),
        ('<image href="file:///etc/passwd"/>', "reaches outside itself"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "reaches outside itself"),
        ('<rect style="fill:url(https://example.org/x)"/>', "reaches outside itself (style)"),
        ("<rect style=\"fill:url( 'https://example.org/x')\"/>", "reaches outside itself (style)"),
        ('<rect style="fill:u\\72l(https://example.org/x)"/>', "reaches outside itself (style)"),
        ('<rect fill="URL(//example.org/x)"/>', "reaches outside itself (fill)"),
        ("<style>@import 'x.css';</style>", "has a style that reaches outside it"),
        ("<style>rect { fill: url(x.svg#a) }</style>", "has a style that reaches outside it"),
        ("<style><![CDATA[@import 'x.css';]]></style>", "has a style that reaches outside it"),
        ('<g xml:base="https://example.org/"/>', "reaches outside itself"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "moves (<set>)"),
        ('<rect><animate attributeName="x" to="9"/></rect>', "moves (<animate>)"),
        ("<?xml-stylesheet href='x.css'?>", "names a style sheet"),
    ],
)
def test_what_runs_reaches_or_moves_is_refused(inside, reason):
    assert reason in refused(svg(inside), "d.svg")


@pytest.mark.parametrize(
    "data",
    [
        svg("", head="<!DOCTYPE svg [<!ENTITY a 'b'>]>"),
        svg("", head="<?xml-stylesheet href='https://example.org/x.css'?>"),
        b"<svg viewBox='0 0 1 1'><rect",
        b"<html/>",
        b"",
        b"GIF89a",
        svg("<script/>").decode().encode("utf-16"),
        b"<svg>" + b"<g>" * 10_000 + b"</g>" * 10_000 + b"</svg>",
    ],
)
def test_what_is_no_plain_svg_is_refused(data):
    assert refused(data, "d.svg")


def test_copies_of_copies_do_not_fill_the_machine():
    layers = "".join(f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 60))
    start = time.perf_counter()
    assert "copies its parts" in refused(svg(f'<g id="g0"/>{layers}<use href="#g59"/>'), "d.svg")
    assert "copies its parts" in refused(svg('<g id="a"><use href="#a"/></g>'), "d.svg")
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("root", "sides"),
    [
        ('viewBox="0 0 40 20"', (40, 20)),
        ('viewBox="0,0,40.5,20"', (40.5, 20)),
        ('width="40" height="20px"', (40, 20)),
        ('width="40%" height="20"', None),
        ('viewBox="0 0 0 20"', None),
        ('viewBox="0 0 -4 20"', None),
        ('viewBox="a b c d"', None),
        ("", None),
    ],
)
def test_the_root_tells_the_size(root, sides):
    assert size(svg("", root=root), "d.svg") == sides
