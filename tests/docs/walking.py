"""Following a page as a reader would: its files are written, its commands run within this process."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from aibrief_report.cli.app import run
from tests.docs.fences import ROOT, Fence

_VERSION = re.compile(r"\b[0-9a-f]{12}\b")
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
_LEAST_ALIKE = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows below its commands, and what they printed."""

    fence: Fence
    printed: str

    @property
    def shortened(self) -> bool:
        """Whether the page leaves lines out."""
        return "…" in self.fence.text.splitlines()

    @property
    def true(self) -> bool:
        """Whether the page shows what was printed; versions have other names in every toolkit."""
        parts = re.split(r"^…\n", _VERSION.sub("VERSION", self.fence.text), flags=re.MULTILINE)
        pattern = "(?s:.*)".join(re.escape(part) for part in parts)
        return re.fullmatch(pattern, _VERSION.sub("VERSION", self.printed)) is not None


@dataclass(slots=True)
class Walker:
    """A reader of pages: stands in a folder, writes what a page names there, runs what it says."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch

    def follow(self, blocks: list[Fence]) -> Iterator[Shown]:
        """Yield every block of output with what was printed. Fails where a command ends in another way."""
        printed: str | None = None
        for fence in blocks:
            if fence.language == "sh" and "norun" not in fence.words:
                printed = self.commands(fence)
            elif fence.language == "text" and not fence.file and printed is not None:
                yield Shown(fence, printed)
                printed = None
            elif fence.file:
                self.write(fence)

    def commands(self, fence: Fence) -> str:
        """Return what the commands of a block print, errors included."""
        lines = [line for line in fence.text.replace("\\\n", " ").splitlines() if line.strip()]
        printed = ""
        for number, line in enumerate(lines):
            code, said = self.command(line)
            wanted = int("fails" in fence.words and number == len(lines) - 1)
            assert code == wanted, f"{fence.where}: “{line}” ends with {code}:\n{said}"
            printed += said
        return printed

    def command(self, line: str) -> tuple[int, str]:
        """Return how a command ends, and what it prints."""
        name, *words = shlex.split(line, comments=True)
        here = self.folder
        match name.rpartition("/")[2], words:
            case "aibrief", _:
                self.monkeypatch.chdir(here)
                said = io.StringIO()
                with redirect_stdout(said), redirect_stderr(said):
                    code = run(words)
                return code, said.getvalue()
            case "make", [target, *_]:
                targets = _TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8"))
                assert target in targets, f"the Makefile has no {target}"
            case "mkdir", ["-p", folder]:
                (here / folder).mkdir(parents=True, exist_ok=True)
            case "cp", [source, target]:
                shutil.copyfile(here / source if (here / source).is_file() else ROOT / source, here / target)
            case _:
                raise AssertionError(f"“{line}” cannot be tried here; mark the block: sh norun")
        return 0, ""

    def write(self, fence: Fence) -> None:
        """Write the file that a block holds, or change it as the block says."""
        path = self.folder / fence.file
        if "+" in fence.words:
            path.write_text(path.read_text(encoding="utf-8") + fence.text, encoding="utf-8")
        elif "~" in fence.words:
            path.write_text(exchanged(path.read_text(encoding="utf-8"), fence), encoding="utf-8")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fence.text, encoding="utf-8")


def exchanged(text: str, fence: Fence) -> str:
    """Return a text with each line of a block in the place of the one that begins most like it."""
    lines = text.splitlines()
    for new in fence.text.splitlines():
        alike = [_alike(new, old) for old in lines]
        best = max(alike)
        assert best >= _LEAST_ALIKE, f"{fence.where}: {fence.file} has no line such as: {new}"
        assert alike.count(best) == 1, f"{fence.where}: {fence.file} has several lines such as: {new}"
        lines[alike.index(best)] = new
    return "".join(f"{line}\n" for line in lines)


def _alike(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
