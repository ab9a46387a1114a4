"""Uploading, checking and keeping one's resume."""

from careercoach.features.resumes.pages import resume, review_page, review_step, upload_step

__all__ = ["resume", "review_page", "review_step", "upload_step"]
