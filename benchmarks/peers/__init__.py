"""The same brief for other programs: its text as they want it, their commands as manuals give them."""
