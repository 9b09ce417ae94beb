"""The stages of a build: which functions they are, and how much CPU time each takes in this process.

    python -m benchmarks.stages FILE build brief [--formats docx,html]

runs the command in the current folder and writes the seconds of each stage to FILE, as JSON. A stage's time
is its own: what another stage took within it is that one's. Programs that it starts count as well.
"""

from __future__ import annotations

import builtins
import functools
import gc
import importlib
import json
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

START = "start of the interpreter"
IMPORTS = {
    name: f"imports: {name}"
    for name in (
        "aibrief_report",
        "WeasyPrint",
        "Altair",
        "fontTools",
        "docx",
        "pydantic",
        "Jinja2",
        "others",
    )
}
"""The stages of import statements, by library; what else a library imports first counts as its own."""
OURS, OTHERS = IMPORTS["aibrief_report"], IMPORTS["others"]
REST = "command line and the rest"

STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "inputs and ledger",
        ("pipeline:read_brief", "pipeline:read_theme", "pipeline:read_ledger", "pipeline:csl_items"),
    ),
    ("narrative", ("pipeline:compose",)),
    ("charts", ("resolve.resolve:draw", "render.html.page:sketch")),
    ("references", ("resolve.resolve:cite", "pipeline:find_style")),
    ("resolving", ("pipeline:resolve",)),
    ("version", ("pipeline:environment", "pipeline:with_inputs", "pipeline:dump")),
    ("HTML", ("render.html.page:render_html",)),
    ("fonts of the page", ("render.html.page:font_css",)),
    ("scripts of the page", ("render.html.page:running",)),
    ("DOCX", ("render.docx.writer:render_docx",)),
    ("PDF: its page", ("render.pdf.write:paper_page", "render.pdf.write:check_characters")),
    ("PDF: layout", ("render.pdf.write:lay_out",)),
    ("PDF: writing", ("render.pdf.write:render_pdf",)),
    (
        "store",
        (
            "pipeline:objects_in",
            "pipeline:remember",
            "pipeline:note_build",
            "pipeline:VersionFolder.complete",
        ),
    ),
)
"""What a stage is called, and its functions: the module that calls each, and its name there."""


class Stopwatch:
    """Gives every moment of CPU time to the stage that is innermost at that moment."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {START: cpu()}
        self._open = [REST]
        self._unwatched = {target: name for name, targets in STAGES for target in targets}
        self._last = self.spent[START]

    def _turn(self) -> None:
        now = cpu()
        self.spent[self._open[-1]] = self.spent.get(self._open[-1], 0.0) + now - self._last
        self._last = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Give to a stage what is spent within."""
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function whose calls are a stage's."""

        @functools.wraps(function)
        def timed(*arguments: Any, **options: Any) -> Any:
            with self.stage(name):
                return function(*arguments, **options)

        return timed

    def watch_imports(self) -> None:
        """Give to `IMPORTS` what import statements take from now on."""
        usual, libraries = builtins.__import__, {name.lower(): stage for name, stage in IMPORTS.items()}

        def watched(
            name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
        ) -> ModuleType:
            load = partial(usual, name, globals, locals, fromlist, level)
            # What is loaded is passed on at once: functions import thousands of times what they have.
            if level or name in sys.modules:
                return load()
            stage = libraries.get(name.partition(".")[0].lower(), OTHERS)
            around = self._open[-1]
            within = around in libraries.values()
            if within and (stage == around or (stage == OTHERS and around != OURS)):
                return load()
            with self.stage(stage):
                module = load()
                if not within:
                    self._watch_stages()
            return module

        builtins.__import__ = watched

    def _watch_stages(self) -> None:
        """Put a timed function in place of each of `STAGES` whose module was loaded since."""
        for target in [one for one in self._unwatched if module_of(one) in sys.modules]:
            holder, function = found(target)
            setattr(holder, function, self.timed(self._unwatched.pop(target), getattr(holder, function)))

    def closed(self) -> dict[str, float]:
        """Return the seconds of every stage until now, in the order of `STAGES`."""
        self._turn()
        order = (START, *IMPORTS.values(), *(name for name, _ in STAGES), REST)
        return {name: self.spent.get(name, 0.0) for name in order}


def found(target: str) -> tuple[Any, str]:
    """Return what holds a function of `STAGES`, and its name there; `AttributeError` where it is none."""
    *outer, name = target.partition(":")[2].split(".")
    holder: Any = importlib.import_module(module_of(target))
    for part in outer:
        holder = getattr(holder, part)
    getattr(holder, name)
    return holder, name


def module_of(target: str) -> str:
    """Return the name of the module of one of `STAGES`."""
    return f"aibrief_report.{target.partition(':')[0]}"


def cpu() -> float:
    """Return the CPU seconds of this process and of those that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main(arguments: list[str]) -> int:
    """Run the command on some arguments; write what each stage took."""
    gc.disable()  # as `aibrief_report.cli.entry` does
    watch = Stopwatch()
    watch.watch_imports()
    from aibrief_report.cli.app import run  # here: it is a part of what is measured

    code = run(arguments[1:])
    Path(arguments[0]).write_text(json.dumps(watch.closed()), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
