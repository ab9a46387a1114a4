"""Interviews to work with."""

from uuid import UUID

from careercoach.core import db
from careercoach.core.identity import Person
from careercoach.features.interviews import service
from careercoach.features.interviews.schemas import AnswerInput, InterviewInput, InterviewView, ReportView
from careercoach.features.questions import service as questions


async def start(owner: Person, *, question: str = "", role: str = "backend-developer") -> InterviewView:
    """An interview that has just begun."""
    async with db.transaction() as session:
        wish = InterviewInput(role=role, size=5, question=question)
        return await service.start_interview(session, user_id=owner.id, wish=wish)


async def sit(
    owner: Person, answers: dict[int, str] | None = None, *, question: str = "", language: str = "en"
) -> InterviewView:
    """A finished one whose answers are the bank's strong ones, but for those given by number."""
    view = await start(owner, question=question)
    async with db.transaction() as session:
        for asked in view.questions:
            strong = questions.get_question(asked.slug).strong_answer.in_(language)
            answer = AnswerInput(text=(answers or {}).get(asked.number, strong), version=0)
            await service.save_answer(
                session, user_id=owner.id, interview_id=view.id, number=asked.number, answer=answer
            )
        return await service.finish_interview(session, user_id=owner.id, interview_id=view.id)


async def report_of(owner: Person, interview_id: UUID) -> ReportView:
    """The report as its owner reads it."""
    async with db.reading() as session:
        return await service.get_report(session, user_id=owner.id, interview_id=interview_id)
