"""What is offered for each passage: kept, and put together for the page."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import utc_now
from careercoach.features.resume_builder.models import ResumeRewrite
from careercoach.features.resume_builder.rules.passages import Spot
from careercoach.features.resume_builder.rules.views import show
from careercoach.features.resume_builder.schemas import Maker, RewriteView, Rewritten, Run
from careercoach.features.resume_builder.service.bases import Base, get_base
from careercoach.features.resume_builder.service.learning import add_missing
from careercoach.features.resume_builder.service.rows import find_row, made_row, needed_row, paper_of


async def get_rewrite(session: AsyncSession, *, user_id: UUID) -> RewriteView:
    """Every passage with what is offered and what was decided. Writes nothing. Raises NothingToRewriteError, and
    NotFoundError before the coach was asked."""
    base = await get_base(session, user_id=user_id)
    row = await needed_row(session, user_id)
    view = show(base.spots, row.passages, row.choices)
    view.language, view.basis, view.source, view.made = base.language, base.kind, row.source, maker_of(row)
    view.run = Run.model_validate(
        {"number": row.run, "state": row.run_state, "done": row.parts_done, "parts": row.parts}
    )
    view.paper, view.can_undo = paper_of(row), bool(row.history)
    view.outdated = any(spot.key not in row.passages for spot in base.spots)
    await add_missing(session, user_id, view)
    return view


def maker_of(row: ResumeRewrite) -> Maker:
    """Who wrote it; of rows from before the model was kept, only whose it was."""
    return Maker.model_validate(row.made) if row.made else Maker(engine=row.source)


async def list_new(session: AsyncSession, *, user_id: UUID, base: Base) -> list[Spot] | None:
    """The passages that nobody has looked at yet; None before anybody has looked at any."""
    row = await find_row(session, user_id)
    return None if row is None else [spot for spot in base.spots if spot.key not in row.passages]


async def add_wordings(
    session: AsyncSession, *, user_id: UUID, base: Base, passages: Mapping[str, Rewritten], made: Maker
) -> None:
    """Keep wordings for passages that have none yet. `made` counts when they are the first."""
    row = await made_row(session, user_id, base)
    if not row.passages:
        keep_maker(row, made)
    put(row, base, {key: one for key, one in passages.items() if key not in row.passages})
    await session.flush()


def put(row: ResumeRewrite, base: Base, passages: Mapping[str, Rewritten]) -> None:
    """Over what was there for the same passages. Choices about unchanged passages stay."""
    keys = {spot.key for spot in base.spots}
    old = {key: value for key, value in row.passages.items() if key in keys}
    decided = {key for key, choice in row.choices.items() if choice.get("state") == "accepted"}
    new = {key: one.model_dump(include={"text", "reasons", "question"}) for key, one in passages.items() if key in keys}
    # What somebody accepted does not change its words behind their back.
    row.passages = {**old, **new, **{key: old[key] for key in decided if key in old}}
    row.choices = {key: choice for key, choice in row.choices.items() if key in keys}
    row.history = [step for step in row.history if set(step) <= keys]
    row.basis, row.language = base.basis, base.language
    row.made_at = row.updated_at = utc_now()


def keep_maker(row: ResumeRewrite, made: Maker) -> None:
    """Note who wrote it."""
    row.made, row.source = made.model_dump(), made.engine
