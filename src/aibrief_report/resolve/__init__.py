"""Resolving: numbers, names, citations, cross-references and drawings are put in their places.

In comes a composed document; out goes one that a renderer can draw from top to bottom without asking.
"""
