"""Bytes that are nearly a good file: a seed with some of it taken out, doubled, swapped or replaced."""

from __future__ import annotations

import hypothesis.strategies as st

TOKENS = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b'"', b"'", b"&", b"<", b">", b"\\", b"\x1b"),
    *(
        b"{{",
        b"}}",
        b"{%",
        b"%}",
        b"{##",
        b":::",
        b"[^",
        b"![",
        b"](",
        b"|",
        b": ",
        b"- ",
        b"&a",
        b"*a",
        b"!!",
    ),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"<script>", b"javascript:", b"../", b"/etc/passwd", b"%s"),
    *(
        b"=cmd|'/c calc'!A1",
        b"-1",
        b"1e999",
        b"99999999999999999999",
        b"NaN",
        b"0",
        b"2024/2023",
        "é".encode(),
    ),
    *("\u202e".encode(), "\ue000".encode(), "\U0001f600".encode(), b"a" * 300, b"[" * 200, b"(" * 200),
)
"""What readers stumble over: marks of other languages, numbers out of range, signs that nobody sees."""

_EDIT = st.tuples(
    st.sampled_from(("cut", "double", "put", "swap", "flip")),
    st.integers(0, 2**20),
    st.integers(1, 64),
    st.sampled_from(TOKENS),
)
EDITS = st.lists(_EDIT, min_size=1, max_size=6)


def mutated(seed: bytes, edits: list[tuple[str, int, int, bytes]]) -> bytes:
    """The seed after some edits; places wrap around its length."""
    data = bytearray(seed)
    for how, place, length, token in edits:
        start = place % (len(data) + 1)
        end = start + length
        match how:
            case "cut":
                del data[start:end]
            case "double":
                data[start:start] = data[start:end]
            case "put":
                data[start:start] = token
            case "swap":
                data[start:end] = token
            case _:
                data[start:end] = bytes(byte ^ (1 << place % 8) for byte in data[start:end])
    return bytes(data)
