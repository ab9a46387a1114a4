"""The pages of the room, a module each."""

from careercoach.features.admin.pages import audit, connections, fairness, gallery, health, jobs, outbox, people, usage

__all__ = ["audit", "connections", "fairness", "gallery", "health", "jobs", "outbox", "people", "usage"]
