"""What the toolkit is called, and which version of it this is: told in the outputs, so kept where code is."""

from __future__ import annotations

NAME = "aibrief-report"
VERSION = "0.1.0"
TOOLKIT = f"{NAME} {VERSION}"
"""Not asked of the installed package's metadata: those of an editable install may lag behind the code."""
