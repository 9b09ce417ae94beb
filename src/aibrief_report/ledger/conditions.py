"""Conditions as text: parsed into a small closed tree, never run.

Allowed are comparisons, `and`, `or`, `not`, arithmetic, numbers, texts, short names of brief.yaml, and the
functions of the ledger. Everything else is refused by name.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct

from aibrief_report.errors import Fault, LedgerError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.ledger import derive
from aibrief_report.ledger.arguments import misfit
from aibrief_report.ledger.claims import Both, Comparison, Condition, Either, Negation, Sign
from aibrief_report.ledger.quantities import Quantity

_SIGNS: dict[type[ast.cmpop], Sign] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_MOST_CHARACTERS = 2000


class ConditionReader(Struct, frozen=True):
    """Reads conditions. `functions` and `names` are what a condition may call and name.

    Functions take and give what templates handle; `wrap` makes that of a quantity. `faulty` are names whose
    fault is told already: a condition that names one raises a `LedgerError` without any.
    """

    functions: Mapping[str, Callable[..., Any]]
    names: Mapping[str, Any]
    wrap: Callable[[Quantity], Any]
    faulty: frozenset[str] = frozenset()

    def read(self, text: str) -> Condition:
        """Return the condition that a text states. Raises `LedgerError` for anything that is none."""
        if len(text) > _MOST_CHARACTERS:
            raise LedgerError(Fault("the condition is too long"))
        try:
            tree = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            reason = error.msg if isinstance(error, SyntaxError) else "it nests too deep"
            raise LedgerError(Fault(f"this is no condition: {reason}", hint=_HINT)) from error
        return self._condition(tree)

    def _condition(self, node: ast.expr) -> Condition:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return Both(tuple(self._condition(value) for value in values))
            case ast.BoolOp(op=ast.Or(), values=values):
                return Either(tuple(self._condition(value) for value in values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Negation(self._condition(operand))
            case ast.Compare(left=left, ops=signs, comparators=rights):
                return self._comparisons(left, signs, rights)
            case _:
                raise LedgerError(Fault(f"a claim compares; “{ast.unparse(node)}” does not", hint=_HINT))

    def _comparisons(self, left: ast.expr, signs: list[ast.cmpop], rights: list[ast.expr]) -> Condition:
        sides = [self._side(one) for one in (left, *rights)]
        parts = []
        for place, sign in enumerate(signs):
            known = _SIGNS.get(type(sign))
            if known is None:
                raise LedgerError(Fault("a claim compares with <, <=, >, >=, == or !="))
            parts.append(Comparison(sides[place], known, sides[place + 1]))
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _side(self, node: ast.expr) -> Quantity | Decimal:
        value = _unwrapped(self._value(node))
        if isinstance(value, Quantity | Decimal):
            return value
        raise LedgerError(Fault(f"“{ast.unparse(node)}” is no number", hint=_HINT))

    def _value(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=bool() | None):
                raise LedgerError(Fault(f"“{ast.unparse(node)}” cannot stand in a claim"))
            case ast.Constant(value=int() | float()):
                return Decimal(ast.unparse(node))
            case ast.Constant(value=str() as text):
                return text
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                inner = self._side(operand)
                return -inner if isinstance(inner, Decimal) else derive.scaled(inner, Decimal(-1))
            case ast.BinOp(left=left, op=sign, right=right):
                return _computed(self._side(left), sign, self._side(right))
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=options):
                return self._call(name, arguments, options)
            case ast.Attribute(value=value, attr=attribute) if attribute in ("low", "high"):
                return getattr(self._value(value), attribute)
            case ast.Name(id=name):
                if name in self.faulty:
                    raise LedgerError
                if name not in self.names:
                    raise LedgerError(Fault(f"{name!r} is not defined", hint=nearest(name, self.names)))
                return self.names[name]
            case _:
                raise LedgerError(Fault(f"“{ast.unparse(node)}” cannot stand in a claim", hint=_HINT))

    def _call(self, name: str, arguments: list[ast.expr], options: list[ast.keyword]) -> Any:
        function = self.functions.get(name)
        if function is None:
            raise LedgerError(Fault(f"there is no function {name!r}", hint=nearest(name, self.functions)))
        given = [self._argument(one) for one in arguments]
        named = {one.arg: self._argument(one.value) for one in options if one.arg}
        try:
            return function(*given, **named)
        except TypeError as error:
            told = misfit(name, function, given, named)
            raise LedgerError(told or Fault(str(error).replace(function.__qualname__, name))) from error

    def _argument(self, node: ast.expr) -> Any:
        value = self._value(node)
        if isinstance(value, Quantity):
            return self.wrap(value)
        return int(value) if isinstance(value, Decimal) and value == int(value) else value


def _unwrapped(value: Any) -> Any:
    """Return the quantity in what templates handle, or the value itself."""
    return getattr(value, "quantity", value)


def _computed(left: Quantity | Decimal, sign: ast.operator, right: Quantity | Decimal) -> Quantity | Decimal:
    match left, sign, right:
        case Decimal(), _, Decimal():
            return _plain(left, sign, right)
        case Quantity(), ast.Add(), Quantity():
            return derive.total(left, right)
        case Quantity(), ast.Sub(), Quantity():
            return derive.difference(left, right)
        case Quantity(), ast.Div(), Quantity():
            return derive.ratio(left, right)
        case Quantity(), ast.Mult(), Decimal():
            return derive.scaled(left, right)
        case Decimal(), ast.Mult(), Quantity():
            return derive.scaled(right, left)
        case Quantity(), ast.Div(), Decimal() if right:
            return derive.scaled(left, 1 / right)
        case _:
            hint = "a bare number has no unit: multiply by it, or compare with it"
            raise LedgerError(Fault("a quantity and a bare number are not added or subtracted", hint=hint))


def _plain(left: Decimal, sign: ast.operator, right: Decimal) -> Decimal:
    match sign:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.Div() if right:
            return left / right
        case _:
            raise LedgerError(Fault("numbers in a claim are added, subtracted, multiplied or divided"))


_HINT = 'write, for example: obs("private-ai-investment", "USA", 2023) > 5 * china'
