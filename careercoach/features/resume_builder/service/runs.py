"""One run of questions to a coach: begun, its parts as they come, its end. An older or stopped run writes no more."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from careercoach.features.resume_builder.models import ResumeRewrite
from careercoach.features.resume_builder.schemas import Maker, Rewritten, Run
from careercoach.features.resume_builder.service.bases import Base
from careercoach.features.resume_builder.service.offers import keep_maker, maker_of, put
from careercoach.features.resume_builder.service.rows import find_row, made_row, needed_row

RUNNING_MOST = 200


async def begin_run(session: AsyncSession, *, user_id: UUID, base: Base, parts: int) -> Run:
    """Begin one, or find the one that is under way: who asks twice gets one answer."""
    row = await made_row(session, user_id, base)
    if row.run_state != "running":
        row.run += 1
        row.run_state, row.parts, row.parts_done = "running", parts, 0
        await session.flush()
    return Run(number=row.run, state="running", done=row.parts_done, parts=row.parts)


async def _running(session: AsyncSession, user_id: UUID, run: int, *, lock: bool = True) -> ResumeRewrite | None:
    row = await find_row(session, user_id, lock=lock)
    return row if row is not None and row.run == run and row.run_state == "running" else None


async def list_running(session: AsyncSession) -> list[tuple[UUID, int]]:
    """Whose resumes are being rewritten, with the number of the run."""
    running = (
        select(ResumeRewrite.user_id, ResumeRewrite.run).where(ResumeRewrite.run_state == "running").limit(RUNNING_MOST)
    )
    return [(user_id, run) for user_id, run in await session.execute(running)]


async def find_place(session: AsyncSession, *, user_id: UUID, run: int) -> int | None:
    """How many parts of a run are there; None when it is not wanted any more."""
    row = await _running(session, user_id, run, lock=False)
    return row.parts_done if row is not None else None


async def save_part(
    session: AsyncSession,
    *,
    user_id: UUID,
    run: int,
    place: int,
    base: Base,
    passages: Mapping[str, Rewritten],
    made: Maker,
) -> bool:
    """Keep the part at this place (from 1 on). False when the run is no longer wanted."""
    row = await _running(session, user_id, run)
    if row is None:
        return False
    if place > row.parts_done:
        keep_maker(row, made if place == 1 else maker_of(row).joined(made))
        put(row, base, passages)
        row.parts_done = place
        await session.flush()
    return True


async def finish_run(session: AsyncSession, *, user_id: UUID, run: int) -> bool:
    """All parts are there."""
    row = await _running(session, user_id, run)
    if row is None:
        return False
    row.run_state, row.parts_done = "done", row.parts
    return True


async def fail_run(session: AsyncSession, *, user_id: UUID, run: int) -> None:
    """It broke off; what is there stays."""
    row = await _running(session, user_id, run)
    if row is not None:
        row.run_state = "failed"


async def stop_run(session: AsyncSession, *, user_id: UUID) -> int:
    """Stop at the wish of the owner; what is there stays. Says which run it was. Raises NotFoundError."""
    row = await needed_row(session, user_id, lock=True)
    if row.run_state == "running":
        row.run_state = "stopped"
    return row.run
