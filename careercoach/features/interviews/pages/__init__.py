"""The screens of the room, one module each so that each is loaded alone."""

from careercoach.features.interviews.pages import report, room, start

__all__ = ["report", "room", "start"]
