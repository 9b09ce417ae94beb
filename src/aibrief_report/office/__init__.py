"""LibreOffice, where a brief asks for it by name. Bytes of a document in; what its layout tells out.

Knows no document model, no theme and no brief; nothing here runs because a program happens to be installed.
"""
