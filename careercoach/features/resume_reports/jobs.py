"""What runs in the background of this room: the coach putting a report into words. It is in `narrating`."""

from careercoach.features.resume_reports.narrating import narrate

__all__ = ["narrate"]
