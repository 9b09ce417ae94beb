"""Accepting findings with a reason, by the entries under `accept:` in brief.yaml."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from aibrief_report.checks.finding import Finding
from aibrief_report.inputs.brief import Acceptance
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.model.notices import CODES

_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " "})


def accepted(code: str, finding: Finding, entries: Sequence[Acceptance]) -> str:
    """Return the reason for which a finding of a rule is accepted, empty where it is not."""
    return next((one.reason for one in entries if any(_meets(one, code, finding))), "")


def idle(
    entries: Sequence[Acceptance],
    found: Collection[tuple[str, Finding]],
    codes: Collection[str],
    source: YamlText,
) -> Iterator[Finding]:
    """Yield a finding for each entry, or part of its `where`, that accepts nothing of what was found."""
    for number, entry in enumerate(entries):
        if entry.rule in CODES:
            continue  # a notice of the build, which tells of its idle acceptances itself
        place = source.place("accept", number)
        if entry.rule not in codes:
            hint = nearest(entry.rule, codes) or "the rules are listed by: aibrief check --explain all"
            yield Finding(f"there is no rule {entry.rule!r}", place, hint, "", ())
            continue
        met = [_meets(entry, code, finding) for code, finding in found]
        for part, where in enumerate(entry.where):
            if not any(one[part] for one in met):
                hint = "delete the entry, or name an anchor, an id or words of the sentence as they are now"
                yield Finding(f"{entry.rule} finds nothing where {where!r} is accepted", place, hint, "", ())


def _meets(entry: Acceptance, code: str, finding: Finding) -> tuple[bool, ...]:
    """Return, for each part of `where`, whether it names a finding: by a key, or by words of its text."""
    if entry.rule != code:
        return tuple(False for _ in entry.where)
    text = _spelled(finding.text)
    return tuple(where in finding.keys or (bool(text) and _spelled(where) in text) for where in entry.where)


def _spelled(text: str) -> str:
    """Return a text with plain quotes and single spaces: what is printed is not always what was typed."""
    return " ".join(text.translate(_PLAIN).split())
