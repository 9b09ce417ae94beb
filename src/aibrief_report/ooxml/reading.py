"""Reading packages that came from elsewhere: returned DOCX files, house templates, workbooks.

Everything that could do harm when the file is opened, unpacked or passed on is refused, all of it at once.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from aibrief_report.errors import Fault, Faults, InputError, Place
from aibrief_report.ooxml.parsing import parse

MOST_MEMBERS = 4096
MOST_BYTES = 256 * 2**20
MOST_RATIO = 200
"""How many times a member larger than `RATIO_FROM` may outgrow its compressed form; zip bombs reach 1,000."""
RATIO_FROM = 2**20
_HYPERLINK = re.compile(r"/relationships/hyperlink$")
# Paths to other machines make Word send the reader's credentials; other schemes run programs. Readers pass
# over blanks in front of either, and take a slash and a backslash for one.
_HARMLESS = re.compile(
    r"[\s\x00-\x1f]*+(?:https?:|mailto:|ftp:|(?!\\|/[/\\]|[a-z][a-z0-9+.-]*:).)", re.IGNORECASE
)
_MACRO_PART = re.compile(r"vba(?:Project|Data)|(?:^|/)(?:activeX|macrosheets)/", re.IGNORECASE)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def read_package(data: bytes, place: str = "package") -> Mapping[str, bytes]:
    """Return a package's members by name; `place` names the package in errors.

    Raises `InputError` for what `read_members` refuses, for macros, and for relationships to files or
    addresses other than hyperlinks.
    """
    members = read_members(data, place)
    faults = Faults(InputError, [*macro_faults(members, place)])
    for name in sorted(members):
        if name.endswith(".rels"):
            for fault in outside_faults(parse(members[name], f"{place}!{name}"), f"{place}!{name}"):
                faults.add(fault.message, fault.place, fault.hint)
    faults.check()
    return members


def read_members(data: bytes, place: str = "package") -> Mapping[str, bytes]:
    """Return a package's members by name, whatever they may do to those who open it: to be looked at only.

    Raises `InputError` for a damaged or encrypted file, one that unpacks to too much, and member names that
    point outside or occur twice.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [info for info in package.infolist() if not info.is_dir()]
            _check_directory(infos, place)
            return {info.filename: _read(package, info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise InputError(Fault(f"the package is damaged: {error}", Place(place))) from error


def macro_faults(members: Mapping[str, bytes], place: str) -> Iterator[Fault]:
    """Yield a fault where a package has programs in it; `place` names the package."""
    macros = [name for name in members if _MACRO_PART.search(name)]
    if macros or b"macroEnabled" in members.get("[Content_Types].xml", b""):
        where = Place(f"{place}!{macros[0]}") if macros else Place(place)
        yield Fault("the package has macros", where, "save it as a plain .docx, .xlsx or .pptx")


def outside_faults(root: etree._Element, place: str) -> Iterator[Fault]:
    """Yield a fault for each relationship of a part that leads outside the package, plain hyperlinks aside.

    `root` is that of the part that holds the relationships, `place` its name.
    """
    for one in root:
        target = one.get("Target", "")
        if one.get("TargetMode") != "External":
            continue
        kind = one.get("Type", "")
        if not _HYPERLINK.search(kind):
            hint = "embed what it points to, or remove the link"
            what = f"the part fetches {target!r} from outside ({kind.rpartition('/')[2]})"
            yield Fault(what, Place(place), hint)
        elif not is_harmless(target):
            what = f"the hyperlink {target[:80]!r} may run a program or reach into a network"
            yield Fault(what, Place(place))


def is_harmless(target: str) -> bool:
    """Tell whether a hyperlink leads to the web, to mail or to a file beside, and runs nothing."""
    return _HARMLESS.match(target) is not None


def _check_directory(infos: list[zipfile.ZipInfo], place: str) -> None:
    faults = Faults(InputError)
    if len(infos) > MOST_MEMBERS:
        faults.add(f"the package has {len(infos)} members; at most {MOST_MEMBERS} are read", Place(place))
    if sum(info.file_size for info in infos) > MOST_BYTES:
        faults.add(f"the package unpacks to more than {MOST_BYTES // 2**20} MiB", Place(place))
    seen: set[str] = set()
    for info in infos[:MOST_MEMBERS]:
        _check_member(info, Place(f"{place}!{info.filename}"), faults)
        # Part names are compared without regard to case (ECMA-376 part 2, section 6.2.2.3).
        if info.filename.lower() in seen:
            faults.add("two members have this name", Place(f"{place}!{info.filename}"))
        seen.add(info.filename.lower())
    faults.check()


def _check_member(info: zipfile.ZipInfo, place: Place, faults: Faults) -> None:
    name = info.filename
    if (
        name.startswith("/")
        or "\\" in name
        or ":" in name
        or posixpath.normpath(name) != name
        or name[:2] == ".."
    ):
        faults.add("the member's name points outside the package", place)
    if info.flag_bits & 0x1:
        faults.add("the member is encrypted", place, "save the file without a password")
    if info.compress_type not in _METHODS:
        faults.add("the member is compressed in an unusual way", place)
    if info.file_size > RATIO_FROM and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        faults.add(f"the member unpacks to more than {MOST_RATIO} times its size", place)


def _read(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes, no more than its directory entry promises: that entry may lie."""
    with package.open(info) as member:
        data = member.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise zipfile.BadZipFile(f"{info.filename} is not as long as the directory says")
    return data
