"""What the browser sees of the room: choosing, answering, the report."""

from careercoach.features.interviews.state.report import ReportState
from careercoach.features.interviews.state.room import RoomState
from careercoach.features.interviews.state.start import InterviewsState

__all__ = ["InterviewsState", "ReportState", "RoomState"]
