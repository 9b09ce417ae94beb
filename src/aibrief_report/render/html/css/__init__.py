"""Style sheets made from a theme's tokens: one for the screen, one for paper, and what both share."""
