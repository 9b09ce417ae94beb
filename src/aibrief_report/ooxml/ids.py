"""Names and ids that come out the same each time, within Word's limits."""

from __future__ import annotations

import re

from msgspec import Struct, field

from aibrief_report.digest import sha256, short_id

LONGEST_BOOKMARK = 40
LONGEST_TAG = 64
"""Word refuses longer names of bookmarks, and longer tags and titles of content controls."""
_PLAIN_ANCHOR = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


def bookmark_name(anchor: str) -> str:
    """Return the name of an anchor's bookmark; the underscore in front hides it from Word's list.

    Word allows letters, digits and underscores, and does not tell upper from lower case; an anchor that
    does not fit takes a hash with it, so that no two anchors share a name.

    >>> bookmark_name("fig-gap")
    '_fig_gap'
    """
    if len(anchor) < LONGEST_BOOKMARK and _PLAIN_ANCHOR.fullmatch(anchor):
        return "_" + anchor.replace("-", "_")
    return f"_{_UNSAFE.sub('_', anchor)[:22].strip('_')}__{short_id(anchor, digits=12)}"


def control_tag(name: str) -> str:
    """Return a content control's tag for a name; a long name is cut and takes a hash with it."""
    if len(name) <= LONGEST_BOOKMARK:
        return name
    return f"{name[: LONGEST_BOOKMARK - 13]}~{short_id(name, digits=12)}"


def control_alias(label: str, name: str) -> str:
    """Return a content control's title, "US investment [q12]": the label is cut where both do not fit."""
    mark = f"[{control_tag(name)}]"
    room = LONGEST_TAG - len(mark) - 1
    words = label if len(label) <= room else label[: room - 1].rstrip() + "…"
    return f"{words} {mark}".lstrip()


def guid(name: str) -> str:
    """Return a GUID in braces made from a name, as data stores and embedded fonts need."""
    digits = sha256(name.encode())[:32].upper()
    return "{" + "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])) + "}"


class Ids(Struct):
    """Hands out the numbers that must be unique within a document.

    Bookmarks and drawings count up; controls and comments take theirs from a name, so that they outlive an
    edit elsewhere.
    """

    _counts: dict[str, int] = field(default_factory=dict)
    _named: dict[str, set[int]] = field(default_factory=dict)

    def count(self, kind: str) -> int:
        """Return the next number of a kind ("bookmark", "drawing"), from 1."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]

    def control(self, name: str) -> int:
        """Return a positive number made from a name that no control has been given before."""
        return self._made("control", name)

    def comment(self, name: str) -> int:
        """Return a positive number made from a name that no comment has been given before."""
        return self._made("comment", name)

    def _made(self, kind: str, name: str) -> int:
        taken = self._named.setdefault(kind, set())
        number = int(sha256(name.encode())[:7], 16) + 1
        while number in taken:
            number += 1
        taken.add(number)
        return number
