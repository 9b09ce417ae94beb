"""Following numbers through finished versions: where each came from, and what rests on a row or source.

In come versions of `out/`, read back through a door of their own (so that no build ever depends on them),
or one published file; out go answers for people. It knows documents, not templates, and changes nothing.
"""
