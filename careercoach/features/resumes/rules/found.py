"""What was found in an entry, with the rows it rests on."""

from dataclasses import dataclass, field

from careercoach.features.resumes.rules.dates import join_period
from careercoach.features.resumes.rules.entries import Entry
from careercoach.features.resumes.rules.heads import Head
from careercoach.features.resumes.rules.letters import without_stress
from careercoach.features.resumes.rules.pairs import Pair
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.telling import is_url


@dataclass
class Found:
    """One entry as it was read. `rows` gives, for each field, the row of the page it stands in."""

    what: str = ""
    where: str = ""
    start: str = ""
    end: str = ""
    current: bool = False
    place: str = ""
    url: str = ""
    summary: str = ""
    highlights: list[str] = field(default_factory=list[str])
    rest: list[str] = field(default_factory=list[str])
    head: list[Row] = field(default_factory=list[Row])
    body: list[Row] = field(default_factory=list[Row])

    def add_body(self, rows: list[Row]) -> None:
        """Take in rows that tell about the entry: list points as highlights, prose as summary."""
        prose: list[str] = [self.summary] if self.summary else []
        # Where points have marks, a line without one is no point, however short.
        marked = any(row.is_bullet for row in rows)
        for row in rows:
            text = row.body.strip()
            if not text:
                continue
            if not self.url and is_url(text):
                self.url = text
                continue
            self.body.append(row)
            indented = bool(self.head) and row.x0 > self.head[0].x0 + 6
            if row.is_bullet or indented or (len(text) < 60 and not marked):
                self.highlights.append(without_stress(text))
            else:
                prose.append(text)
        self.summary = without_stress(" ".join(prose))


def post_found(entry: Entry, head: Head, pair: Pair) -> Found:
    """An entry with its pair, dates and body put together."""
    start, end, current = join_period(entry.periods)
    found = Found(pair.what, pair.where, start, end, current, pair.place, rest=pair.rest, head=entry.head)
    found.url = head.urls[0] if head.urls else ""
    found.add_body(entry.body)
    return found
