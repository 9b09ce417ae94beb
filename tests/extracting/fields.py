"""Every field of a DOCX, and what Word would print there if it updated it.

Computed anew from the file alone: counts, texts of bookmarks, numbers of headings and footnotes, entries of
contents and of lists of figures. Pages nobody knows who does not lay the file out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from aibrief_report.ooxml.names import NAMESPACES, clark
from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.text import text_of
from aibrief_report.render.docx.numbering import HEADINGS

PARTS = ("document", "footnotes", "footer1", "footer2", "footer3", "footer4")
_TEXT, _SPACES = clark("w:t"), {clark("w:tab"): "\t", clark("w:br"): "\n"}


@dataclass(slots=True)
class Field:
    """A field: its words ("REF", "_fig_gap", "\\h"), its cached result, the paragraphs that hold it."""

    words: list[str] = field(default_factory=list)
    result: str = ""
    paragraphs: list[etree._Element] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.words[0]

    def switch(self, name: str) -> str | None:
        """What stands behind a switch, empty where nothing does; `None` without it."""
        if name not in self.words:
            return None
        rest = self.words[self.words.index(name) + 1 :]
        return rest[0].strip('"') if rest and not rest[0].startswith("\\") else ""


@dataclass(frozen=True, slots=True)
class Word:
    """The parts of a DOCX that hold text, with the fields in each."""

    parts: dict[str, etree._Element]
    fields: dict[str, list[Field]]
    properties: dict[str, str] = field(default_factory=dict)

    @property
    def body(self) -> etree._Element:
        return self.parts["document"]

    def of(self, kind: str) -> list[Field]:
        return [one for part in self.fields.values() for one in part if one.kind == kind]

    def bookmark(self, name: str) -> list[etree._Element]:
        """What stands in a bookmark, which starts and ends in one paragraph."""
        for part in self.parts.values():
            for start in find(part, f".//w:bookmarkStart[@w:name='{name}']"):
                number = start.get(clark("w:id"))
                inside = start.itersiblings()
                ends = {clark("w:bookmarkEnd")}
                found = []
                for one in inside:
                    if one.tag in ends and one.get(clark("w:id")) == number:
                        return found
                    found.append(one)
                raise AssertionError(f"the bookmark {name} ends in another paragraph")
        raise AssertionError(f"there is no bookmark {name}")


def read_word(data: bytes) -> Word:
    """Return the text of a DOCX with its fields. An `AssertionError` tells of one that is not balanced."""
    package = read_package(data)
    parts = {
        name: etree.fromstring(package[f"word/{name}.xml"]) for name in PARTS if f"word/{name}.xml" in package
    }
    custom = etree.fromstring(package["docProps/custom.xml"])
    properties = {one.get("name", ""): "".join(str(text) for text in one.itertext()) for one in custom}
    return Word(parts, {name: list(_fields(part)) for name, part in parts.items()}, properties)


def find(element: etree._Element, path: str) -> list[etree._Element]:
    return element.xpath(path, namespaces=dict(NAMESPACES))


def _fields(part: etree._Element) -> Iterator[Field]:
    """Yield fields as they end, those within another before it."""
    open_fields: list[tuple[Field, bool]] = []
    for one in part.iter():
        paragraph = next(one.iterancestors(clark("w:p")), None)
        if one.tag == clark("w:fldSimple"):
            yield Field(one.get(clark("w:instr"), "").split(), text_of(one), [paragraph])
        elif one.tag == clark("w:fldChar"):
            mark = one.get(clark("w:fldCharType"))
            if mark == "begin":
                open_fields.append((Field(), False))
            elif mark == "separate":
                told, shown = open_fields.pop()
                assert not shown, "a field is parted twice"
                open_fields.append((told, True))
            else:
                assert open_fields, "a field ends that did not begin"
                told, shown = open_fields.pop()
                assert shown, "a field ends that has no result"
                yield told
        elif one.tag == clark("w:instrText"):
            assert open_fields, "an instruction stands in no field"
            assert not open_fields[-1][1], "an instruction stands in a result"
            open_fields[-1][0].words += (one.text or "").split()
        for told, shown in open_fields:
            if shown and (one.tag == _TEXT or one.tag in _SPACES) and not find(one, "ancestor::w:pPr"):
                told.result += one.text or "" if one.tag == _TEXT else _SPACES[str(one.tag)]
                if paragraph not in told.paragraphs:
                    told.paragraphs.append(paragraph)
    assert not open_fields, "a field does not end"


def computed(one: Field, word: Word) -> str | None:
    """Return what Word would print for a field; `None` where only a layout tells."""
    match one.kind:
        case "SEQ":
            return _count(one, word)
        case "REF" if "\\r" in one.words:
            return _number_of(_paragraph_of(one.words[1], word), word)
        case "REF":
            return "".join(_text(part) for part in word.bookmark(one.words[1]))
        case "NOTEREF":
            marks = list(word.body.iter(clark("w:footnoteReference")))
            (mark,) = (
                found
                for part in word.bookmark(one.words[1])
                for found in find(part, ".//w:footnoteReference")
            )
            return str(marks.index(mark) + 1)
        case "TOC":
            return "".join(_entries(one, word))
        case "PAGEREF":
            word.bookmark(one.words[1])  # tells where there is none
            return None
        case "DOCPROPERTY":
            return word.properties[one.words[1].strip('"')]
        case "PAGE" | "NUMPAGES":
            return None
        case _:
            raise AssertionError(f"nobody here knows the field {one.kind}")


def _count(one: Field, word: Word) -> str:
    count = 0
    for other in word.of("SEQ"):
        if other.words[1] == one.words[1]:
            restart = other.switch("\\r")
            count = int(restart) if restart else count + 1
        if other is one:
            break
    return str(count)


def _entries(one: Field, word: Word) -> Iterator[str]:
    """Yield the entries of a TOC field, without pages, which are not looked at."""
    if name := one.switch("\\c"):
        paragraphs = [field.paragraphs[0] for field in word.of("SEQ") if field.words[1] == name]
        yield from (_text(paragraph) for paragraph in paragraphs)
        return
    deepest = int((one.switch("\\o") or "1-9")[-1])
    for paragraph in word.body.iter(clark("w:p")):
        style = str(find(paragraph, "string(w:pPr/w:pStyle/@w:val)"))
        if re.fullmatch(f"Heading[1-{deepest}]", style):
            number = _number_of(paragraph, word)
            yield (f"{number}\t" if number else "") + _text(paragraph)


def entries_shown(one: Field) -> str:
    """Return the entries of a TOC field as they stand, without their pages."""
    return "".join(
        re.sub(r"\t\d+$", "", text_of(paragraph))
        if find(paragraph, ".//w:instrText[contains(.,'PAGEREF')]")
        else text_of(paragraph)
        for paragraph in one.paragraphs
    )


def _paragraph_of(bookmark: str, word: Word) -> etree._Element:
    (start,) = find(word.body, f".//w:bookmarkStart[@w:name='{bookmark}']")
    return next(start.iterancestors(clark("w:p")))


def _number_of(paragraph: etree._Element, word: Word) -> str:
    """Return the number that Word prints before a heading; empty where it prints none."""
    counts = [0, 0, 0]
    for one in find(word.body, f".//w:p[w:pPr/w:numPr/w:numId/@w:val='{HEADINGS}']"):
        level = int(str(find(one, "string(w:pPr/w:numPr/w:ilvl/@w:val)")))
        counts[level] += 1
        counts[level + 1 :] = [0] * (2 - level)
        if one is paragraph:
            return ".".join(str(count) for count in counts[: level + 1])
    return ""


def _text(element: etree._Element) -> str:
    wrapper = etree.Element("words")
    wrapper.append(etree.fromstring(etree.tostring(element)))
    return text_of(wrapper)
