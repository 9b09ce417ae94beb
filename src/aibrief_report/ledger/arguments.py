"""Calls that do not fit a function of templates, told by what the function takes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aibrief_report.errors import Fault
from aibrief_report.inputs.nearest import nearest

_ANY = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


def misfit(
    name: str,
    function: Callable[..., Any],
    given: Sequence[object],
    named: Mapping[str, object],
    *,
    piped: bool = False,
) -> Fault | None:
    """Return what is wrong with the arguments of a call, as a fault without a place; `None` where they fit.

    `piped` is whether the first argument stands before a bar, as that of a filter does.
    """
    parameters = inspect.signature(function).parameters
    places = [one.name for one in parameters.values() if one.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD]
    endless = any(one.kind is inspect.Parameter.VAR_POSITIONAL for one in parameters.values())
    hint = f"it is written {_written(name, parameters, piped=piped)}"
    unknown = next((one for one in named if one not in parameters), None)
    if unknown is not None:
        return Fault(f"{name}() has no argument {unknown!r}", hint=nearest(unknown, parameters) or hint)
    if len(given) > len(places) and not endless:
        most = len(places) - piped
        return Fault(f"{name}() takes {most or 'no'} argument{'' if most == 1 else 's'} at most", hint=hint)
    twice = next((one for one in places[: len(given)] if one in named), None)
    if twice is not None:
        return Fault(f"{name}() is given {twice!r} twice", hint=hint)
    rest = [one for one in places[len(given) :] if one not in named]
    missing = [one for one in rest if parameters[one].default is inspect.Parameter.empty]
    return Fault(f"{name}() lacks {' and '.join(missing)}", hint=hint) if missing else None


def _written(name: str, parameters: Mapping[str, inspect.Parameter], *, piped: bool) -> str:
    """Return how a function is called: "obs(indicator, area, period=…)", of a filter "… | digits(count)"."""
    told = [_argument(one) for one in parameters.values()][1 if piped else 0 :]
    call = f"{name}({', '.join(told)})" if told or not piped else name
    return f"… | {call}" if piped else call


def _argument(one: inspect.Parameter) -> str:
    if one.kind in _ANY:
        return f"{one.name}, …"
    return one.name if one.default is inspect.Parameter.empty else f"{one.name}=…"
