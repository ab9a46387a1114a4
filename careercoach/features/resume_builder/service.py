"""The front door of the resume builder: what was offered, what was decided, and the record that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import local_date, utc_now
from careercoach.core.errors import CoachError, ConflictError, InvalidInputError, NotFoundError
from careercoach.core.logs import log
from careercoach.features.matching import service as matching
from careercoach.features.planner import service as planner
from careercoach.features.planner.schemas import LearningItem
from careercoach.features.profiles import service as profiles
from careercoach.features.resume_builder.models import ResumeRewrite
from careercoach.features.resume_builder.rules.grounding import Fault, find_faults, find_own_faults
from careercoach.features.resume_builder.rules.passages import Spot, find_passages, record_text, with_texts
from careercoach.features.resume_builder.rules.rewriting import language_of, rewrite_passages
from careercoach.features.resume_builder.rules.views import show
from careercoach.features.resume_builder.schemas import (
    Decision,
    Learnable,
    Paper,
    RewriteAnswer,
    RewriteView,
    Rewritten,
    Words3,
)
from careercoach.features.resumes import service as resumes
from careercoach.ports.ai import AiTask, Limits, read_prompt

UNDO_MOST = 30
MISSING_MOST = 8
AHEAD_DAYS = 366
Json = dict[str, Any]

REWRITE = AiTask(
    name="resume_builder.rewrite",
    prompt=read_prompt(__file__, "rewrite"),
    answer=RewriteAnswer,
    embedded=rewrite_passages,
    sources=("passages",),
    limits=Limits(max_output_tokens=6000),
)


class NothingToRewriteError(CoachError):
    """No confirmed record and no file that was read."""

    text_key = "resume_builder.nothing"
    status = 409


class NotInResumeError(InvalidInputError):
    """Somebody's own words state what their resume does not."""

    def __init__(self, faults: list[Fault]) -> None:
        # Numbers they may stand by; everything else belongs into the record first.
        only_numbers = all(fault.kind == "number" for fault in faults)
        words = ", ".join(dict.fromkeys(fault.words for fault in faults if fault.words))
        super().__init__("resume_builder.new_numbers" if only_numbers else "resume_builder.not_in_resume", words=words)
        self.faults = faults
        self.only_numbers = only_numbers


@dataclass(frozen=True)
class Base:
    """The record that is rewritten, and where it comes from."""

    record: Json
    basis: str
    kind: Literal["profile", "resume"]
    spots: list[Spot]
    language: str
    text: str


async def get_base(session: AsyncSession, *, user_id: UUID) -> Base:
    """The confirmed record, else what was read in the newest file. Raises NothingToRewriteError."""
    profile = await profiles.get_profile(session, user_id=user_id)
    if profile.confirmed_at is not None and profile.person:
        return _base(profile.person, f"profile/{profile.version}", "profile")
    latest = await resumes.find_latest_resume(session, user_id=user_id)
    if latest is None:
        raise NothingToRewriteError
    reading = await resumes.get_reading(session, user_id=user_id, resume_id=UUID(latest.id))
    return _base(reading.resume, f"resume/{latest.id}", "resume")


def _base(record: Json, basis: str, kind: Literal["profile", "resume"]) -> Base:
    spots = find_passages(record)
    text = record_text(record)
    return Base(record, basis, kind, spots, language_of("\n".join(spot.text for spot in spots) or text), text)


async def _row(session: AsyncSession, user_id: UUID) -> ResumeRewrite | None:
    return await session.get(ResumeRewrite, user_id)


async def _needed(session: AsyncSession, user_id: UUID) -> ResumeRewrite:
    row = await _row(session, user_id)
    if row is None:
        raise NotFoundError
    return row


async def is_current(session: AsyncSession, *, user_id: UUID) -> bool:
    """Whether every passage of the record has been looked at."""
    row = await _row(session, user_id)
    if row is None:
        return False
    base = await get_base(session, user_id=user_id)
    return all(spot.key in row.passages for spot in base.spots)


async def get_rewrite(session: AsyncSession, *, user_id: UUID) -> RewriteView:
    """Every passage with what is offered and what was decided. Writes nothing. Raises NothingToRewriteError, and
    NotFoundError before the coach was asked."""
    base = await get_base(session, user_id=user_id)
    row = await _needed(session, user_id)
    view = show(base.spots, row.passages, row.choices)
    view.language, view.basis, view.source = base.language, base.kind, row.source
    view.paper, view.can_undo = _paper(row), bool(row.history)
    view.outdated = any(spot.key not in row.passages for spot in base.spots)
    await _add_missing(session, user_id, view, base)
    return view


def _paper(row: ResumeRewrite | None) -> Paper:
    return "letter" if row is not None and row.paper == "letter" else "a4"


async def _add_missing(session: AsyncSession, user_id: UUID, view: RewriteView, base: Base) -> None:
    """Skills of the wanted role that the resume does not show, critical ones first, as things to learn."""
    gap = await matching.find_latest_gap(session, user_id=user_id)
    if gap is None:
        return
    today = await _today(session, user_id)
    planned = await _planned(session, user_id, today)
    view.role_title = Words3(**gap.title.model_dump())
    view.missing = [
        Learnable(
            slug=skill.slug,
            name=Words3(**skill.name.model_dump()),
            critical=skill.importance == "critical",
            hours=skill.hours,
            planned=skill.slug in planned,
        )
        for skill in gap.with_status("missing")[:MISSING_MOST]
    ]


async def _today(session: AsyncSession, user_id: UUID) -> date:
    profile = await profiles.get_profile(session, user_id=user_id)
    return local_date(utc_now(), profile.time_zone)


async def _planned(session: AsyncSession, user_id: UUID, today: date) -> set[str]:
    tasks = await planner.list_tasks(session, user_id=user_id, first=today, last=today + timedelta(days=AHEAD_DAYS))
    return {task.skill for task in tasks if task.state == "open"}


def keep_true(base: Base, answer: RewriteAnswer) -> dict[str, Rewritten]:
    """The wordings that say nothing but what the resume says, by key. What is dropped is logged with the reason."""
    by_key = {spot.key: spot for spot in base.spots}
    kept: dict[str, Rewritten] = {}
    for passage in answer.passages:
        spot = by_key.get(passage.key)
        if spot is None or spot.key in kept:
            continue
        passage.text = "\n".join(line for part in passage.text.split("\n") if (line := " ".join(part.split())))
        faults = find_faults(passage.text, spot.ground(base.text)) if passage.text != spot.text else []
        if faults or not passage.text:
            # Kinds only: the words are about a person.
            log.warning(
                "a rewritten passage was dropped: %s", ", ".join(sorted({fault.kind for fault in faults})) or "empty"
            )
        else:
            kept[spot.key] = passage
    return kept


async def save_rewrite(
    session: AsyncSession, *, user_id: UUID, base: Base, source: str, passages: Mapping[str, Rewritten]
) -> None:
    """Keep what was offered, over what was there for the same passages. Choices about unchanged passages stay."""
    row = await _row(session, user_id)
    if row is None:
        row = ResumeRewrite(user_id=user_id, basis=base.basis, language=base.language)
        session.add(row)
    keys = {spot.key for spot in base.spots}
    old = {key: value for key, value in row.passages.items() if key in keys}
    decided = {key for key, choice in row.choices.items() if choice.get("state") == "accepted"}
    new = {key: passage.model_dump(include={"text", "reasons", "question"}) for key, passage in passages.items()}
    # What somebody accepted does not change its words behind their back.
    row.passages = {**old, **new, **{key: old[key] for key in decided if key in old}}
    row.choices = {key: choice for key, choice in row.choices.items() if key in keys}
    row.history = [step for step in row.history if set(step) <= keys]
    row.basis, row.language, row.source = base.basis, base.language, source
    row.made_at = row.updated_at = utc_now()
    await session.flush()


async def decide(session: AsyncSession, *, user_id: UUID, key: str, decision: Decision) -> None:
    """Accept, reject or reopen what is offered for one passage, or put one's own words in its place.

    Raises NotFoundError for a passage that is not there, ConflictError when nothing is offered to accept, and
    NotInResumeError for own words that state what the resume does not.
    """
    base = await get_base(session, user_id=user_id)
    row = await _needed(session, user_id)
    spot = next((spot for spot in base.spots if spot.key == key), None)
    if spot is None:
        raise NotFoundError
    choice: Json = {"state": decision.state}
    if decision.state == "accepted" and row.passages.get(key, {}).get("text", spot.text) == spot.text:
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
    row = await _needed(session, user_id)
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
    row = await _needed(session, user_id)
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
    (await _needed(session, user_id)).paper = paper


async def get_accepted(session: AsyncSession, *, user_id: UUID) -> tuple[Base, dict[str, str], set[str], Paper]:
    """The record; the wordings to put into it, by key; which of them are a coach's; and the paper.

    Raises NothingToRewriteError.
    """
    base = await get_base(session, user_id=user_id)
    row = await _row(session, user_id)
    texts: dict[str, str] = {}
    theirs: set[str] = set()
    for spot in base.spots if row is not None else ():
        choice = row.choices.get(spot.key, {})  # pyright: ignore[reportOptionalMemberAccess]
        if choice.get("state") == "edited":
            texts[spot.key] = str(choice.get("text", spot.text))
        elif choice.get("state") == "accepted":
            texts[spot.key] = str(row.passages.get(spot.key, {}).get("text", spot.text))  # pyright: ignore[reportOptionalMemberAccess]
            theirs.add(spot.key)
    return base, texts, theirs, _paper(row)


def accepted_record(base: Base, texts: Mapping[str, str], theirs: set[str]) -> Json:
    """The record with these wordings. A coach's that the record no longer bears out is left out. Takes its time: not
    on the event loop."""
    false = {
        spot.key
        for spot in base.spots
        if spot.key in theirs and texts[spot.key] != spot.text and find_faults(texts[spot.key], spot.ground(base.text))
    }
    return with_texts(base.record, {key: text for key, text in texts.items() if key not in false})


async def learn_skill(session: AsyncSession, *, user_id: UUID, slug: str, language: str) -> bool:
    """Put a missing skill of the wanted role into the plan. False without a plan. Raises NotFoundError for a skill
    that the role does not ask for or the resume shows."""
    gap = await matching.find_latest_gap(session, user_id=user_id)
    if gap is None or slug not in {skill.slug for skill in gap.with_status("missing")}:
        raise NotFoundError
    today = await _today(session, user_id)
    if slug in await _planned(session, user_id, today):
        return True
    items = [LearningItem(skill=slug, title="")]
    added = await planner.add_learning_tasks(session, user_id=user_id, items=items, language=language, today=today)
    return added is not None
