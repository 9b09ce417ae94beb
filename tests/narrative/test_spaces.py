"""The spaces of French."""

import pytest

from aibrief_report.narrative.spaces import french_spaces

N, W = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("written", "set"),
    [
        ("Oui !", f"Oui{N}!"),
        ("Oui!", f"Oui{N}!"),
        ("Quoi ?!", f"Quoi{N}?!"),
        ("a ; b", f"a{N}; b"),
        ("a : b", f"a{W}: b"),
        ("62 % de", f"62{W}% de"),
        ("« oui »", f"«{W}oui{W}»"),
        ("«oui»", f"«{W}oui{W}»"),
        ("« oui » ?", f"«{W}oui{W}»{N}?"),
        (f"a{W}: b", f"a{W}: b"),
        # What is no punctuation stays.
        ("10:30", "10:30"),
        ("https://example.org/?a=b", "https://example.org/?a=b"),
        ("l’an 2023, dit-il.", "l’an 2023, dit-il."),
    ],
)
def test_marks_have_their_spaces_before_them(written, set):
    assert french_spaces(written) == set
    assert french_spaces(set) == set
