"""YAML checked against a pydantic model: one fault a field, each at its place, with near-miss hints."""

from __future__ import annotations

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

_MESSAGES = {
    "missing": "{key!r} is missing",
    "extra_forbidden": "{key!r} is not a known key",
}


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
    path = tuple(detail["loc"])
    key = str(path[-1]) if path else source.file
    template = _MESSAGES.get(detail["type"])
    if template is None:
        value = detail.get("input")
        shown = f" (found {value!r})" if isinstance(value, str) else ""
        message = f"{key}: {detail['msg'].removeprefix('Value error, ')}{shown}"
    else:
        message = template.format(key=key)
    hint = nearest(key, _known(model, path)) if detail["type"] == "extra_forbidden" else None
    faults.add(message, source.place(*path), hint)


def _known(model: type[Strict], path: tuple[Any, ...]) -> set[str]:
    """All keys that any level of the model knows: near misses are rare enough to look at all."""
    names: set[str] = set()
    todo, seen = [model], set()
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.add(one)
        for name, field in one.model_fields.items():
            names.add(field.alias or name)
            todo += [part for part in _parts(field.annotation) if issubclass(part, Strict)]
    return names


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
