"""What the top of an analysis says."""

from datetime import date

from pydantic import BaseModel

from careercoach.core.clock import local_date
from careercoach.core.dates import day_name
from careercoach.core.texts import LANGUAGES
from careercoach.features.job_matches.schemas import AnalysisView
from careercoach.features.matching.schemas import Sentence


class Head(BaseModel):
    """An analysis without its parts."""

    id: str = ""
    title: str = ""
    source: str = "paste"
    link: str = ""
    state: str = "read"
    run: int = 0
    is_stale: bool = False
    made_on: Sentence = Sentence()


def head_of(view: AnalysisView, zone: str) -> Head:
    """The head of an analysis, its day as the clock of the person says."""
    names = {"id", "title", "source", "link", "state", "run", "is_stale"}
    made = local_date(view.made_at, zone) if view.made_at else None
    return Head(**view.model_dump(include=names), made_on=day_in_words(made))


def day_in_words(day: date | None) -> Sentence:
    """A day in all languages; nothing when there is none."""
    if day is None:
        return Sentence()
    return Sentence(**{language: day_name(day, language, "full") for language in LANGUAGES})
