"""The one door in: every file that shapes a brief is read, and remembered, here.

In come names of files below the project; out go their text or bytes, with places for errors. Nothing
else in the package reads files, the clock, the environment or the locale.
"""
