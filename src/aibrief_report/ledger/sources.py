"""The sources of a project: `data/sources.yaml` (CSL-YAML) or `data/sources.json` (CSL-JSON)."""

from __future__ import annotations

from aibrief_report.errors import Fault, Faults, LedgerError, Place
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.yaml_text import YamlText, read_yaml
from aibrief_report.ledger.records import Source


def read_sources(inputs: Inputs) -> dict[str, Source]:
    """Return the sources by key. Raises `LedgerError` for entries without a key, or with one used twice.

    JSON is YAML, so one reader serves both, and gives places for both.
    """
    json_only = not inputs.exists("data/sources.yaml") and inputs.exists("data/sources.json")
    file = "data/sources.json" if json_only else "data/sources.yaml"
    return sources_in(read_yaml(inputs.text(file, hint="list what was read there; see docs/data.md"), file))


def sources_in(text: YamlText) -> dict[str, Source]:
    """Return the sources in a file's text by key; raises what `read_sources` does."""
    listed, path = _entries(text)
    faults = Faults(LedgerError)
    found: dict[str, Source] = {}
    for number, entry in enumerate(listed):
        place = text.place(*path, number)
        key = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or not isinstance(key, str) or not key:
            faults.add("the source has no id", place, "every entry is a mapping with an id, type and title")
        elif key in found:
            faults.add(f"the source {key!r} stands twice", place, f"see line {found[key].place.line}")
        else:
            found[key] = Source(key, dict(entry), text, (*path, number))
    faults.check()
    return found


def _entries(text: YamlText) -> tuple[list[object], tuple[str, ...]]:
    tree = text.tree
    if isinstance(tree, dict) and isinstance(tree.get("references"), list):
        return list(tree["references"]), ("references",)
    if isinstance(tree, list):
        return list(tree), ()
    raise LedgerError(Fault("no list of references", Place(text.file), "begin the file with: references:"))


def source_name(source: Source) -> str:
    """Return how a source is called in a sentence: its first author or publisher, and its year.

    A work of a series is called by the series: "AI Index Report 2024".
    """
    entry = source.entry
    given = (entry.get(key) for key in ("publisher", "container-title", "title"))
    names = (entry.get("collection-title"), _first_author(entry), *given, source.key)
    return f"{next(name for name in names if name)} {source.year}".strip()


def _first_author(entry: dict[str, object]) -> str:
    authors = entry.get("author")
    first = authors[0] if isinstance(authors, list) and authors else {}
    return str(first.get("literal") or first.get("family") or "") if isinstance(first, dict) else ""
