"""Changes as JSON, for programs."""

from __future__ import annotations

from aibrief_report.changes.changes import Changes
from aibrief_report.changes.sentences import SentenceChange
from aibrief_report.changes.sides import Side
from aibrief_report.digest import Json
from aibrief_report.model.sentences import Sentence


def changes_json(found: Changes) -> Json:
    """Return all changes as JSON values."""
    return {
        "then": _side(found.then),
        "now": _side(found.now),
        "summary": found.summary,
        "inputs": [{"name": one.name, "how": one.how, "cause": one.cause} for one in found.files],
        "toolkit": [{"what": one.what, "then": one.then, "now": one.now} for one in found.toolkit],
        "rows": [
            {
                "id": one.id,
                "how": one.how,
                "value": one.value,
                "source": one.source,
                "cells": [{"column": cell.column, "then": cell.then, "now": cell.now} for cell in one.cells],
            }
            for one in found.rows
        ],
        "sentences": [_sentence(one) for one in found.sentences],
        "figures": [
            {
                "anchor": one.anchor,
                "label": one.label,
                "title": one.title,
                "how": one.how,
                "cause": one.cause,
                "parts": list(one.parts),
            }
            for one in found.figures
        ],
        "references": [
            {"key": one.key, "how": one.how, "then": one.then, "now": one.now} for one in found.references
        ],
    }


def _side(side: Side) -> Json:
    return {"brief": side.brief, "version": side.version, "built": side.folder is not None}


def _sentence(one: SentenceChange) -> Json:
    return {
        "where": one.where,
        "cause": one.cause,
        "then": _text(one.then),
        "now": _text(one.now),
        "numbers": {"then": _numbers(one.then), "now": _numbers(one.now)},
        "verdicts": list(one.verdicts) if one.verdicts else None,
    }


def _text(one: Sentence | None) -> str | None:
    return one.text if one else None


def _numbers(one: Sentence | None) -> list[str]:
    return [number.text for number in one.numbers] if one else []
