"""The pages of the catalogue, a module each so that each loads only what is its own."""

from careercoach.features.catalogue.pages import role, roles, skill, skills

__all__ = ["role", "roles", "skill", "skills"]
