"""House templates: a Word file's styles, lists, pages and furniture in place of our own base document.

In come the template and a document, out goes a `Base` to write into. What the template has wins; what a
brief needs besides is lent from the theme, in the template's own font and colours. `base.house_base` is the
way in; `docs/word.md` tells authors what is taken and what is not.
"""
