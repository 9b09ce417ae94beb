"""The tables on their way to a spreadsheet and back, and foreign tables on their way in.

In come the files of `data/`, or a workbook or CSV file that somebody edited; out go the bytes of a workbook,
or those of the tables that changed. What would not validate never gets out. Nothing is written here.
"""
