"""Inlines: text with its look, and what leads elsewhere."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.errors import Fault, RenderError
from aibrief_report.model.inlines import (
    Citation,
    Claimed,
    Code,
    CrossRef,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteRef,
    NumberText,
    Passage,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from aibrief_report.model.walk import plain
from aibrief_report.ooxml.controls import inline_control
from aibrief_report.ooxml.fields import note_reference_again, outer_link, page_reference, reference
from aibrief_report.ooxml.footnotes import MARK, note_reference
from aibrief_report.ooxml.markup import NOTHING, Xml, join
from aibrief_report.ooxml.runs import PLAIN, Look, line_break, run
from aibrief_report.render.anchors import linked_reference, reference_anchor
from aibrief_report.render.annex import CONTESTED
from aibrief_report.render.docx.draft import Draft

CONTESTED_LOOK = Look(style="BriefContested", lifted=1.0)
"""The look of the mark behind a contested number."""
_SHORT = 16
_BETWEEN = "; "
"""What citation styles put between the sources of a cluster."""


def write_inlines(draft: Draft, inlines: Inlines, look: Look = PLAIN, *, linked: bool = False) -> Xml:
    """Return inlines as runs; `linked` says that they stand within a link, which can hold no other."""
    return join(write_inline(draft, inline, look, linked=linked) for inline in inlines)


def write_inline(draft: Draft, inline: Inline, look: Look = PLAIN, *, linked: bool = False) -> Xml:
    """Return one inline. Raises `RenderError` for a node that has no form in Word."""
    match inline:
        case Text(text):
            return run(text, look)
        case Code(text):
            return run(text, replace(look, style="BriefLiteral"))
        case LineBreak():
            return line_break(look)
        case Link() | NumberText() | Citation() | CrossRef() | Note() | NoteRef():
            return _lead(draft, inline, look, linked)
        case _:
            changed = _changed(look, inline)
            content = write_inlines(draft, inline.children, changed, linked=linked)
            return draft.remark(inline.claim, content) if isinstance(inline, Claimed) else content


def _changed(
    look: Look, inline: Emphasis | Strong | SmallCaps | Superscript | Subscript | Passage | Claimed
) -> Look:
    match inline:
        case Emphasis():
            return replace(look, italic=not look.italic)
        case Strong():
            return replace(look, bold=True)
        case SmallCaps():
            return replace(look, small_caps=True)
        case Superscript():
            return replace(look, raised=True, lowered=False)
        case Subscript():
            return replace(look, lowered=True, raised=False)
        case Passage():
            return replace(look, language=inline.language)
        case Claimed():
            return look  # a claim is told by its note and a comment, not by its look
        case _:
            raise RenderError(Fault(f"a Word document has no form for {type(inline).__name__}"))


def _lead(
    draft: Draft, inline: Link | NumberText | Citation | CrossRef | Note | NoteRef, look: Look, linked: bool
) -> Xml:
    match inline:
        case Link():
            return _link(draft, inline, look, linked)
        case NumberText():
            return _number(draft, inline, look, linked)
        case Citation():
            return _citation(draft, inline, look, linked)
        case CrossRef():
            return run(inline.text, look) if linked else _cross_reference(draft, inline, look)
        case Note():
            return draft.mark(inline.anchor, note_reference(draft.note(inline)))
        case NoteRef():
            return note_reference_again(inline.anchor, str(inline.number), MARK)


def _link(draft: Draft, link: Link, look: Look, linked: bool) -> Xml:
    if linked:
        return write_inlines(draft, link.children, look, linked=True)
    content = write_inlines(draft, link.children, _as_link(look), linked=True)
    if link.url.startswith("#"):
        return draft.link(linked_reference(link.url) or link.url[1:], content)
    return outer_link(draft.package.link(link.url), content)


def _number(draft: Draft, number: NumberText, look: Look, linked: bool) -> Xml:
    """Return a printed number: a control that carries its id, linked to what the annex says of it.

    The mark of a contested number stands behind both, so that what is in them is the number alone.
    """
    known = draft.document.numbers.get(number.number)
    label = known.label if known else ""
    place = draft.ids.control(f"{number.number} {number.anchor}")
    control = inline_control(number.number, label, place, run(number.text, look), look)
    mark = run(CONTESTED, CONTESTED_LOOK) if draft.is_contested(number) else NOTHING
    target = "" if linked else draft.annex.target(number)
    shown = draft.mark(number.anchor, control)
    whole = join((draft.link(target, shown) if target else shown, mark))
    return draft.remark(number.anchor, whole)


def _citation(draft: Draft, citation: Citation, look: Look, linked: bool) -> Xml:
    """Return a citation, each source of it linked where its words fall into as many parts, else the first."""
    if linked or any(isinstance(one, Link) for one in citation.children):
        return draft.mark(citation.anchor, write_inlines(draft, citation.children, look, linked=linked))
    found: list[Xml] = []
    for place, (part, item) in enumerate(zip(_parts(citation), citation.items, strict=False)):
        words = write_inlines(draft, part, _as_link(look), linked=True)
        found += [run(_BETWEEN if place else "", look), draft.link(reference_anchor(item.key), words)]
    return draft.mark(citation.anchor, join(found))


def _parts(citation: Citation) -> list[Inlines]:
    """Return a citation's words source by source; all of them as one where they do not fall apart."""
    if not all(isinstance(one, Text) for one in citation.children):
        return [citation.children]
    words = plain(citation.children).split(_BETWEEN)
    return [(Text(part),) for part in words] if len(words) == len(citation.items) else [citation.children]


def _cross_reference(draft: Draft, one: CrossRef, look: Look) -> Xml:
    """Return a reference, with its page where that is asked for and known."""
    if one.target not in draft.places:
        return run(one.text, look)
    words = _reference_words(draft, one, _as_link(look))
    if not one.page or one.target not in draft.page_numbers:
        return words
    before, _, after = draft.words["on-the-page"].partition("{page}")
    page = page_reference(one.target, str(draft.page_numbers[one.target]), look)
    return join((words, run(before, look), page, run(after, look)))


def _reference_words(draft: Draft, one: CrossRef, styled: Look) -> Xml:
    """Return a field where Word, updating it, prints the same words; else a plain link."""
    target = draft.targets.get(one.target)
    if target and one.text == target.words:
        return reference(one.target, unbroken(one.text), styled)
    if target and target.number and one.text.endswith(target.number):
        before = unbroken(one.text.removesuffix(target.number))
        return join((run(before, styled), reference(one.target, target.number, styled, "r")))
    return draft.link(one.target, run(one.text, styled))


def _as_link(look: Look) -> Look:
    return look if look.style else replace(look, style="Hyperlink")


def unbroken(label: str) -> str:
    """Return a label that stays in one line: "Figure 1"; a section's title may break.

    Caption and field spell it alike, so that Word, updating the field, changes nothing.
    """
    return label.replace(" ", "\u00a0") if len(label) <= _SHORT else label
