"""A rule: its stable code, what it finds and why, and the function that finds it.

The texts are the one source of the rule's page in docs/checks/ and of `aibrief check --explain`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from aibrief_report.checks.finding import Finding, Severity

Subject = TypeVar("Subject")
"""What a rule looks at: a brief's `Material`, or a DOCX (`package.subject.WordFile`)."""


class Rule(Struct, Generic[Subject], frozen=True):
    """A rule over one kind of subject.

    `words` says that it reads English words, and keeps still for briefs in other languages. `bad` and `good`
    are an example that breaks it and the same mended; `accept` is what a good reason to keep the finding is,
    empty for findings in files, which nothing accepts.
    """

    code: str
    name: str
    severity: Severity
    title: str
    what: str
    why: str
    bad: str
    good: str
    mend: str
    find: Callable[[Subject], Iterator[Finding]]
    accept: str = ""
    words: bool = False
