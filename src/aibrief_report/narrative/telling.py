"""Telling: whatever a template can raise becomes a fault, in its author's words and at its author's line."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from msgspec import Struct
from msgspec.structs import replace

from aibrief_report.errors import BriefError, Faults, Place
from aibrief_report.inputs.nearest import nearest
from aibrief_report.narrative.environment import BriefEnvironment
from aibrief_report.narrative.markers import broken_mark, read_lines
from aibrief_report.narrative.opening import Opened, unclosed_braces, unclosed_tag

_WORDS = frozenset({"loop", "caller", "self", "super", "varargs", "kwargs"})
"""Names that Jinja gives within its tags."""

_NAMED = re.compile(r"(filter|test|tag) named '(\w+)'|unknown tag '(\w+)'")
_TAGS = ("call", "claim", "filter", "for", "from", "if", "import", "include", "macro", "raw", "set", "with")


class Teller(Struct):
    """Tells the faults of one session's templates. `asked` is where the text begins that is worked on."""

    environment: BriefEnvironment
    faults: Faults
    asked: Place | None = None

    def current_place(self) -> Place:
        """Return the template's line that is being filled, found in the interpreter's stack."""
        frame: Any = sys._getframe(1)
        while frame is not None:
            template = frame.f_globals.get("__jinja_template__")
            if template is not None and template.name and frame.f_code.co_filename == template.filename:
                found = Place(template.name, template.get_corresponding_lineno(frame.f_lineno))
                return _finer(found, self.asked)
            frame = frame.f_back
        return self.asked or Place("brief.yaml")

    def place_of_call(self, name: str) -> Place:
        """Return the place of a function's call, with its column where the line calls it once."""
        place = self.current_place()
        if place.column is not None or place.line is None or place.file.endswith(".yaml"):
            return place
        calls = re.finditer(rf"\b{name}(?=\()|(?<=\|)\s*{name}\b", self._line(place.file, place.line))
        columns = [found.end() - len(name) + 1 for found in calls]
        return replace(place, column=columns[0]) if len(columns) == 1 else place

    def place(self, pattern: str, file: str, line: int) -> Place:
        """Return a place with the column at which a pattern stands within braces, where it is found."""
        if self.asked and self.asked.file == file and file.endswith(".yaml"):
            return _finer(Place(file, line), self.asked)  # where its parts stand, only YAML could tell
        found = re.search(rf"\{{[{{%].*?({pattern})", self._line(file, line))
        return Place(file, line, found.start(1) + 1 if found else None)

    def check_names(self, tree: nodes.Template, file: str) -> None:
        """Tell every name that nothing defines, before the first of them stops the filling."""
        naming = tuple(tree.find_all((nodes.Name, nodes.Macro, nodes.FromImport, nodes.Import)))
        loaded = [one for one in naming if isinstance(one, nodes.Name) and one.ctx == "load"]
        given = {name for one in naming for name in _given(one)}
        known = given | set(self.environment.globals)
        for name in loaded:
            if name.name not in known | _WORDS:
                place = self.place(rf"\b{name.name}\b", file, name.lineno)
                self.faults.add(f"{name.name!r} is not defined", place, _near(name.name, known))

    def check_marks(self, filled: str, place: Place) -> bool:
        """Return whether all marks in a filled text are whole; where not, the fault is told."""
        if broken_mark(filled) is None:
            return True
        text, lines = read_lines(filled)
        for line, (file, number) in zip(text.split("\n"), lines, strict=True):
            rest = broken_mark(line)
            if rest:
                name = self.environment.files[file]
                at = _finer(Place(name, number), place) if name else place
                hint = "print numbers by themselves, and do not change texts that hold them"
                self.faults.add(f"{rest} stands in the filled text", at, hint)
        return False

    def undefined(self, value: Undefined, place: Place) -> None:
        """Add the fault of a name that nothing defines, unless `check_names` has told it."""
        name = str(value._undefined_name)
        message = f"{name!r} is not defined"
        if not self._told(message, place):
            self.faults.add(message, place, _near(name, self.environment.globals))

    def take(self, error: Exception, place: Place) -> None:
        """Add the fault of whatever went wrong while a template was filled that begins at a place."""
        at = self._trace(error) or place
        match error:
            case BriefError():
                for fault in error.faults:
                    self.faults.add(fault.message, fault.place or _finer(at, place), fault.hint)
            case TemplateSyntaxError():
                self._take_syntax(
                    error, Place(error.name or place.file, error.lineno if error.name else place.line)
                )
            case UndefinedError():
                if not self._told(str(error.message).replace("undefined", "not defined"), at):
                    self.faults.add(str(error.message), at)
            case TemplateNotFound():
                self.faults.add(f"there is no file {error.name}", at, "it is looked for beside this file")
            case TemplateRuntimeError():
                self.faults.add(str(error.message), at, self._syntax_hint(error))
            case SecurityError():
                hint = "a template reaches the ledger's functions, and nothing of the system"
                self.faults.add(f"out of reach of templates: {error}", at, hint)
            case RecursionError():
                self.faults.add("the template nests too deep", at, "does it include or call itself?")
            case ZeroDivisionError():
                self.faults.add("division by zero", at)
            case _:
                hint = "see docs/narrative.md for what templates can do"
                self.faults.add(f"this cannot be done: {_plainly(error)}", at, hint)

    def _take_syntax(self, error: TemplateSyntaxError, place: Place) -> None:
        """Add a fault of syntax, where something was opened: Jinja tells the line at which it gave up."""
        source = self.environment.sources.get(place.file, "")
        opened = unclosed_braces(source)
        if opened is None or opened.line > (place.line or 0):
            opened = unclosed_tag(source, place.line or 0) if _is_of_an_end(error) else None
        if opened is not None:
            hint = f"write {opened.closing} behind what belongs to it"
            self.faults.add(f"{opened.text} is never closed", self._known_place(place.file, opened), hint)
        else:
            hint = self._syntax_hint(error)
            at = self._around(error, place) or self._opened(place)
            self.faults.add(f"the template's syntax: {error.message}", at, hint)

    def _known_place(self, file: str, found: Opened) -> Place:
        """Return where something was opened; within brief.yaml only its text's place is known."""
        asked = self.asked if self.asked and self.asked.file == file and file.endswith(".yaml") else None
        return asked or Place(file, found.line, found.column)

    def _told(self, message: str, place: Place) -> bool:
        here = (place.file, place.line)
        told = (fault for fault in self.faults.found if fault.message == message and fault.place)
        return any((fault.place.file, fault.place.line) == here for fault in told if fault.place)

    def _trace(self, error: BaseException) -> Place | None:
        """Return the line of a template where an error arose; `None` where none is in its trace."""
        found = None
        trace = error.__traceback__
        while trace is not None:
            name = trace.tb_frame.f_code.co_filename
            if name in self.environment.sources:
                found = Place(name, trace.tb_lineno)
            trace = trace.tb_next
        return found

    def _line(self, file: str, line: int) -> str:
        """Return a line of a template; "" where it is not known."""
        lines = self.environment.sources.get(file, "").split("\n")
        return lines[line - 1] if 0 < line <= len(lines) else ""

    def _around(self, error: TemplateSyntaxError, place: Place) -> Place | None:
        """Return where the braces open that hold an unknown filter or test; `None` for other errors."""
        named = _NAMED.search(error.message or "")
        if not named or named[3]:
            return None
        before = r"\|\s*" if named[1] == "filter" else r"\bis\s+(?:not\s+)?"
        within = rf"\{{[{{%](?:(?!\{{[{{%]|[}}%]\}}).)*?{before}{named[2]}\b"
        source = self.environment.sources.get(place.file, "")
        for found in re.finditer(within, source, re.DOTALL):
            if source.count("\n", 0, found.end()) + 1 == place.line:
                start = found.start()
                line = source.count("\n", 0, start) + 1
                return Place(place.file, line, start - source.rfind("\n", 0, start))
        return None

    def _opened(self, place: Place) -> Place:
        """Return where the tag or print was opened that an error of syntax is about, with its column."""
        text = "\n".join(self.environment.sources.get(place.file, "").split("\n")[: place.line])
        start = max(text.rfind("{{"), text.rfind("{%"))
        if start < 0 or re.search(r"[}%]}.*\n", text[start:]):
            return place
        column = start - text.rfind("\n", 0, start)
        line = text.count("\n", 0, start) + 1
        return place if not self._line(place.file, line) else Place(place.file, line, column)

    def _syntax_hint(self, error: TemplateError) -> str:
        message = error.message or ""
        named = _NAMED.search(message)
        if named and named[3]:
            return nearest(named[3], _TAGS) or f"the tags are: {', '.join(_TAGS)}"
        if named:
            known = self.environment.filters if named[1] == "filter" else self.environment.tests
            return nearest(named[2], known) or f"there are: {', '.join(sorted(known))}"
        if "looking for the following tags" in message:
            return "every {% if %} needs its {% endif %}, so do for, claim, macro, set and filter"
        return "see docs/narrative.md for what may stand between the braces"


def _is_of_an_end(error: TemplateSyntaxError) -> bool:
    """Return whether a tag lacks its end: the template is over, or another tag's end stands there."""
    message = error.message or ""
    return "needs to be closed" in message and ("end of template" in message or "tag 'end" in message)


def _finer(found: Place, asked: Place | None) -> Place:
    """Return the place that was found, or the one asked for where it tells more of it: its column."""
    return asked if asked and (found.file, found.line) == (asked.file, asked.line) else found


def _given(node: nodes.Node) -> list[str]:
    """Return the names that a node of a template defines."""
    match node:
        case nodes.Name(name=name, ctx="store" | "param"):
            return [name]
        case nodes.Macro(name=name) | nodes.Import(target=name):
            return [name]
        case nodes.FromImport(names=names):
            return [name if isinstance(name, str) else name[1] for name in names]
        case _:
            return []


def _near(name: str, known: Iterable[str]) -> str | None:
    return nearest(name, (one for one in known if not one.startswith("_")))


def _plainly(error: Exception) -> str:
    """Return what Python says of an error, in words that name no class of the toolkit."""
    text = str(error) or "it is too large"
    return re.sub(r"'(Value|EventValue|DateValue|ContestValue|AllValue|NoneType)'", "a value", text)
