"""`python -m aibrief_report`: the same as the command `aibrief`."""

from aibrief_report.cli.entry import main

main()
