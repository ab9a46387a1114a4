"""What a person decides about each passage, and the wordings that come of it."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import utc_now
from careercoach.core.errors import ConflictError, InvalidInputError, NotFoundError
from careercoach.features.resume_builder.models import ResumeRewrite
from careercoach.features.resume_builder.rules.grounding import Fault, find_own_faults
from careercoach.features.resume_builder.rules.passages import Spot
from careercoach.features.resume_builder.schemas import Decision, Paper
from careercoach.features.resume_builder.service.bases import Base, get_base
from careercoach.features.resume_builder.service.rows import find_row, needed_row, paper_of

UNDO_MOST = 30
Json = dict[str, Any]


class NotInResumeError(InvalidInputError):
    """Somebody's own words state what their resume does not."""

    def __init__(self, faults: list[Fault]) -> None:
        # Numbers they may stand by; everything else belongs into the record first.
        only_numbers = all(fault.kind == "number" for fault in faults)
        words = ", ".join(dict.fromkeys(fault.words for fault in faults if fault.words))
        super().__init__("resume_builder.new_numbers" if only_numbers else "resume_builder.not_in_resume", words=words)
        self.faults = faults
        self.only_numbers = only_numbers


async def decide(session: AsyncSession, *, user_id: UUID, key: str, decision: Decision) -> None:
    """Accept, reject or reopen what is offered for one passage, or put one's own words in its place.

    Raises NotFoundError for a passage that is not there, ConflictError when nothing is offered to accept or not
    what they saw, and NotInResumeError for own words that state what the resume does not.
    """
    base = await get_base(session, user_id=user_id)
    row = await needed_row(session, user_id, lock=True)
    spot = next((spot for spot in base.spots if spot.key == key), None)
    if spot is None:
        raise NotFoundError
    choice: Json = {"state": decision.state}
    if decision.state == "accepted":
        offered = row.passages.get(key, {}).get("text", spot.text)
        if decision.text not in ("", offered):
            # A coach at work has put other words there since the person read them.
            raise ConflictError("resume_builder.other_words")
        if offered == spot.text:
            raise ConflictError
    if decision.state == "edited":
        choice["text"] = _own_text(spot, base, decision)
    _record(row, {key: choice})


def _own_text(spot: Spot, base: Base, decision: Decision) -> str:
    text = "\n".join(line for part in decision.text.split("\n") if (line := " ".join(part.split())))
    if not text:
        raise InvalidInputError("resume_builder.empty")
    faults = find_own_faults(text, spot.ground(base.text), numbers_are_true=decision.numbers_are_true)
    if faults:
        raise NotInResumeError(faults)
    return text


def _record(row: ResumeRewrite, changes: dict[str, Json]) -> None:
    step = {key: row.choices.get(key) for key in changes}
    row.history = [*row.history, step][-UNDO_MOST:]
    row.choices = {**row.choices, **changes}
    row.updated_at = utc_now()


async def accept_all(session: AsyncSession, *, user_id: UUID) -> int:
    """Accept everything that is offered and not decided yet; one undo takes it all back. Says how many."""
    base = await get_base(session, user_id=user_id)
    row = await needed_row(session, user_id, lock=True)
    open_ones = {
        spot.key: {"state": "accepted"}
        for spot in base.spots
        if row.passages.get(spot.key, {}).get("text", spot.text) != spot.text
        and row.choices.get(spot.key, {}).get("state", "open") == "open"
    }
    if open_ones:
        _record(row, open_ones)
    return len(open_ones)


async def undo(session: AsyncSession, *, user_id: UUID) -> bool:
    """Take back the last decision; whether there was one."""
    row = await needed_row(session, user_id, lock=True)
    if not row.history:
        return False
    choices = dict(row.choices)
    for key, before in row.history[-1].items():
        if before is None:
            choices.pop(key, None)
        else:
            choices[key] = before
    row.choices, row.history, row.updated_at = choices, row.history[:-1], utc_now()
    return True


async def set_paper(session: AsyncSession, *, user_id: UUID, paper: Paper) -> None:
    """A4 or US Letter, for the next files. Raises NotFoundError before the coach was asked."""
    (await needed_row(session, user_id, lock=True)).paper = paper


async def get_accepted(session: AsyncSession, *, user_id: UUID) -> tuple[Base, dict[str, str], set[str], Paper]:
    """The record; the wordings to put into it, by key; which of them are a coach's; and the paper.

    Raises NothingToRewriteError.
    """
    base = await get_base(session, user_id=user_id)
    row = await find_row(session, user_id)
    texts: dict[str, str] = {}
    theirs: set[str] = set()
    for spot in base.spots if row is not None else ():
        choice = row.choices.get(spot.key, {})  # pyright: ignore[reportOptionalMemberAccess]
        if choice.get("state") == "edited":
            texts[spot.key] = str(choice.get("text", spot.text))
        elif choice.get("state") == "accepted":
            texts[spot.key] = str(row.passages.get(spot.key, {}).get("text", spot.text))  # pyright: ignore[reportOptionalMemberAccess]
            theirs.add(spot.key)
    return base, texts, theirs, paper_of(row)
