"""The command palette (Ctrl/⌘ K): every page and the common actions, found by typing.

door      palette_button() wherever it shall be offered
window    palette() once per frame: the dialog, drawn with Reflex
state     what was found and which row is meant, while it is open
rows      the lines as they are shown, in the language of the page
finding   what is meant by a few letters
entries   what can be found, and which pages are left out
"""
