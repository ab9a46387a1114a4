"""The pages of the room: one module each, so that each has its own piece of the bundle."""

from careercoach.features.job_matches.pages import analyses, analysis, start

__all__ = ["analyses", "analysis", "start"]
