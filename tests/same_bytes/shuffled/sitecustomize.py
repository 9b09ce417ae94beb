"""Gives the entries of every folder in the opposite of the order that the rest of the program counts on.

Python imports a module of this name when it starts. What it patches is what `pathlib`, `glob`, `shutil` and
`importlib.resources` list folders with.
"""

import os

_listdir, _scandir = os.listdir, os.scandir


class _Entries(list):
    """Entries of a folder, in a list that can be used as `os.scandir` is."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def close(self):
        return None


def listdir(path="."):
    return sorted(_listdir(path), reverse=True)


def scandir(path="."):
    with _scandir(path) as found:
        return _Entries(sorted(found, key=lambda entry: entry.name, reverse=True))


os.listdir, os.scandir = listdir, scandir
