"""What reviewers found, number by number, and whether it still counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.review.pack import Item, Pack

Verdict: TypeAlias = Literal["correct", "wrong", "unclear"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""`correct`: the source says so, there; `wrong`: it does not; `unclear`: it cannot be told."""


class Check(Struct, frozen=True):
    """A verdict on one number: on what sentence and rows it was given, by whom, when (ISO 8601)."""

    id: str
    where: str
    sentence: str
    number: str
    expression: str
    printed: str
    rows: Mapping[str, str]
    verdict: Verdict
    checker: str
    date: str
    remark: str = ""


class Lapsed(Struct, frozen=True):
    """A check that no longer counts, and why; `item` is to be checked anew, `None` where it is gone."""

    check: Check
    reason: str
    item: Item | None


class Standing(Struct, frozen=True):
    """How far the check of a pack is: the checks that count, by item, and those that lapsed."""

    pack: Pack
    valid: Mapping[str, Check]
    lapsed: tuple[Lapsed, ...]

    @property
    def open(self) -> tuple[Item, ...]:
        """The numbers that nobody has checked, or whose check lapsed."""
        return tuple(item for item in self.pack.items if item.id not in self.valid)

    @property
    def objected(self) -> tuple[Check, ...]:
        """The checks that count and found something wrong or unclear."""
        return tuple(check for check in self.valid.values() if check.verdict != "correct")

    @property
    def complete(self) -> bool:
        """Whether every number was checked and found correct."""
        return not self.open and not self.objected

    @property
    def summary(self) -> str:
        """The state in a line: "12 of 40 checked, 2 lapsed, 1 wrong or unclear"."""
        told = f"{len(self.valid)} of {len(self.pack.items)} checked, {len(self.lapsed)} lapsed"
        return f"{told}, {len(self.objected)} wrong or unclear" if self.objected else told

    def reason(self, item: Item) -> str:
        """Return why the last check of a number lapsed; empty where there was none."""
        return next((one.reason for one in self.lapsed if one.item is item), "")

    def as_json(self) -> Json:
        """Return the state as JSON."""
        return {
            "brief": self.pack.brief,
            "numbers": len(self.pack.items),
            "checked": len(self.valid),
            "complete": self.complete,
            "objected": [{"id": one.id, "verdict": one.verdict} for one in self.objected],
            "lapsed": [{"id": one.check.id, "reason": one.reason} for one in self.lapsed],
            "open": [{"id": one.id, "where": one.where, "printed": one.printed} for one in self.open],
        }


def standing(pack: Pack, checks: Iterable[Check]) -> Standing:
    """Return which checks still count for a pack: those whose sentence, expression and rows are the same."""
    items = {item.id: item for item in pack.items}
    valid: dict[str, Check] = {}
    lapsed: list[Lapsed] = []
    moved: list[Check] = []
    for check in checks:
        item = items.get(check.id)
        if item is None:
            moved.append(check)
        elif reason := _changed(check, item):
            lapsed.append(Lapsed(check, reason, item))
        else:
            valid[check.id] = check
    taken = {one.check.id for one in lapsed} | set(valid)
    lapsed += _moved(moved, [item for item in pack.items if item.id not in taken])
    return Standing(pack, valid, tuple(lapsed))


def _changed(check: Check, item: Item) -> str:
    """Return what changed beneath a check; empty where nothing did."""
    now = item.digests
    parts = [f"row {key} changed" for key in now if key in check.rows and check.rows[key] != now[key]]
    parts += [f"row {key} is new behind it" for key in now if key not in check.rows]
    parts += [f"row {key} is no longer behind it" for key in check.rows if key not in now]
    if check.number != item.number and not parts:
        parts = [f"it is now the number {item.number}"]
    return "; ".join(parts)


def _moved(checks: Iterable[Check], free: list[Item]) -> Iterator[Lapsed]:
    """Yield the checks whose sentence is no longer there, each with the item that it probably became."""
    for check in checks:
        same = [one for one in free if one.expression == check.expression and one.number == check.number]
        near = next((one for one in same if one.where == check.where), same[0] if same else None)
        if near is not None:
            free.remove(near)
            yield Lapsed(check, "the sentence changed", near)
        else:
            yield Lapsed(check, "it is no longer printed", None)


def combined(standing: Standing, given: Iterable[Check]) -> tuple[Check, ...]:
    """Return all checks, with new ones taken in.

    A check that counts gives way to one of the same day or later on the same rows: neither a pack that
    went out before somebody else's, nor one on rows as they were, undoes it. A check that lapsed
    is dropped once its number was checked anew; one on a number that is no longer printed stays, since a
    sentence may come back.
    """
    found = {check.id: check for check in standing.valid.values()}
    found |= {one.check.id: one.check for one in standing.lapsed}
    successors = {one.item.id: one.check.id for one in standing.lapsed if one.item is not None}
    for check in given:
        before = standing.valid.get(check.id)
        if before is not None and (before.rows != check.rows or before.date > check.date):
            continue
        found[check.id] = check
        old = successors.get(check.id)
        if old is not None and old != check.id:
            found.pop(old, None)
    order = {item.id: place for place, item in enumerate(standing.pack.items)}
    return tuple(sorted(found.values(), key=lambda one: (order.get(one.id, len(order)), one.id)))
