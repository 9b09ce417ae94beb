"""The tutorial, followed from its first line to its last."""

from pathlib import Path

from tests.docs.fences import ROOT, fences
from tests.docs.walking import Walker

TUTORIAL = ROOT / "docs" / "tutorial.md"
FINISHED = ROOT / "docs" / "tutorial"


def texts(folder: Path) -> dict[str, str]:
    found = (path for room in ("data", "templates") for path in sorted((folder / room).rglob("*")))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found if path.is_file()}


def test_a_newcomer_who_follows_the_tutorial_sees_what_it_shows(walker: Walker) -> None:
    shown = list(walker.follow(fences(TUTORIAL)))
    assert [one.printed for one in shown if not one.true] == [one.fence.text for one in shown if not one.true]
    assert texts(walker.folder) == texts(FINISHED), "docs/tutorial/ is not where the tutorial ends"


def test_every_file_of_the_tutorial_is_named_in_the_text_above_it() -> None:
    lines = TUTORIAL.read_text(encoding="utf-8").split("\n")
    for block in fences(TUTORIAL):
        head = max(number for number, line in enumerate(lines[: block.first]) if line.startswith("## "))
        above = "\n".join(lines[head : block.first])
        assert not block.file or f"`{block.file}`" in above, f"{block.where}: {block.file} is not named"
