"""The gap report, in the app and as the last step after signup."""

from careercoach.features.matching.pages import gap, gap_step

__all__ = ["gap", "gap_step"]
