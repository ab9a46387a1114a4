"""Scoring a finished interview, question by question, beside the event loop; and its PDF."""

import asyncio
from datetime import datetime
from uuid import UUID

from careercoach.core import db
from careercoach.core.clock import local_date
from careercoach.core.errors import NotFoundError
from careercoach.features.accounts import service as accounts
from careercoach.features.interviews import service
from careercoach.features.interviews.documents import report_document
from careercoach.features.interviews.opinions import JUDGE, with_opinion
from careercoach.features.interviews.rules import report as rules
from careercoach.features.interviews.rules.answers import score_answer
from careercoach.features.interviews.rules.report import Judged
from careercoach.features.interviews.schemas import AnswerScore, InterviewInput, InterviewView, Report
from careercoach.features.interviews.service.scoring import ToScore
from careercoach.features.interviews.wording import WORD_QUESTIONS, to_word
from careercoach.features.profiles import service as profiles
from careercoach.ports.ai import coach
from careercoach.ports.pdf import render_pdf

PDF_TYPE = "application/pdf"


async def start_interview(user_id: UUID, wish: InterviewInput, *, language: str) -> InterviewView:
    """Start one; a model, if there is one, words for the role what our patterns ask. Raises as the service does."""
    async with db.transaction() as session:
        view = await service.start_interview(session, user_id=user_id, wish=wish)
    asked = to_word(view.questions, language)
    if not asked:
        return view
    worded = await coach().ask(
        WORD_QUESTIONS, language=language, asker=user_id, role=view.role_title.in_(language), asked=asked
    )
    if worded.source == "embedded":
        return view
    texts = {one.slug: one.text for one in worded.questions}
    async with db.transaction() as session:
        return await service.word_questions(
            session, user_id=user_id, interview_id=view.id, texts=texts, language=language
        )


async def list_to_score(interview_id: UUID) -> list[int]:
    """The places of the answers that have no score yet."""
    async with db.reading() as session:
        sheet = await service.read_for_scoring(session, interview_id=interview_id)
    return [answer.number for answer in sheet.answers if answer.score is None] if sheet else []


async def score_one(interview_id: UUID, number: int) -> int:
    """Score one answer and keep the score; doing it again gives the same. Raises NotFoundError."""
    async with db.reading() as session:
        sheet = await service.read_for_scoring(session, interview_id=interview_id)
        language = (await accounts.get_user(session, user_id=sheet.user_id)).language if sheet else ""
    answer = next((answer for answer in sheet.answers if answer.number == number), None) if sheet else None
    if answer is None or sheet is None:
        raise NotFoundError
    score = await _judge(sheet.user_id, answer, language)
    async with db.transaction() as session:
        await service.save_score(session, interview_id=interview_id, number=number, score=score)
    return score.overall


async def _judge(user_id: UUID, answer: ToScore, language: str) -> AnswerScore:
    question = answer.question
    by_rules = await asyncio.to_thread(score_answer, question, answer.text, shown=answer.shown)
    if by_rules.flaw:  # nothing to have an opinion on: no answer, a copied one, or one to another question
        return by_rules
    opinion = await coach().ask(
        JUDGE,
        language=language,
        asker=user_id,
        question=question.text.in_(language),
        answer=answer.text,
        points="\n".join(f"- {point.text.in_(language)}" for point in question.key_points),
        score=by_rules.overall,
        asked=question,
        shown=answer.shown,
    )
    return with_opinion(opinion, answer.text)


async def write_report(interview_id: UUID) -> int | None:
    """Put the report together and tell the news once. Returns the overall score, None when there is no such thing."""
    async with db.reading() as session:
        sheet = await service.read_for_scoring(session, interview_id=interview_id)
    if sheet is None:
        return None
    judged = [Judged(answer.question, answer.score) for answer in sheet.answers if answer.score is not None]
    report = await asyncio.to_thread(_report, sheet.role, judged, sheet.previous, sheet.previous_at)
    async with db.transaction() as session:
        await service.save_report(session, interview_id=interview_id, report=report, judged=judged)
    return report.figures.overall


def _report(role: str, judged: list[Judged], previous: int | None, previous_at: datetime | None) -> Report:
    return Report(
        figures=rules.figures(role, judged),
        strengths=rules.strengths(judged),
        weaknesses=rules.weaknesses(judged),
        recommendations=rules.recommendations(judged),
        previous=previous,
        previous_at=previous_at,
    )


async def score_interview(interview_id: UUID) -> int | None:
    """All of it in one go, for callers without the jobs engine."""
    for number in await list_to_score(interview_id):
        await score_one(interview_id, number)
    return await write_report(interview_id)


async def finish_late(user_id: UUID, interview_id: UUID) -> None:
    """The time is up: no more writing, though nobody pressed a button."""
    async with db.transaction() as session:
        await service.finish_interview(session, user_id=user_id, interview_id=interview_id, out_of_time=True)


async def make_pdf(user_id: UUID, interview_id: UUID, *, name: str, language: str) -> tuple[str, bytes]:
    """File name and bytes of the report as PDF. Raises NotFoundError, PdfUnavailableError."""
    async with db.reading() as session:
        view = await service.get_report(session, user_id=user_id, interview_id=interview_id)
        profile = await profiles.get_profile(session, user_id=user_id)
    day = local_date(view.finished_at, profile.time_zone)
    title, html = report_document(view, day=day, person=name, language=language)
    return f"interview-{day.isoformat()}.pdf", await render_pdf(html, title=title, language=language)
