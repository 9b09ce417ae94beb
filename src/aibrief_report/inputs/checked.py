"""YAML checked against a pydantic model: one fault a field, each at its place, with near-miss hints."""

from __future__ import annotations

import json
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from aibrief_report.errors import Faults, InputError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.yaml_text import Tree, YamlText


class Strict(BaseModel):
    """A record at the edge: keys in kebab-case, none unknown, frozen once read."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"), strict=False
    )


Model = TypeVar("Model", bound=Strict)

_SIGNS = frozenset(":#{}[],&*!|>'\"%@`")
"""What cannot stand everywhere in a text without quotes (YAML 1.2, 5.3)."""
_KEY = "[key]"
"""How pydantic says that not the value but its key is meant."""

_MESSAGES = {
    "missing": "{key!r} is missing",
    "extra_forbidden": "{key!r} is not a known key",
    "string_type": "{key} is to be a text",
    "dict_type": "{key} is to be keys with values",
    "model_type": "{key} is to be keys with values",
    "tuple_type": "{key} is to be a list",
    "bool_parsing": "{key} {found!r} is neither true nor false",
    "int_parsing": "{key} {found!r} is not a whole number",
    "float_parsing": "{key} {found!r} is not a number",
    "float_type": "{key} is to be a number",
    "literal_error": "{key} {found!r} is not one of: {expected}",
    "greater_than": "{key} {found} is not above {gt:g}",
    "less_than": "{key} {found} is not below {lt:g}",
    "greater_than_equal": "{key} {found} is below {ge:g}",
    "less_than_equal": "{key} {found} is above {le:g}",
    "too_short": "{key} has {actual_length} entries, and needs {min_length}",
    "value_error": "{key} {found!r}: {error}",
}
"""What is told for pydantic's kinds of error (https://docs.pydantic.dev/latest/errors/validation_errors/)."""


def read_checked(source: YamlText, model: type[Model]) -> Model:
    """Return the model that a YAML text fills. Raises `InputError` with every fault at its place."""
    try:
        return model.model_validate(without_empty(source.tree))
    except ValidationError as error:
        faults = Faults(InputError)
        for detail in error.errors(include_url=False):
            _add(faults, source, model, detail)
        faults.check()
        raise


def _add(faults: Faults, source: YamlText, model: type[Strict], detail: Any) -> None:
    path = tuple(part for part in detail["loc"] if part != _KEY)
    kind, found, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    context = {name: _plain(value) for name, value in context.items()}
    template = _MESSAGES.get(kind, "{key}: {msg}") if detail["loc"][-1:] != (_KEY,) else "{found!r} {error}"
    message = template.format(key=_named(path), found=found, msg=detail["msg"], **context)
    hint = None
    if kind == "extra_forbidden":
        hint = nearest(str(path[-1]), _known(model, path[:-1]))
    elif kind == "literal_error":
        hint = nearest(str(found), context["expected"].split(", "))
    elif kind in ("tuple_type", "model_type") and isinstance(found, str):
        hint = _example(kind, model, path, found)
    keyed = kind in ("extra_forbidden", "missing") or detail["loc"][-1:] == (_KEY,)
    faults.add(message, source.key_place(*path) if keyed else source.place(*path), hint)


def _named(path: tuple[Any, ...]) -> str:
    """Return how a value is called: by its key, in a list by the list's key and its place from 1."""
    if not path:
        return "the file"
    return str(path[-1]) if isinstance(path[-1], str) else f"{_named(path[:-1])} {path[-1] + 1}"


def _plain(value: Any) -> Any:
    """Return a part of pydantic's message without its quotes and its "or"."""
    return value.replace("'", "").replace(" or ", ", ") if isinstance(value, str) else value


def _known(model: type[Strict], path: tuple[Any, ...]) -> set[str]:
    """Return the keys that are known at one level: those of another would lead astray."""
    return {name for one in _level(model, path) for name in _fields(one)}


def _level(model: type[Strict], path: tuple[Any, ...]) -> list[type[Strict]]:
    """Return the records that may stand at a path."""
    level = [model]
    for part in path:
        fields = [field for one in level for field in _fields(one).items() if field[0] == part]
        # A place in a list, and a name that the author chose, lead no deeper than their list or mapping.
        level = [
            one for _, field in fields for one in _parts(field.annotation) if issubclass(one, Strict)
        ] or level
    return level


def _example(kind: str, model: type[Strict], path: tuple[Any, ...], found: str) -> str | None:
    """Return how a text alone is written where a list is wanted, or a list of records: "[{name: Jane Doe}]".

    `None` where that is not plain: a record needs more than one key, or stands in no list.
    """
    place = max((at for at, part in enumerate(path) if isinstance(part, str)), default=-1)
    if place < 0 or (kind == "model_type" and place == len(path) - 1):
        return None
    parents = _level(model, path[:place])
    fields = [_fields(one)[path[place]] for one in parents if path[place] in _fields(one)]
    records = [part for field in fields for part in _parts(field.annotation) if issubclass(part, Strict)]
    needed = [name for one in records for name, field in _fields(one).items() if field.is_required()]
    if len(needed) != len(records) or len(records) > 1:
        return None
    text = json.dumps(found, ensure_ascii=False) if _SIGNS.intersection(found) else found
    return f"write [{{{needed[0]}: {text}}}]" if needed else f"write [{text}]"


def _fields(model: type[Strict]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _parts(annotation: Any) -> list[type]:
    if isinstance(annotation, type):
        return [annotation]
    return [part for argument in get_args(annotation) for part in _parts(argument)]


def without_empty(tree: Tree) -> Tree:
    """Return values without the keys that were left empty: `note:` alone means that there is none."""
    if isinstance(tree, dict):
        return {key: without_empty(value) for key, value in tree.items() if value != ""}
    if isinstance(tree, list):
        return [without_empty(value) for value in tree]
    return tree
