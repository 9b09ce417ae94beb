"""The reference list: invented works of five kinds, twenty-five for each part of the brief."""

from __future__ import annotations

from typing import Any

import yaml

PER_PART = 25

_FAMILIES = (
    *("Aalto", "Berg", "Costa", "Dahl", "Egger", "Flynn", "Gruber", "Horvat", "Ilves", "Jensen", "Kask"),
    *("Lindqvist", "Moreira", "Novak", "Olsen", "Pereira", "Quinn", "Rasmussen", "Sokolov", "Tamm", "Urban"),
    *("Virtanen", "Walsh", "Zupan"),
)
_GIVEN = ("Anna", "Bruno", "Clara", "David", "Elena", "Frank", "Greta")
_OFFICES = ("Office of Networks", "Court of Auditors", "Statistical Office", "Union of Operators")
_SUBJECTS = (
    *("Counting lines", "Who pays for fibre", "The evening hour", "Masts and permits", "After the subsidy"),
    *("Networks at the border", "Training engineers", "What a line costs"),
)


def source_key(part: int, place: int) -> str:
    """Return the key of a work, counted from 0 within its part; what lies beyond the last begins anew."""
    return f"work-{part}-{place % PER_PART}"


def sources(parts: int) -> str:
    """Return `sources.yaml`."""
    works = [_work(part, place) for part in range(parts) for place in range(PER_PART)]
    return yaml.safe_dump({"references": works}, sort_keys=False, allow_unicode=True)


def _work(part: int, place: int) -> dict[str, Any]:
    number = part * PER_PART + place
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    work: dict[str, Any] = {
        "id": source_key(part, place),
        "title": f"{subject}: evidence from the {_ordinal(number)} inquiry",
        "issued": f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}",
        "language": "en",
    }
    return work | (_office, _article, _book, _page, _newspaper)[number % 5](number)


def _office(number: int) -> dict[str, Any]:
    office = _OFFICES[number // 5 % len(_OFFICES)]
    address = f"https://example.org/reports/{number}"
    return {"type": "report", "author": [{"literal": office}], "publisher": office, "URL": address}


def _article(number: int) -> dict[str, Any]:
    pages = f"{10 + number}-{24 + number}"
    journal = {"container-title": "Journal of Shared Networks", "volume": str(3 + number % 20), "page": pages}
    names = [_person(number), _person(number + 7)]
    return {"type": "article-journal", "author": names, **journal, "DOI": f"10.1234/jsn.{number}"}


def _book(number: int) -> dict[str, Any]:
    publisher = {"publisher": "Example University Press", "publisher-place": "Lisbon"}
    return {"type": "book", "author": [_person(number + 3)], **publisher}


def _page(number: int) -> dict[str, Any]:
    address = f"https://example.org/notes/{number}"
    return {"type": "webpage", "author": [_person(number + 11)], "container-title": "Notes", "URL": address}


def _newspaper(number: int) -> dict[str, Any]:
    return {"type": "article-newspaper", "author": [_person(number + 5)], "container-title": "The Example"}


def _person(number: int) -> dict[str, str]:
    return {"family": _FAMILIES[number % len(_FAMILIES)], "given": _GIVEN[number % len(_GIVEN)]}


def _ordinal(number: int) -> str:
    counted = number + 1
    ending = "th" if counted % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(counted % 10, "th")
    return f"{counted}{ending}"
