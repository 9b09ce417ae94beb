"""Same inputs, same bytes: whatever surrounds a build leaves no trace in a version.

In the manner of reprotest (reproducible-builds.org): a small project is built once plainly and once with all
that surrounds the build disturbed at once; where a byte differs, each disturbance is tried alone and the
guilty ones are named. `make torture` tries each alone anyway, and all of them on the briefs that ship.
"""
