"""Making a report: read, think beside the event loop, write; and asking the coach to put it into words."""

import asyncio
from typing import Any
from uuid import UUID

from careercoach.content.load import roles
from careercoach.core import db
from careercoach.core.clock import local_date, utc_now
from careercoach.core.errors import NotFoundError
from careercoach.core.texts import LANGUAGES
from careercoach.features.connections import flows as connections
from careercoach.features.profiles import service as profiles
from careercoach.features.resume_reports import service
from careercoach.features.resume_reports.rules.made import MadeReport, Version, make_report
from careercoach.features.resume_reports.schemas import Narrative, NarrativeAnswer, ReportView, ResumeReport
from careercoach.features.resumes import service as resumes
from careercoach.ports.ai import answer_by_rules, coach


async def current_report(user_id: UUID, resume_id: UUID | None = None) -> ReportView:
    """The report on one file, or on the newest; made anew when the wanted role or the rubric has changed.

    Raises NotFoundError when there is no such file.
    """
    async with db.reading() as session:
        if resume_id is None:
            latest = await resumes.find_latest_resume(session, user_id=user_id)
            if latest is None:
                raise NotFoundError
            resume_id = UUID(latest.id)
        role_slug = (await profiles.get_profile(session, user_id=user_id)).role_slug
        if await service.is_fresh(session, user_id=user_id, resume_id=resume_id, role_slug=role_slug):
            return await service.get_report(session, user_id=user_id, resume_id=resume_id)
    made, text = await _make(user_id, resume_id, role_slug)
    narratives = await _by_rules(made, text)
    async with db.transaction() as session:
        return await service.save_report(
            session, user_id=user_id, resume_id=resume_id, made=made, narratives=narratives
        )


async def _make(user_id: UUID, resume_id: UUID, role_slug: str) -> tuple[MadeReport, str]:
    async with db.reading() as session:
        resume = await resumes.get_resume(session, user_id=user_id, resume_id=resume_id)
        version = Version(resume, await resumes.get_reading(session, user_id=user_id, resume_id=resume_id))
        before = None
        for other in await resumes.list_resumes(session, user_id=user_id):
            if other.uploaded_at < resume.uploaded_at:
                reading = await resumes.get_reading(session, user_id=user_id, resume_id=UUID(other.id))
                before = Version(other, reading)
                break
        zone = await profiles.get_time_zone(session, user_id=user_id)
    today = local_date(utc_now(), zone)
    made = await asyncio.to_thread(make_report, version, before, role_slug=role_slug, today=today)
    return made, version.reading.text


async def _by_rules(made: MadeReport, text: str) -> dict[str, Narrative]:
    """The report in words as the embedded coach says it: at once, in every language."""
    answers = {
        language: await answer_by_rules(
            service.NARRATE, language=language, inputs=_inputs(made.report, text, language), why="no_provider"
        )
        for language in LANGUAGES
    }
    return {language: _kept(answer) for language, answer in answers.items()}


def _inputs(report: ResumeReport, text: str, language: str) -> dict[str, Any]:
    role = roles().get(report.role)
    title = role.title.in_(language) if role else ""
    return {"report": report.model_dump(mode="json"), "role_title": title, "resume_text": text}


async def may_be_told_by_a_model(user_id: UUID) -> bool:
    """Whether somebody better with words can be asked, and the person agrees to it."""
    consent = await connections.get_consent(user_id)
    return consent.allowed and consent.has_provider


async def narrate(user_id: UUID, resume_id: UUID, language: str) -> ReportView:
    """Ask the coach to put the kept report into words, and keep them. Raises NotFoundError."""
    async with db.reading() as session:
        judged = await service.get_judgement(session, user_id=user_id, resume_id=resume_id)
        text = (await resumes.get_reading(session, user_id=user_id, resume_id=resume_id)).text
    inputs = _inputs(judged, text, language)
    answer = await coach().ask(service.NARRATE, language=language, asker=user_id, **inputs)
    async with db.transaction() as session:
        return await service.save_narrative(
            session, user_id=user_id, resume_id=resume_id, language=language, narrative=_kept(answer)
        )


def _kept(answer: NarrativeAnswer) -> Narrative:
    told = answer.model_dump(include={"summary", "strengths", "weak", "first", "source"})
    return Narrative.model_validate({**told, "model": answer.made.model, "why": answer.made.why})
