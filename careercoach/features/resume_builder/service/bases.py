"""The record that is rewritten, and what of it may be said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.errors import CoachError
from careercoach.core.logs import log
from careercoach.features.profiles import service as profiles
from careercoach.features.resume_builder.rules.grounding import find_faults
from careercoach.features.resume_builder.rules.passages import Spot, find_passages, record_text, with_texts
from careercoach.features.resume_builder.rules.rewriting import language_of
from careercoach.features.resume_builder.schemas import RewriteAnswer, Rewritten
from careercoach.features.resumes import service as resumes

Json = dict[str, Any]


class NothingToRewriteError(CoachError):
    """No confirmed record and no file that was read."""

    text_key = "resume_builder.nothing"
    status = 409


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


def accepted_record(base: Base, texts: Mapping[str, str], theirs: set[str]) -> Json:
    """The record with these wordings. A coach's that the record no longer bears out is left out. Takes its time: not
    on the event loop."""
    false = {
        spot.key
        for spot in base.spots
        if spot.key in theirs and texts[spot.key] != spot.text and find_faults(texts[spot.key], spot.ground(base.text))
    }
    return with_texts(base.record, {key: text for key, text in texts.items() if key not in false})
