"""The fonts of a house template: its font table with its files, and the theme's font for literal text."""

from __future__ import annotations

from aibrief_report.ooxml.markup import join
from aibrief_report.ooxml.names import DECLARED, NAMESPACES, ContentType, Relation, clark
from aibrief_report.ooxml.parsing import parse, serialise
from aibrief_report.ooxml.templates import Link, WordTemplate
from aibrief_report.render.docx.assembly import BasePart, Held
from aibrief_report.render.docx.fonts import FONT_TABLE, embedding, font_relations
from aibrief_report.theme.tokens import Theme

_FONT, _NAME, _RELATION = clark("w:font"), clark("w:name"), f"{{{NAMESPACES['r']}}}id"


def house_fonts(template: WordTemplate, theme: Theme) -> tuple[BasePart, Held]:
    """Return the font table of a template's document, and the files that travel with it."""
    part = template.part(Relation.FONT_TABLE)
    root = template.xml(part) if part else parse(f"<w:fonts {DECLARED}/>".encode(), "fonts")
    files = {link.id: link for link in template.links(part) if _is_file(template, link)} if part else {}
    for one in root.iter():
        for slot in [slot for slot in one if slot.get(_RELATION) not in (None, *files)]:
            one.remove(slot)
    known = {one.get(_NAME) for one in root.iter(_FONT)}
    missing = [family for family in (theme.fonts.code,) if family not in known]
    ours = embedding(theme.fonts, missing, allowed=theme.word.embed_fonts)
    root.extend(parse(f"<w:fonts {DECLARED}>{join(ours.entries)}</w:fonts>".encode(), "fonts"))
    theirs = [(link.id, link.kind, f"/{link.target}") for link in files.values()]
    members = {link.target: template.members[link.target] for link in files.values()}
    types = {**dict.fromkeys(members, ContentType.FONT), **ours.held.types}
    members |= {one.member: one.data for one in ours.files}
    return (
        BasePart(Relation.FONT_TABLE, FONT_TABLE, serialise(root)),
        Held(members | font_relations([*theirs, *ours.relations]), types),
    )


def _is_file(template: WordTemplate, link: Link) -> bool:
    return link.kind == Relation.FONT and not link.outside and link.target in template.members
