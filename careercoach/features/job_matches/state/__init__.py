"""What the pages of the room hold."""

from careercoach.features.job_matches.state.chat import ChatState
from careercoach.features.job_matches.state.listing import MatchesState
from careercoach.features.job_matches.state.match import MatchState
from careercoach.features.job_matches.state.sheet import SheetState
from careercoach.features.job_matches.state.start import StartState

__all__ = ["ChatState", "MatchState", "MatchesState", "SheetState", "StartState"]
