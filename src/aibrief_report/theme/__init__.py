"""How a brief looks: design tokens, read once, from which CSS, Word styles and chart styles are made.

In comes `theme.yaml` (a project's own, or a built-in one); out goes a frozen `Theme`. It knows no document.
"""
