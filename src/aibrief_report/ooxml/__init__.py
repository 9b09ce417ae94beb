"""Office Open XML (ECMA-376): packages read with suspicion and written alike each time; pieces of XML.

In comes text, out goes XML or a package's bytes. It knows no document model, no theme and no file system.
"""
