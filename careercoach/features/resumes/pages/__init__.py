"""Uploading, checking and keeping one's resume."""

from careercoach.features.resumes.pages import compare, resume, review_page, review_step, upload_step

__all__ = ["compare", "resume", "review_page", "review_step", "upload_step"]
