"""Names the commit of this repository whose toolkit has a digest, as `aibrief verify` tells it of a version.

    find_toolkit.py DIGEST

The first digits are enough. The newest such commit is named; nothing is checked out.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "src/aibrief_report"
LOCK = "requirements.lock"


def main(arguments: list[str]) -> None:
    """Print the commit and what it says, or end with an error."""
    if len(arguments) != 1:
        sys.exit(__doc__)
    known: dict[str, str] = {}
    for commit in _git("log", "--all", "--format=%H", "--", PACKAGE).decode().split():
        if _toolkit_digest(commit, known).startswith(arguments[0]):
            print(_git("log", "-1", "--format=%h, %as: %s", commit).decode().strip())
            return
    sys.exit(f"no commit here has a toolkit of digest {arguments[0]}; fetch the others first")


def _toolkit_digest(commit: str, known: dict[str, str]) -> str:
    """Return the digest of a commit's toolkit, as `versions/environment.py` makes it of files."""
    entries = _git("ls-tree", "-r", "-z", f"{commit}:{PACKAGE}").decode().split("\0")[:-1]
    blobs = {name: about.split()[2] for about, _, name in (one.partition("\t") for one in entries)}
    own = {name: blob for name, blob in blobs.items() if name != LOCK and not _hidden(name)}
    known |= _digests([blob for blob in own.values() if blob not in known])
    told = {name: known[blob] for name, blob in own.items()}
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _digests(blobs: list[str]) -> dict[str, str]:
    """Return the SHA-256 of some files of the repository by their names in git."""
    given = _git("cat-file", "--batch", told="".join(f"{blob}\n" for blob in blobs).encode())
    found = {}
    for blob in blobs:
        head, _, given = given.partition(b"\n")
        size = int(head.split()[2])
        found[blob], given = hashlib.sha256(given[:size]).hexdigest(), given[size + 1 :]
    return found


def _git(*arguments: str, told: bytes = b"") -> bytes:
    return subprocess.run(["git", *arguments], cwd=ROOT, input=told, check=True, capture_output=True).stdout


if __name__ == "__main__":
    main(sys.argv[1:])
