"""Use cases that think or ask outside: reading a posting, the parts of an analysis, answers in the chat."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from datetime import date
from typing import Any
from uuid import UUID

from careercoach.content import load
from careercoach.core import db
from careercoach.core.clock import local_date, utc_now
from careercoach.core.errors import InvalidInputError
from careercoach.core.texts import LANGUAGES
from careercoach.core.urls import safe_url
from careercoach.features.accounts import service as accounts
from careercoach.features.job_matches import service
from careercoach.features.job_matches.reading import read_further
from careercoach.features.job_matches.rules.advising import (
    advise,
    claims_of,
    facts_of,
    learning_of,
    only_known,
    strengths_of,
)
from careercoach.features.job_matches.rules.comparing import compare
from careercoach.features.job_matches.rules.measuring import measured
from careercoach.features.job_matches.rules.talking import only_known_keys, talk
from careercoach.features.job_matches.rules.wanted import dream_posting, read_whole, role_posting
from careercoach.features.job_matches.schemas import (
    PARTS,
    Advice,
    AnalysisView,
    CoachNote,
    MatchInput,
    Material,
    Part,
    Planned,
    QuestionInput,
    Reading,
    Reply,
    Report,
)
from careercoach.features.matching import service as matching
from careercoach.features.planner import service as planner
from careercoach.features.planner.schemas import LearningItem
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes import flows as resume_flows
from careercoach.ports.ai import AiTask, Words, coach, read_prompt

WORDS_LEAST = 12
"""A posting of fewer words says too little to compare anything with."""
DREAM_LEAST = 0.35
"""How sure it must be which role a dream means."""
OTHERS_MOST = 5
HISTORY_MOST = 6
OnWords = Callable[[str], Awaitable[bool]]
"""Takes a piece of an answer that is being written; False stops it."""

ADVISE = AiTask(
    name="job_matches.advise",
    prompt=read_prompt(__file__, "advise"),
    answer=Advice,
    embedded=advise,
    sources=("facts", "title"),
    shown=("facts", "title"),
    parts=("priorities", "recommendations", "next_steps"),
    check=only_known,
)
TALK = AiTask(
    name="job_matches.talk",
    prompt=read_prompt(__file__, "talk"),
    answer=Reply,
    embedded=talk,
    sources=("facts", "question", "history"),
    shown=("facts", "question", "history"),
    parts=("text", "keys"),
    check=only_known_keys,
    words="text",
)


async def add_match(user_id: UUID, wish: MatchInput, *, language: str) -> AnalysisView:
    """Read what is to be compared with and keep it. Raises CoachError in words when there is nothing to read."""
    link = safe_url(wish.link) or "" if wish.link else ""
    if wish.link and not link:
        raise InvalidInputError("job_matches.bad_link")
    role, (text, reading) = await asyncio.to_thread(_read, wish, language)
    async with db.transaction() as session:
        view = await service.add_analysis(
            session, user_id=user_id, source=wish.source, text=text, reading=reading, link=link, role=role
        )
    return await read_further(user_id, view, text, reading, language)


def _read(wish: MatchInput, language: str) -> tuple[str, tuple[str, Reading]]:
    """The role, if it is one of the catalogue, and the posting."""
    words = wish.text.strip()
    if wish.source == "role":
        if wish.role not in load.roles():
            raise InvalidInputError("job_matches.unknown_role")
        return wish.role, read_whole(role_posting(load.roles()[wish.role]))
    if wish.source == "dream":
        guess = next(iter(matching.find_role(words, language, limit=1)), None) if words else None
        if guess is None or guess.score < DREAM_LEAST:
            raise InvalidInputError("job_matches.unknown_dream")
        return guess.slug, read_whole(dream_posting(words, load.roles()[guess.slug]))
    if len(words.split()) < WORDS_LEAST:
        raise InvalidInputError("job_matches.too_short")
    return "", read_whole(words)


async def add_file(user_id: UUID, file_name: str, data: bytes, *, language: str) -> AnalysisView:
    """A posting as a PDF, DOCX or text file, read in a worker like a resume. Raises CoachError in words."""
    parsed = await resume_flows.read_file(resume_flows.clean_name(file_name), data)
    return await add_match(user_id, MatchInput(source="file", text=parsed.text[:400_000]), language=language)


# The parts of an analysis


async def make_part(analysis_id: UUID, run: int, part: Part) -> bool:
    """Measure or ask for one part and keep it. False when the run is no longer wanted; safe to repeat."""
    async with db.reading() as session:
        user_id, current, state, material = await service.get_material(session, analysis_id=analysis_id)
        profile = await profiles.get_profile(session, user_id=user_id)
        language = (await accounts.get_user(session, user_id=user_id)).language
        known = (await service.get_analysis(session, user_id=user_id, analysis_id=analysis_id)).report
    if current != run or state != "running":
        return False
    today = local_date(utc_now(), profile.time_zone)
    if part == "advice":
        found, resume_text = await _advice(user_id, known, material, today, language), ""
    elif part == "learning":
        found, resume_text = Report(learning=await asyncio.to_thread(learning_of, known, language)), ""
    else:
        found, resume_text = await asyncio.to_thread(_measure, material, today, part)
    async with db.transaction() as session:
        return await service.save_part(
            session, analysis_id=analysis_id, run=run, part=part, found=found, resume_text=resume_text
        )


def _measure(material: Material, today: date, part: Part) -> tuple[Report, str]:
    compared = compare(material, today)
    report = measured(compared, [part])
    report.strengths = strengths_of(report.skills)
    return report, compared.profile.text


async def _advice(user_id: UUID, known: Report, material: Material, today: date, language: str) -> Report:
    """Advice in the person's language; by our own rules in all of them."""
    title, is_close = await asyncio.to_thread(_title, material, today)
    inputs: dict[str, Any] = {
        "report": known.model_dump(mode="json"),
        "title": title,
        "title_is_close": is_close,
        "facts": facts_of(known),
    }
    answer = await coach().ask(ADVISE, language=language, asker=user_id, **inputs)
    told = {language: answer}
    if answer.source == "embedded":
        told = {one: advise(inputs["report"], title, is_close, one) for one in LANGUAGES}
    return Report(
        priorities=claims_of({one: advice.priorities for one, advice in told.items()}, known),
        recommendations=claims_of({one: advice.recommendations for one, advice in told.items()}, known),
        next_steps=claims_of({one: advice.next_steps for one, advice in told.items()}, known),
        advice_source=answer.source,
        advice_by=CoachNote.of(answer),
    )


def _title(material: Material, today: date) -> tuple[str, bool]:
    """The title of the posting, and whether the person's own titles mean the same kind of job; who has none yet has
    none that means another."""
    compared = compare(material, today)
    wanted = {guess.slug for guess in compared.posting.roles if guess.score >= 0.5}
    had = {guess.slug for guess in compared.profile.roles if guess.score >= 0.5}
    return compared.posting.title, bool(wanted & had) or not wanted or not had


async def finish(analysis_id: UUID, run: int) -> bool:
    """The last word of a run."""
    async with db.transaction() as session:
        return await service.finish_run(session, analysis_id=analysis_id, run=run)


async def fail(analysis_id: UUID, run: int, problem_key: str) -> None:
    """A run that came to nothing says so."""
    async with db.transaction() as session:
        await service.fail_run(session, analysis_id=analysis_id, run=run, problem_key=problem_key)


async def analyse_here(analysis_id: UUID, run: int) -> None:
    """All parts in one go, where no jobs run (tests, the shell)."""
    for part in PARTS:
        if not await make_part(analysis_id, run, part):
            return
    await finish(analysis_id, run)


# The chat


async def ask_about(
    user_id: UUID, analysis_id: UUID, wish: QuestionInput, *, language: str, on_words: OnWords | None = None
) -> bool:
    """Answer one question about an analysis and keep both; whether there is an answer. The same request twice is one
    question.

    `on_words` gets the answer piece by piece while it is written, before it is checked; when it returns False the
    answer is given up and nothing is kept.
    """
    async with db.transaction() as session:
        if await service.find_reply(session, user_id=user_id, analysis_id=analysis_id, request=wish.request):
            return True
        view = await service.get_analysis(session, user_id=user_id, analysis_id=analysis_id)
        profile = await profiles.get_profile(session, user_id=user_id)
        history = await service.list_messages(session, user_id=user_id, analysis_id=analysis_id)
        lines = [one for one in await service.list_analyses(session, user_id=user_id) if one.id != view.id]
        others = [
            await service.get_analysis(session, user_id=user_id, analysis_id=UUID(line.id))
            for line in [one for one in lines if one.state == "done"][:OTHERS_MOST]
        ]
    told = "\n".join(f"{message.by}: {message.text}" for message in history[-HISTORY_MOST:])
    reply = await _reply(
        on_words,
        language=language,
        asker=user_id,
        question=wish.question,
        report=view.report.model_dump(mode="json"),
        title=view.title,
        weekly_hours=max(1, round(profile.weekly_minutes / 60)),
        others=[(_line(other), other.report.model_dump(mode="json")) for other in others],
        facts=_all_facts(view, others),
        history=told,
    )
    if reply is None:
        return False
    async with db.transaction() as session:
        await service.add_exchange(
            session, user_id=user_id, analysis_id=analysis_id, question=wish.question, request=wish.request, reply=reply
        )
    return True


async def _reply(on_words: OnWords | None, *, language: str, asker: UUID, **inputs: Any) -> Reply | None:
    if on_words is None:
        return await coach().ask(TALK, language=language, asker=asker, **inputs)
    # Closing the stream closes the connection: who stops no longer pays.
    async with aclosing(coach().stream(TALK, language=language, asker=asker, **inputs)) as pieces:
        async for piece in pieces:
            if not isinstance(piece, Words):
                return piece
            if not await on_words(piece.text):
                return None
    return None


def _line(view: AnalysisView) -> dict[str, Any]:
    names = {"id", "title", "source", "state", "verdict", "overall", "is_stale", "created_at"}
    return view.model_dump(mode="json", include=names)


def _all_facts(view: AnalysisView, others: list[AnalysisView]) -> str:
    parts = [f"analysis of: {view.title}", facts_of(view.report)]
    for other in others:
        parts.append(f"another analysis: {other.title}, {other.verdict}, {other.overall}")
    return "\n".join(parts)


# Into the plan


async def plan_gaps(user_id: UUID, analysis_id: UUID, *, keys: list[str], language: str) -> Planned:
    """Put gaps of an analysis into the person's plan; all of them, the first in front, when `keys` is empty."""
    async with db.transaction() as session:
        view = await service.get_analysis(session, user_id=user_id, analysis_id=analysis_id)
        profile = await profiles.get_profile(session, user_id=user_id)
        gaps = [gap for gap in view.report.gaps() if gap.slug and (not keys or gap.key in keys)]
        items = [LearningItem(skill=gap.slug, title=view.title) for gap in gaps]
        added = await planner.add_learning_tasks(
            session, user_id=user_id, items=items, language=language, today=local_date(utc_now(), profile.time_zone)
        )
    return Planned(added=added or 0, has_plan=added is not None)
