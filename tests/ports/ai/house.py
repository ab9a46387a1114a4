"""A small house for the engine: everything it needs, in memory, with short settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from careercoach.core.ids import new_id
from careercoach.ports.ai import AiTask, CoachAnswer, Limits
from careercoach.ports.ai.asking import Provider
from careercoach.ports.ai.bookkeeping import Turn
from careercoach.ports.ai.desk import Pace
from careercoach.ports.ai.engine import ModelCoach
from careercoach.ports.ai.gemini import GeminiProvider
from careercoach.ports.ai.guard.fencing import new_fence
from careercoach.ports.ai.guard.known import Known
from careercoach.ports.ai.guard.masking import mask_texts
from careercoach.ports.ai.openai import OpenAiProvider
from careercoach.ports.ai.seams import CacheKey, CallEntry, Kept, Masked, Reserved, Sent, Wish

ASHA = UUID("00000000-0000-4000-8000-00000000a54a")


class Remark(BaseModel):
    about: str
    points: int = Field(ge=0, le=10)


class Review(CoachAnswer):
    words: str
    score: int = Field(ge=0, le=100)
    remarks: list[Remark] = []
    note: str = "of the rules"


def by_rules(language: str, letter: str) -> Review:
    """What the rules say."""
    return Review(words=f"{language}: by the rules", score=50, remarks=[Remark(about="rule", points=5)])


REVIEW = AiTask(
    name="tests.review",
    prompt="Review {letter} for {language}.",
    answer=Review,
    embedded=by_rules,
    sources=("letter",),
    parts=("words", "score", "remarks"),
    limits=Limits(max_output_tokens=300),
    words="words",
)
GOOD: dict[str, Any] = {"words": "Well written.", "score": 71, "remarks": [{"about": "tone", "points": 8}]}


def as_it_is(task: object, answer: Any, *_: object) -> Any:
    """Believes everything: what models may say is the guard's business."""
    return answer


class OpenShield:
    """Masks what the house knows of Asha."""

    async def mask(self, texts: Mapping[str, str], *, asker: UUID | None) -> Masked:
        return mask_texts(texts, Known(names=("Asha Rao",), emails=("asha@example.org",)))


@dataclass
class MemoryBooks:
    """The books of one test."""

    most_calls: int = 1000
    taken: int = 0
    places: dict[UUID, Wish] = field(default_factory=dict)
    may_extend: bool = True
    extended: list[Wish] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    entries: list[CallEntry] = field(default_factory=list)
    settled: list[list[CallEntry]] = field(default_factory=list)
    kept: dict[CacheKey, Kept] = field(default_factory=dict)

    async def reserve(self, wish: Wish) -> Reserved | None:
        if self.taken >= self.most_calls:
            return None
        self.taken += 1
        self.wishes.append(wish)
        place = Reserved(new_id())
        self.places[place.id] = wish
        return place

    async def extend(self, place: Reserved, more: Wish) -> bool:
        self.extended.append(more)
        return self.may_extend

    async def settle(self, place: Reserved, entries: list[CallEntry]) -> None:
        if self.places.pop(place.id, None):
            self.settled.append(list(entries))
            self.entries += entries
            self.taken -= 0 if entries else 1

    async def find_kept(self, key: CacheKey) -> Kept | None:
        return self.kept.get(key)

    async def keep(self, key: CacheKey, kept: Kept) -> None:
        self.kept[key] = kept


@dataclass
class TestHouse:
    """The coach and what stands around it."""

    __test__ = False

    providers: list[Provider]
    books: MemoryBooks = field(default_factory=MemoryBooks)
    agrees: bool = True
    sent: list[Sent] = field(default_factory=list)
    pace: Pace = field(default_factory=lambda: Pace(answer_s=8.0, first_pause_s=0.02))

    def __post_init__(self) -> None:
        async def turns(task: str) -> list[Turn]:
            return [Turn(provider, provider.model) for provider in self.providers]

        async def consent(asker: UUID) -> bool:
            return self.agrees

        async def note(sent: Sent) -> None:
            self.sent.append(sent)

        self.coach = ModelCoach(
            turns=turns, shield=OpenShield(), new_fence=new_fence, books=self.books, consent=consent, note_sent=note,
            pace=self.pace, honest=as_it_is,
        )  # fmt: skip

    async def warm_up(self) -> None:
        """Connect beforehand: reading certificates takes half a second on a busy machine, and clocks here are short."""
        for provider in self.providers:
            await provider._client()  # pyright: ignore[reportAttributeAccessIssue]

    async def review(self, letter: str = "Dear team, I like SQL.", **changes: Any) -> Review:
        await self.warm_up()
        return await self.coach.ask(REVIEW, language="en", asker=ASHA, letter=letter, **changes)


def openai_at(url: str, *, timeout_s: float = 4.0, effort: str = "none", **more: Any) -> OpenAiProvider:
    import_module("openai")  # takes seconds, once: before any clock runs
    return OpenAiProvider(key="sk-test-1", model="gpt-6-luna", base_url=url, timeout_s=timeout_s, effort=effort, **more)


def gemini_at(url: str, *, timeout_s: float = 4.0) -> GeminiProvider:
    import_module("google.genai")
    return GeminiProvider(key="g-test-1", model="gemini-3.8-flash", base_url=url, timeout_s=timeout_s)
