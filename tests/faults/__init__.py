"""What goes wrong around a build: it is killed, the disk is full, folders vanish, others build as well.

A sample of each runs with the other tests; `make torture` runs all of it and reports figures.
"""
