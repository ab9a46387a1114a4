"""The pages of the room, a module each."""

from careercoach.features.admin.pages import gallery, health, jobs, outbox, people, usage

__all__ = ["gallery", "health", "jobs", "outbox", "people", "usage"]
