"""What the page may load and run: its own style sheet and scripts, told by their hashes, and nothing else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256


def policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """Return the Content-Security-Policy of a page that holds just these inline styles and scripts.

    No style attribute counts, no handler in an attribute, and no `eval` (CSP Level 3, 6.7.3.3). Pictures and
    fonts are data within the file; a script may make a picture of what it has, which is a `blob:`.
    """
    rules = {
        "default-src": "'none'",
        "script-src": _hashes(scripts),
        "style-src": _hashes(styles),
        "img-src": "data: blob:",
        "font-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())


def _hashes(texts: Iterable[str]) -> str:
    found = " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)
    return found or "'none'"
