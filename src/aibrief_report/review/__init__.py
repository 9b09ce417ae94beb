"""What goes out to people: the number check, which comes back, and copies for co-authors.

The number check makes a pack of all printed numbers from a document with the rows behind it, and keeps what
the reviewers found beside the brief. A copy for a co-author is written beside the versions and remembered;
`checks.package` tells what was changed in one that comes back. None of it is an input of any build.
"""
