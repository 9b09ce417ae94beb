"""The rules of `aibrief check file.docx`: what no validator sees, and what Word tells nobody.

In comes a DOCX, from here, from Word or from anywhere (`subject.WordFile`); out come findings, each with the
part it stands in and the words around it (`run.check_file`). `rules.PACKAGE_RULES` lists what is checked.
A file that was made here carries what it was printed as: `returned` reads that beside what it says now,
`edits` tells what differs sentence by sentence.
"""
