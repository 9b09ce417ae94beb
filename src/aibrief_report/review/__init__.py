"""The number check: a reviewer's pack of all printed numbers, and what the reviewers found.

In comes a document with the rows behind it; out go the pack (a workbook, a page) and the state of the
check, which is kept beside the brief and is no input of any build. It knows neither ledger nor templates.
"""
