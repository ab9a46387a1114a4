"""The row of a person: found to be read, or held to be written."""

from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.errors import NotFoundError
from careercoach.features.resume_builder.models import ResumeRewrite
from careercoach.features.resume_builder.schemas import Paper
from careercoach.features.resume_builder.service.bases import Base


async def find_row(session: AsyncSession, user_id: UUID, *, lock: bool = False) -> ResumeRewrite | None:
    """The row, if there is one; with `lock` nobody else writes it until the transaction ends."""
    return await session.get(ResumeRewrite, user_id, with_for_update=lock or None)


async def needed_row(session: AsyncSession, user_id: UUID, *, lock: bool = False) -> ResumeRewrite:
    """The row. Raises NotFoundError before there were any wordings."""
    row = await find_row(session, user_id, lock=lock)
    if row is None:
        raise NotFoundError
    return row


async def made_row(session: AsyncSession, user_id: UUID, base: Base) -> ResumeRewrite:
    """The row, held to be written; made if there is none. Of two tabs that make it at once, one does."""
    row = await find_row(session, user_id, lock=True)
    if row is None:
        dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
        fresh = ResumeRewrite(user_id=user_id, basis=base.basis, language=base.language)
        values = dialect.insert(ResumeRewrite).values(**fresh.model_dump())
        await session.execute(values.on_conflict_do_nothing(index_elements=["user_id"]))
        row = await needed_row(session, user_id, lock=True)
    return row


def paper_of(row: ResumeRewrite | None) -> Paper:
    """What was chosen, else A4."""
    return "letter" if row is not None and row.paper == "letter" else "a4"
