"""The words in Chinese. Times: “A是B的…”. Parts: “占世界的…”. Changes: “A…”. Places: “A是…”."""

from __future__ import annotations

from decimal import Decimal

from aibrief_report.ledger.words.vocabulary import (
    COUNTS,
    FALLS,
    MOST_PLACES,
    PARTS,
    RISES,
    Near,
    Places,
    Turn,
    Vocabulary,
    decimal,
)

_DIGITS = "一二三四五六七八九"
_PARTS = (
    *("十分之一", "五分之一", "四分之一", "三分之一", "五分之二", "一半", "五分之三", "三分之二"),
    *("四分之三", "五分之四", "十分之九"),
)
_AROUND = ("近{}", "略多于{}", "超过{}", "不到{}", "约{}")


def _number(count: int) -> str:
    """Return a number as it stands before a measure word: 两 for two, 十二, 两百."""
    if count >= 1000:
        return "一千"
    if count >= 100:
        return f"{_number(count // 100) if count >= 200 else '一'}百"
    tens, ones = divmod(count, 10)
    if not tens:
        return "两" if ones == 2 else _DIGITS[ones - 1]
    return f"{_DIGITS[tens - 1] if tens > 1 else ''}十{_DIGITS[ones - 1] if ones else ''}"


def _ordinal(place: int) -> str:
    return "二" if place == 2 else _number(place) if place < 100 else str(place)


def _times() -> dict[Decimal, Near]:
    names = {decimal(n): name for n, name in zip(PARTS, _PARTS, strict=True)}
    names |= {Decimal(1): "一倍", Decimal("1.5"): "一倍半", Decimal("2.5"): "两倍半"}
    names |= {Decimal(n): f"{_number(n)}倍" for n in COUNTS}
    return dict(sorted((n, Near.of(name, *_AROUND)) for n, name in names.items()))


def _rises() -> dict[Decimal, Turn]:
    names = {n: f"{_number(n)}倍" for n in RISES}
    return {Decimal(n): Turn(f"增至近{name}", f"增至{name}", f"增至{name}以上") for n, name in names.items()}


def _falls() -> dict[Decimal, Turn]:
    names = ("一半", "三分之一", "四分之一", "十分之一")
    turns = (Turn(f"降至略高于{name}", f"降至{name}", f"降至不到{name}") for name in names)
    return {decimal(left): turn for left, turn in zip(FALLS, turns, strict=True)}


CHINESE = Vocabulary(
    times=_times(),
    equal="一倍",
    parts={decimal(n): Near.of(name, *_AROUND) for n, name in zip(PARTS, _PARTS, strict=True)},
    whole="全部",
    almost_whole="几乎全部",
    most="大部分",
    rises=_rises(),
    falls=_falls(),
    rose="上升",
    fell="下降",
    unchanged="保持不变",
    almost_unchanged="几乎不变",
    places=Places(
        first="{count}者中最大的",
        last="{count}者中最小的",
        place="{count}者中第{nth}大的",
        among="{count}者中最大的{most}个之一",
        both=("两者中较大的", "两者中较小的"),
        tied=("{count}者中并列最大的", "{count}者中并列第{nth}大的"),
        numbers=("一", *(_number(n) for n in range(2, 21))),
        nths=tuple(_ordinal(place) for place in range(2, MOST_PLACES)),
    ),
)
