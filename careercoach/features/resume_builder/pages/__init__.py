"""The page of better wordings."""

from careercoach.features.resume_builder.pages import rewrite

__all__ = ["rewrite"]
