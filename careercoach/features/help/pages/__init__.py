"""The public pages of the room, a module each so that each loads only what is its own."""

from careercoach.features.help.pages import landing, not_found, privacy

__all__ = ["landing", "not_found", "privacy"]
