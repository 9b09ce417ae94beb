"""The rules of `aibrief check`: what an editor would ask about a brief that builds.

In comes a brief's resolved document with its ledger and declaration (`material.Material`); out come findings,
each with a place, a message and a hint, some of them accepted with a reason (`run.check`). The room changes
nothing and reads no file; `rules.RULES` lists what is checked. `package` does the same for DOCX files.
"""
