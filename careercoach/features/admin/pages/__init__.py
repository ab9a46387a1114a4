"""The pages of the room, a module each."""

from careercoach.features.admin.pages import connections, fairness, gallery, health, jobs, outbox, people, usage

__all__ = ["connections", "fairness", "gallery", "health", "jobs", "outbox", "people", "usage"]
