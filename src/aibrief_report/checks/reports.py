"""What was found, told to people, to programs, and to GitHub's annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from aibrief_report.checks.run import Checked
from aibrief_report.digest import Json

Found = Mapping[str, Sequence[Checked]]
"""What was found, by brief, or by file."""

MOST_NOTES = 3
"""More notes of one rule in one file than this are told as a count."""
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def for_people(found: Found, *, notes: bool = True) -> str:
    """Return the findings by file and part, then a line that counts them. Accepted ones are only counted.

    What two briefs have in common, such as a row of data, is told once.
    """
    shown = _once(one for checked in found.values() for one in checked if not one.reason)
    lines: list[str] = []
    for where in sorted({_where(one) for one in shown}):
        inside = [one for one in shown if _where(one) == where]
        lines += [where, *_lines(inside, notes=notes), ""]
    return "\n".join((*lines, _summary(found, shown)))


def as_json(briefs: Found, files: Found) -> Json:
    """Return every finding of every brief, accepted ones with their reasons, and of every file."""
    return {"briefs": _entries("brief", briefs), "files": _entries("file", files)}


def for_github(found: Found) -> str:
    """Return one workflow command a finding, which GitHub shows beside the line.

    See “Workflow commands for GitHub Actions”, setting a notice, warning or error message.
    """
    shown = _once(one for checked in found.values() for one in checked if not one.reason)
    return "\n".join(_annotation(one) for one in shown)


def _once(checked: Iterable[Checked]) -> list[Checked]:
    found = [(one, one.finding) for one in checked]
    told = {(one.rule.code, it.place, it.part, it.text, it.message): one for one, it in found}
    return list(told.values())


def _where(one: Checked) -> str:
    """Return the file that a finding is in, with the part of it where it has parts."""
    file, part = one.finding.place.file, one.finding.part
    return f"{file}!{part}" if part else file


def _lines(checked: Sequence[Checked], *, notes: bool) -> list[str]:
    """Return the lines of one file. Many notes of one rule are a count; a hint is told once."""
    counts = Counter(one.rule.code for one in checked if one.rule.severity == "info")
    lines: list[str] = []
    told: set[str] = set()
    for one in checked:
        code, hint = one.rule.code, one.finding.hint
        if one.rule.severity == "info" and not notes:
            continue
        if counts[code] > MOST_NOTES:
            lines += [] if code in told else [_counted(one, counts[code])]
        else:
            lines += _told(one, hint="" if hint in told else hint)
        told |= {code, hint}
    return lines


def _counted(one: Checked, count: int) -> str:
    what = f"{count} times: {one.rule.title.lower()} (--json lists them)"
    return f"{'':>6}  {one.rule.severity:<7} {one.rule.code}  {what}"


def _told(one: Checked, hint: str) -> list[str]:
    finding = one.finding
    lines = [f"{finding.place.line or '':>6}  {one.rule.severity:<7} {one.rule.code}  {finding.message}"]
    if finding.text:
        lines.append(f"{'':23}in: {shortened(finding.text)}")
    if hint:
        lines.append(f"{'':23}hint: {hint}")
    return lines


def shortened(text: str, most: int = 120) -> str:
    """Return a text on one line, cut behind a word where it is longer than `most`."""
    plain = " ".join(text.replace("\ufffc", "[…]").split())
    return plain if len(plain) <= most else f"{plain[:most].rpartition(' ')[0]} …"


def _summary(found: Found, shown: Sequence[Checked]) -> str:
    counts = Counter(one.rule.severity for one in shown)
    accepted = sum(1 for checked in found.values() for one in checked if one.reason)
    parts = [
        _count(counts["error"], "error"),
        _count(counts["warning"], "warning"),
        _count(counts["info"], "note"),
        f"{accepted} accepted",
    ]
    return f"{', '.join(found)}: {', '.join(parts)}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _entries(kind: str, found: Found) -> Json:
    return [
        {
            kind: name,
            "findings": [_entry(one) for one in checked],
            "open": sum(1 for one in checked if one.open),
        }
        for name, checked in found.items()
    ]


def _entry(one: Checked) -> Json:
    finding = one.finding
    return {
        "code": one.rule.code,
        "name": one.rule.name,
        "severity": one.rule.severity,
        "file": finding.place.file,
        "part": finding.part or None,
        "line": finding.place.line,
        "message": finding.message,
        "hint": finding.hint or None,
        "text": finding.text or None,
        "keys": list(finding.keys),
        "accepted": one.reason or None,
        "fixable": finding.repair is not None,
    }


def _annotation(one: Checked) -> str:
    finding = one.finding
    properties = [f"file={_property(finding.place.file)}", f"line={finding.place.line or 1}"]
    title = _property(f"{one.rule.code} {one.rule.title}")
    where = f"{finding.part}: " if finding.part else ""
    message = _escaped(f"{where}{finding.message}\n{finding.hint}".strip())
    return f"::{_LEVELS[one.rule.severity]} {','.join((*properties, f'title={title}'))}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
