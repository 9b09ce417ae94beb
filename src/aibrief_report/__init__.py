"""Curated metrics tables and narrative templates become a policy brief.

Start reading at `aibrief_report.pipeline`, which tells the whole story, and at ARCHITECTURE.md.
"""

from aibrief_report.versions.toolkit import VERSION

__version__ = VERSION
