"""YAML in which every scalar is a string and every node knows its place.

Dates, `no` and `1.10` stay as the author wrote them; what a field means is decided by who reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from aibrief_report.errors import Fault, Faults, InputError, Place

Key: TypeAlias = "tuple[str | int, ...]"
Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

MOST_NODES = 100_000
"""Far more than any brief has; aliases that multiply beyond it are a bomb."""


@dataclass(frozen=True, slots=True)
class YamlText:
    """A YAML file: its values, and the place of each by its path of keys and positions."""

    file: str
    tree: Tree
    places: Mapping[Key, Place]

    def place(self, *path: str | int) -> Place:
        """Return where a value stands, or, where it is missing, what it is missing from."""
        for length in range(len(path), -1, -1):
            found = self.places.get(path[:length])
            if found:
                return found
        return Place(self.file)


def read_yaml(text: str, file: str) -> YamlText:
    """Return the values and places of a YAML text. Raises `InputError` with all duplicate keys at once."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        hint = "put a text that holds “: ”, “#” or braces between quotes"
        raise InputError(Fault(f"this is not YAML: {error.problem}", place, hint)) from error
    except yaml.YAMLError as error:
        raise InputError(Fault(f"this is not YAML: {error}", Place(file))) from error
    reader = _Reader(file, Faults(InputError), {}, MOST_NODES)
    tree = reader.value(root, ()) if root is not None else {}
    reader.faults.check()
    return YamlText(file, tree, reader.places)


@dataclass(slots=True)
class _Reader:
    file: str
    faults: Faults
    places: dict[Key, Place]
    left: int

    def value(self, node: yaml.Node, path: Key) -> Tree:
        self.places[path] = place = _place(node, self.file)
        self.left -= 1
        if self.left < 0:
            raise InputError(Fault("the file holds too many values", place, "aliases multiply them"))
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)

    def _entries(self, node: yaml.MappingNode, path: Key) -> Iterator[tuple[str, Tree]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in seen:
                self.faults.add(f"{key!r} stands twice", _place(key_node, self.file), "keep one of them")
            seen.add(key)
            yield key, self.value(value_node, (*path, key))


def _place(node: yaml.Node, file: str) -> Place:
    return Place(file, node.start_mark.line + 1, node.start_mark.column + 1)
