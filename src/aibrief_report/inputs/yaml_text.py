"""YAML in which every scalar is a string and every node knows its place.

Dates, `no` and `1.10` stay as the author wrote them; what a field means is decided by who reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import yaml
from msgspec import Struct

from aibrief_report.errors import Fault, Faults, InputError, Place
from aibrief_report.inputs.door import misfit

Key: TypeAlias = "tuple[str | int, ...]"
Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

MOST_NODES = 100_000
"""Far more than any brief has; aliases that multiply beyond it are a bomb."""

DEEPEST = 50
"""Far deeper than any brief nests; an alias within its own anchor has no end."""


_HARMLESS = 10_000  # characters: fewer can neither nest deep enough to exhaust the stack nor hold many values

_PROBLEMS = {
    "found character that cannot start any token": "a tab, or a sign that needs quotes around the text",
    "but found another document": "a second document begins here",
}

_QUOTE = "put a text that holds “: ”, “#” or braces between quotes"
_INDENT = "indent the line like its siblings: keys of one level, and the items of a list, begin in one column"
_COLON = "mapping values are not allowed in this context"
_INDENTED = (
    "did not find expected key",
    "did not find expected '-' indicator",
    "could not find expected ':'",
)
"""What libyaml says of a line that begins in the wrong column, and of some others."""
_BRACKET = "put commas between the items and close the bracket; an item that holds such signs needs quotes"
_HINTS = {
    "but found another document": "a file is one document: delete the line of three hyphens",
    "could not find expected ':'": "write a colon and a space behind the key, or quotes around a text",
    "did not find expected key": "put the whole text between one pair of quotes",
    "did not find expected ',' or ']'": _BRACKET,
    "did not find expected ',' or '}'": _BRACKET,
    "found unexpected end of stream": "close the quote; within single quotes, write '' for an apostrophe",
}


class YamlText(Struct, frozen=True):
    """A YAML file: its values, and the place of each by its path of keys and positions.

    A text's place is where it begins; that of a list or mapping under a key, and every place of `keys`,
    is where the key stands.
    """

    file: str
    tree: Tree
    places: Mapping[Key, Place]
    keys: Mapping[Key, Place]

    def place(self, *path: str | int) -> Place:
        """Return where a value stands, or, where it is missing, what it is missing from."""
        for length in range(len(path), -1, -1):
            found = self.places.get(path[:length])
            if found:
                return found
        return Place(self.file)

    def key_place(self, *path: str | int) -> Place:
        """Return where the key of a value stands, or what it is missing from."""
        return self.keys.get(path) or self.place(*path)


def read_yaml(text: str, file: str) -> YamlText:
    """Return the values and places of a YAML text. Raises `InputError` with all duplicate keys at once."""
    root = _compose(text, file)
    reader = _Reader(file, Faults(InputError), {}, {}, MOST_NODES)
    tree = reader.value(root, ()) if root is not None else {}
    reader.faults.check()
    return YamlText(file, tree, reader.places, reader.keys)


def _compose(text: str, file: str) -> yaml.Node | None:
    try:
        _check_size(text, file)
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        problem = _PROBLEMS.get(str(error.problem), error.problem)
        hint = _hint(str(error.problem), text, place)
        raise InputError(Fault(f"this is not YAML: {problem}", place, hint)) from error
    except yaml.YAMLError as error:
        raise InputError(Fault(f"this is not YAML: {error}", Place(file))) from error


def _hint(problem: str, text: str, place: Place) -> str:
    """Return what to do about a problem; several have two causes, which the line tells apart."""
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line and place.line <= len(lines) else ""
    before = line[: (place.column or 1) - 1]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces; YAML allows no tabs there"
    if problem in _INDENTED and not before.strip():
        return _INDENT
    # One colon is the key's own: it is the line above that leaves no room for a key below it.
    if problem == _COLON and ":" not in before:
        return _INDENT
    return _HINTS.get(problem, _QUOTE)


def _check_size(text: str, file: str) -> None:
    """Raise `InputError` for what nests too deep or holds too many values, before any of it is kept.

    libyaml composes by recursion, and a hundred thousand brackets end the whole process; its events do not.
    """
    if len(text) < _HARMLESS:
        return
    depth = nodes = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        nodes += isinstance(event, yaml.NodeEvent)
        if depth > DEEPEST or nodes > MOST_NODES:
            mark = event.start_mark
            place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
            what = "nests too deep" if depth > DEEPEST else "holds too many values"
            hint = None if depth > DEEPEST else f"a file holds {MOST_NODES:,} at most"
            raise InputError(Fault(f"the file {what}", place, hint))


class _Reader(Struct):
    file: str
    faults: Faults
    places: dict[Key, Place]
    keys: dict[Key, Place]
    left: int

    def value(self, node: yaml.Node, path: Key) -> Tree:
        place = _place(node, self.file)
        self.places.setdefault(path, place)
        self.left -= 1
        if self.left < 0:
            raise InputError(Fault("the file holds too many values", place, "aliases multiply them"))
        if len(path) > DEEPEST:
            raise InputError(Fault("the file nests too deep", place, "does an alias hold itself?"))
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        return "" if node.tag == "tag:yaml.org,2002:null" else self._text(str(node.value), place)

    def _entries(self, node: yaml.MappingNode, path: Key) -> Iterator[tuple[str, Tree]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            place = _place(key_node, self.file)
            if not isinstance(key_node, yaml.ScalarNode):
                self.faults.add("a key is a list or a mapping", place, "write a word before the colon")
                continue
            if key_node.tag == "tag:yaml.org,2002:merge":
                self.faults.add("merging with << is not supported", place, "write the keys out")
                continue
            key = self._text(str(key_node.value), place)
            if key in seen:
                self.faults.add(f"{key!r} stands twice", place, "keep one of them")
            seen.add(key)
            self.keys[*path, key] = place
            if not isinstance(value_node, yaml.ScalarNode):
                self.places[*path, key] = place
            yield key, self.value(value_node, (*path, key))

    def _text(self, text: str, place: Place) -> str:
        sign = misfit(text)
        if sign:
            self.faults.add(f"{sign} cannot stand in a text, nor be written as an escape", place, "delete it")
        return text


def _place(node: yaml.Node, file: str) -> Place:
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return Place(file, node.start_mark.line + 2)  # its text begins on the line below
    return Place(file, node.start_mark.line + 1, node.start_mark.column + 1)
