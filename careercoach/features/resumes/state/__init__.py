"""Uploading, checking and keeping the record: what the resume pages show and do."""

from careercoach.features.resumes.state.compare import CompareState
from careercoach.features.resumes.state.files import FileRow, ResumeState
from careercoach.features.resumes.state.review import PROBLEMS, ReviewState, Suggestion
from careercoach.features.resumes.state.upload import UploadState

__all__ = ["PROBLEMS", "CompareState", "FileRow", "ResumeState", "ReviewState", "Suggestion", "UploadState"]
