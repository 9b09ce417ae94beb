"""What goes out to people and comes back: the number check, and copies for co-authors.

The number check makes a pack of all printed numbers from a document with the rows behind it, and keeps what
the reviewers found beside the brief. A copy for a co-author is written beside the versions and remembered;
what a returned one says is read from the file alone. None of it is an input of any build.
"""
