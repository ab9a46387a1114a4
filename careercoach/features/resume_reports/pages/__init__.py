"""The report pages, one module each: the newest version, and any other."""

from careercoach.features.resume_reports.pages import newest, version

__all__ = ["newest", "version"]
