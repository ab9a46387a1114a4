"""What a model may add to the reading of a posting: suggestions, each with the words it rests on."""

import asyncio
from uuid import UUID

from careercoach.core import db
from careercoach.features.job_matches import service
from careercoach.features.job_matches.rules.suggesting import (
    nothing_further,
    only_cited,
    open_fields,
    suggestions_of,
)
from careercoach.features.job_matches.schemas import AnalysisView, CoachNote, FurtherReading, Reading
from careercoach.ports.ai import AiTask, Limits, coach, read_prompt

READ_POSTING = AiTask(
    name="job_matches.read_posting",
    prompt=read_prompt(__file__, "read_posting"),
    answer=FurtherReading,
    embedded=nothing_further,
    sources=("posting",),
    check=only_cited,
    limits=Limits(max_output_tokens=1200, timeout_s=8.0),
)
WRITTEN_BY_OTHERS = ("paste", "file", "link")
"""Sources whose posting somebody wrote; those of the catalogue are ours and read whole."""


async def read_further(user_id: UUID, view: AnalysisView, text: str, reading: Reading, language: str) -> AnalysisView:
    """Ask a model, if there is one, what the rules missed, and keep that as suggestions beside what they read."""
    if view.source not in WRITTEN_BY_OTHERS:
        return view
    posting = reading.posting
    known = sorted({item.slug for item in (*posting.requirements, *posting.languages) if item.slug})
    answer = await coach().ask(
        READ_POSTING, language=language, asker=user_id, posting=text, known=known, missing=open_fields(posting)
    )
    if answer.source == "embedded" or not (answer.skills or answer.facts):
        return view
    found = await asyncio.to_thread(suggestions_of, answer, text)
    async with db.transaction() as session:
        return await service.save_suggestions(
            session, user_id=user_id, analysis_id=UUID(view.id), found=found, by=CoachNote.of(answer)
        )
