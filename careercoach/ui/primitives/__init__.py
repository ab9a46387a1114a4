"""Headless, accessible primitives, wrapped once: keyboard, focus and roles come from them, the look from our CSS.

Where the browser has the part itself (popover, menu, accordion, a short list of choices), we use the browser's: no
bytes, works before the page has come alive, light dismiss and Escape included. The others come from Radix and load
only with the pages that use them.
"""
