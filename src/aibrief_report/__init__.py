"""Curated metrics tables and narrative templates become a policy brief.

Start reading at `aibrief_report.pipeline`, which tells the whole story, and at ARCHITECTURE.md.
"""

__version__ = "0.1.0"
