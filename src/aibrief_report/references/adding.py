"""Adding sources to sources.yaml: behind the last entry, indented as the file is, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml
from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.errors import Fault, Place, ReferencesError
from aibrief_report.inputs.yaml_text import read_yaml
from aibrief_report.ledger.sources import sources_in
from aibrief_report.references.bibtex import to_csl_yaml
from aibrief_report.references.library import csl_items

_LINE = re.compile(r"^(?=.)", re.MULTILINE)
_BY_HAND = "list the sources one below the other, each behind a hyphen; or add these by hand: --dry-run"


class Added(Struct, frozen=True):
    """A file's text with entries added: these, as they stand in it, their keys, and keys it had before."""

    text: str
    entries: str
    keys: tuple[str, ...]
    known: tuple[str, ...]


def with_sources(text: str, file: str, items: Sequence[Mapping[str, Json]], origin: str) -> Added:
    """Return the text of a sources.yaml with more CSL-JSON items; one whose key it has stays as it stands.

    `file` and `origin` name the two in messages. Raises `ReferencesError` for items that no library may hold,
    and for a file that is written in another way, such as between brackets.
    """
    before = sources_in(read_yaml(text, file))
    new = [item for item in items if str(item["id"]) not in before]
    known = tuple(str(item["id"]) for item in items if str(item["id"]) in before)
    csl_items([(item, Place(origin)) for item in new])
    if not new:
        return Added(text, "", (), known)
    node = _sequence(yaml.compose(text, Loader=yaml.CSafeLoader))
    if node is None or node.flow_style:
        raise ReferencesError(
            Fault("nothing can be added to the list as it is written", Place(file), _BY_HAND)
        )
    indent, end = " " * node.start_mark.column, node.end_mark.index
    gap = "\n" if "\n\n" in text else ""
    entries = gap.join(_LINE.sub(indent, to_csl_yaml([item])) for item in new)
    head, tail = text[:end], text[end:]
    made = head + ("" if head.endswith("\n") else "\n") + gap + entries + (gap + tail if tail else "")
    keys = tuple(str(item["id"]) for item in new)
    if list(sources_in(read_yaml(made, file))) != [*before, *keys]:
        raise ReferencesError(
            Fault("nothing can be added to the list as it is written", Place(file), _BY_HAND)
        )
    return Added(made, entries, keys, known)


def _sequence(root: yaml.Node | None) -> yaml.SequenceNode | None:
    """Return the list of sources in a file's nodes: the whole, or what stands under `references`."""
    if isinstance(root, yaml.MappingNode):
        root = next((value for key, value in root.value if key.value == "references"), None)
    return root if isinstance(root, yaml.SequenceNode) else None
