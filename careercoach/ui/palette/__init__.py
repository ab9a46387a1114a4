"""The command palette (Ctrl/⌘ K): every page and the common actions, found by typing.

door      palette_door() once per frame, palette_button() wherever it shall be offered
entries   what can be found, and which pages are left out
window    the palette itself, in a file of its own that the browser fetches when it is first wanted
bridge    the JavaScript of both
"""
