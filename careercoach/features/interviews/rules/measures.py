"""Three of the four measures of an answer, each 0-100: structure, specificity, clarity. Coverage is in points.py."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal

from careercoach.content.scan import find_skills
from careercoach.content.shapes import Question
from careercoach.features.interviews.rules.reading import Reading
from careercoach.features.interviews.rules.signs import needles, phrases, single_words
from careercoach.features.interviews.rules.wording import Sentence, has

Part = Literal["situation", "task", "action", "result", "order"]

RUN_ON, TOO_LONG_WORDS = 27, 320

_NUMBER = re.compile(r"\d")
_NAME = re.compile(r"(?<=[a-z\u0900-\u097f,;)] )[A-Z][\w+#.-]+|\b[A-Za-z]+[A-Z_0-9][\w+#.-]*|\b[A-Z]{2,}\b")
_LATIN_IN_HINDI = re.compile(r"[A-Za-z][A-Za-z+#.-]{3,}")
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_HINDI_VERB = re.compile("(?:\u093e|\u0940|\u0947|\u0940\u0902|\u0928\u093e|\u0928\u0940)$")


def count_of(table: str, sentence: Sentence) -> int:
    """How many different phrases of a table the sentence holds."""
    return sum(has(sentence.folded, wanted) for wanted in phrases(table))


def _holds(table: str, said: Sequence[Sentence]) -> bool:
    return any(needle in sentence.folded for sentence in said for needle in needles(table))


@cache
def _spanish() -> tuple[frozenset[str], frozenset[str]]:
    return single_words("first_person_es", "words"), single_words("first_person_es", "endings")


_SPANISH_PAST = re.compile(r"\b\w{2,}(?:é|í)\b|\b\w{2,}(?:amos|imos|emos)\b", re.IGNORECASE)


def is_own_action(sentence: Sentence) -> bool:
    """Whether the sentence says what the speaker does or did: "I asked", "pregunté", "मैंने पूछा", "पूछा"."""
    if any(needle in sentence.folded for needle in needles("action")):
        return True
    if _DEVANAGARI.search(sentence.text):
        # Hindi drops the subject: a clause that ends in a past or bare verb is the speaker's own doing.
        return any(_HINDI_VERB.search(part.split()[-1]) for part in re.split(r"[,;:।]", sentence.text) if part.split())
    words, _ = _spanish()
    return bool(_SPANISH_PAST.search(sentence.text)) or any(word in words for word in sentence.words)


def missing_parts(question: Question, said: Sequence[Sentence]) -> list[Part]:
    """The parts of a well-built answer that are not there; technical questions ask for none."""
    if question.kind == "technical" or not said:
        return []
    late = said[len(said) // 2 :]
    has_action = sum(is_own_action(sentence) for sentence in said) >= min(2, len(said))
    has_result = _holds("result", late) or any(has_figure(sentence) for sentence in late[-2:])
    parts: dict[Part, bool] = {"action": has_action, "result": has_result}
    if question.kind == "behavioural":
        early = said[: max(2, (len(said) + 1) // 2)]
        parts = {"situation": _holds("situation", early), "task": _holds("task", said), **parts}
    else:
        orders = sum(count_of("order", sentence) for sentence in said)
        parts = {"order": orders >= 2, **parts}
    return [part for part, is_there in parts.items() if not is_there]


def structure(question: Question, missing: Sequence[Part]) -> int | None:
    """Share of the parts of a well-built answer that are there; None for technical questions."""
    if question.kind == "technical":
        return None
    parts = 4 if question.kind == "behavioural" else 3
    return round(100 * (parts - len(missing)) / parts)


def count_names(said: Sequence[Sentence]) -> int:
    """Different tools, products, places and terms that are called by name."""
    text = "\n".join(sentence.text for sentence in said)
    names = {found.slug for found in find_skills(text)} | {name.lower() for name in _NAME.findall(text)}
    if _DEVANAGARI.search(text):
        names |= {name.lower() for name in _LATIN_IN_HINDI.findall(text)}
    return len(names)


def has_figure(sentence: Sentence) -> bool:
    """Whether it holds a number."""
    return bool(_NUMBER.search(sentence.text))


def is_vague(sentence: Sentence) -> bool:
    """Whether it holds a phrase that stands in for a name, a step or a figure."""
    return any(needle in sentence.folded for needle in needles("vague"))


def specificity(said: Sequence[Sentence], points_hit: int) -> int:
    """Numbers 25, names 30, own actions 20, points made concrete 25; less 10 for each vague sentence."""
    if not said:
        return 0
    numbers = sum(bool(_NUMBER.search(word)) for sentence in said for word in sentence.words)
    actions = sum(is_own_action(sentence) for sentence in said) / len(said)
    earned = min(25, 9 * numbers) + min(30, 7 * count_names(said)) + min(20, 40 * actions) + min(25, 8 * points_hit)
    return max(0, min(100, round(earned - 10 * sum(is_vague(sentence) for sentence in said))))


def count_fillers(said: Sequence[Sentence]) -> int:
    """Words that only fill time."""
    return sum(count_of("filler", sentence) for sentence in said)


def clarity(reading: Reading) -> int:
    """100 less what makes an answer hard to follow: run-on sentences, fillers, repetition, lists, great length."""
    said = reading.said
    if not said:
        return 0
    mean = reading.words / len(said)
    longest = max(len(sentence.words) for sentence in said)
    loss = 2.0 * max(0.0, mean - RUN_ON) + (8 if longest > 50 else 0)
    loss += min(30.0, 700 * count_fillers(said) / max(40, reading.words))
    loss += 70 * reading.share("repeated") + 50 * reading.share("list") + _same_words(said)
    loss += min(30.0, max(0, reading.words - TOO_LONG_WORDS) / 10)
    return max(0, min(100, round(100 - loss)))


def _same_words(said: Sequence[Sentence]) -> float:
    """Up to 25 when the same long words come again and again."""
    words = [word for sentence in said for word in sentence.words if len(word) > 4]
    if len(words) < 20:
        return 0.0
    most = Counter(words).most_common(1)[0][1] / len(words)
    return min(25.0, max(0.0, 250 * (most - 0.15)))


def named_skills(said: Sequence[Sentence]) -> list[str]:
    """Slugs of the skills named, in the order of the answer."""
    return list(dict.fromkeys(found.slug for sentence in said for found in find_skills(sentence.text)))
