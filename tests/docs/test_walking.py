"""The reader of pages notices what it is there to notice."""

import pytest

from tests.docs.fences import ROOT, Fence, fences
from tests.docs.walking import Shown, Walker, exchanged


def block(text: str) -> Fence:
    """Return the one block of a page."""
    (fence,) = fences(ROOT / "page.md", text)
    return fence


@pytest.mark.parametrize(
    ("page", "printed", "true"),
    [
        ("```text\nheights 0123456789ab built\n```", "heights ba9876543210 built\n", True),
        ("```text\nheights 0123456789ab built\n```", "heights 0123456789ab is up to date\n", False),
        ("```text\nfirst\n…\nlast\n```", "first\nsecond\nthird\nlast\n", True),
        ("```text\nfirst\nlast\n```", "first\nsecond\nlast\n", False),
    ],
)
def test_what_a_page_shows_is_compared_with_what_was_printed(page: str, printed: str, true: bool) -> None:
    assert Shown(block(page), printed).true is true


def test_a_line_takes_the_place_of_the_one_that_begins_like_it() -> None:
    change = block("```yaml a/brief.yaml ~\ndate: 2023-10-09\n```")
    assert exchanged("title: One\ndate: 2023-06-01\n", change) == "title: One\ndate: 2023-10-09\n"


@pytest.mark.parametrize("text", ["title: One\n", "date: 1\ndate: 3\n"])
def test_a_line_that_begins_like_none_or_like_two_takes_no_place(text: str) -> None:
    with pytest.raises(AssertionError, match=r"has (no line|several lines) such as"):
        exchanged(text, block("```yaml a/brief.yaml ~\ndate: 2\n```"))


@pytest.mark.parametrize(
    "commands", ["sh\naibrief build nothing", "sh fails\naibrief --version", "sh\nrm -r out"]
)
def test_a_command_that_ends_otherwise_than_told_fails(walker: Walker, commands: str) -> None:
    with pytest.raises(AssertionError):
        list(walker.follow([block(f"```{commands}\n```")]))
