"""The pages of docs/checks/, made from the rules themselves: they cannot drift."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from aibrief_report.checks.rule import Rule

_ACCEPT = """accept:
  - rule: {code}
    where: words of the sentence, an anchor, or the id of a row
    reason: why it stays as it is"""
_WIDTH = 100
_INDEX_HEAD = """# The checks

`aibrief check my-brief` asks what an editor would ask about a brief that builds; without a name it checks
every brief of the project. It ends with 1 where an error or warning is left unexplained, else with 0; notes
change nothing.

```
aibrief check
aibrief check my-brief
aibrief check my-brief --json
aibrief check my-brief --format github
aibrief check my-brief --fix
aibrief check out/my-brief/latest/brief.docx
aibrief check --explain AB101
```

`--json` lists every finding, accepted ones with their reasons; `--format github` prints annotations for a
workflow; `--fix` makes the few changes that need no thought, and checks again.

Files that end in `.docx` are checked as files, wherever they were written: see “Rules for files” below.

## Accepting a finding

A finding that is no fault is accepted in `brief.yaml`, with the reason:

```yaml
accept:
  - rule: AB102
    where: the largest group
    reason: This is about method; no row could bear it out.
```

`where` is words of the sentence (as printed, or plain quotes for curly ones), the anchor of a paragraph,
heading, chart (`fig-…`) or table (`tbl-…`), or the id of a row, indicator or source; a list of them will do.
An entry that accepts nothing is a finding itself (AB901).

Rules marked “English” read words, and keep still for briefs in other languages.

## Rules for briefs

| code | severity | finds | |
|---|---|---|---|"""
_FILES_HEAD = """
## Rules for files

`aibrief check file.docx` looks for what schema validators do not see: links and fields that lead nowhere,
charts that open empty, what is missing for readers who cannot see. It reads any DOCX, whether it was made
here, by Word, LibreOffice, pandoc or another program; what tells numbers back to their sources is asked of
those made here only. Each finding names the part of the package and the words around it. Nothing in the file
is run, fetched or changed, and no entry of `accept:` is about files.

| code | severity | finds |
|---|---|---|"""


def page(rule: Rule[Any]) -> str:
    """Return a rule's page as Markdown: what, why, example, how to settle it."""
    english = " Read in English briefs only." if rule.words else ""
    parts = [
        f"# {rule.code}: {rule.title}",
        f"`{rule.name}`, {_severity(rule)}.{english}",
        "## What it finds",
        _filled(rule.what),
        "## Why",
        _filled(rule.why),
        "## Example",
        f"Found:\n\n```\n{rule.bad}\n```",
        f"Let pass:\n\n```\n{rule.good}\n```",
        "## What to do",
        _filled(rule.mend),
        *_accepting(rule),
    ]
    return "\n\n".join(parts) + "\n"


def index(rules: Sequence[Rule[Any]], files: Sequence[Rule[Any]]) -> str:
    """Return the index of all rules, those for briefs and those for files, with how to run and to accept."""
    rows = [f"{_row(rule)} {_language(rule)} |" for rule in rules]
    return "\n".join((_INDEX_HEAD, *rows, _FILES_HEAD, *map(_row, files))) + "\n"


def _row(rule: Rule[Any]) -> str:
    return f"| [{rule.code}]({rule.code}.md) | {rule.severity} | {rule.title} |"


def _accepting(rule: Rule[Any]) -> tuple[str, ...]:
    """Return how a finding of a rule is accepted: nothing for those that cannot be."""
    if not rule.accept:
        return ()
    if rule.code == "AB901":
        return (rule.accept,)
    reason = f"A good reason to keep it: {_lowered(rule.accept)}"
    return reason, f"```yaml\n{_ACCEPT.format(code=rule.code)}\n```"


def _language(rule: Rule[Any]) -> str:
    return "English" if rule.words else ""


def _severity(rule: Rule[Any]) -> str:
    return {"error": "an error", "warning": "a warning", "info": "a note"}[rule.severity]


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:]
