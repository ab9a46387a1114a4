"""What of an answer counts as said: not what is repeated, echoed, copied, or a list of catchwords."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from careercoach.content.orders import is_command
from careercoach.content.shapes import Question
from careercoach.core.texts import LANGUAGES
from careercoach.features.interviews.rules.prose import Spoken, part_prose, spoken_language
from careercoach.features.interviews.rules.wording import Phrase, Sentence, fold_words, phrase, sentences

Fate = Literal["said", "repeated", "echo", "copied", "list", "order"]

ALIKE = 0.85
"""Share of common words from which on a sentence repeats an earlier one."""
ECHO = 0.75
"""Share of a sentence's word pairs that stand in the question, from which on it only repeats the question."""
COPY = 0.8
"""Share of common words with a key point from which on a sentence is a copy of it."""
STUFFED = 0.62
"""Share of a sentence's words that are cues, from which on it is a list of catchwords whatever glues it together."""
STUFFED_WHOLE = 0.5
"""The same for a whole answer. Strong answers have 0.1 to 0.35."""
LEAST_TO_STUFF = 10
"""Words from which on a single sentence is looked at; a short one may well be a cue and little else."""


_ORDER = re.compile(
    r" ignor\w* (?:all |any |the |everything |previous |above |prior |las |todas |lo )+"
    r"| (?:disregard|olvida) (?:all|the|previous|everything|todas|las|lo)"
    r"| (?:give|award|grant|assign|rate|score|mark) (?:me|this|it|the|my) .*(?:100|points|score|marks|full|highest|top)"
    r"| (?:dame|pon|ponme|asigna|otorga|da) .*(?:100|puntos|puntuacion|nota|maxima)"
    r"| (?:पूरे|100|सौ) (?:अंक|नंबर|में से)| अंक (?:दो|दीजिए|दें)|निर्देश[^ ]* (?:भूल|अनदेख|नज़रअंदाज|नजरअंदाज)"
    r"| you are (?:now )?(?:a|an|the) .*(?:interviewer|assistant|model|ai|grader|examiner) "
    r"| (?:system|assistant|instruction|instructions) (?:prompt|message|score|override)"
)
"""Words meant for whoever scores: they are no part of an answer."""


class Reading(NamedTuple):
    """An answer as the rubric sees it; `fates` belongs to `all` one by one."""

    all: tuple[Sentence, ...]
    fates: tuple[Fate, ...]
    language: Spoken

    @property
    def said(self) -> list[Sentence]:
        """The sentences that count."""
        return [sentence for sentence, fate in zip(self.all, self.fates, strict=True) if fate == "said"]

    @property
    def words(self) -> int:
        """Words of the sentences that count."""
        return sum(len(sentence.words) for sentence in self.said)

    def share(self, fate: Fate) -> float:
        """Share of all words that met this fate, 0-1."""
        total = sum(len(sentence.words) for sentence in self.all)
        met = sum(len(s.words) for s, its in zip(self.all, self.fates, strict=True) if its == fate)
        return met / total if total else 0.0


def read_answer(question: Question, answer: str, *, shown: Sequence[str] = ()) -> Reading:
    """Cut an answer into sentences and decide which of them count.

    `shown` are example answers this person has already been shown: their sentences are no answer of one's own.
    """
    found = sentences(answer)
    language = spoken_language([word for sentence in found for word in sentence.words])
    if language == "unknown":
        return Reading(tuple(found), ("said",) * len(found), language)
    prose = set(part_prose(found).said)
    echoes = [_pairs(fold_words(question.text.in_(code))) for code in LANGUAGES]
    points = [set(fold_words(point.text.in_(code))) for point in question.key_points for code in LANGUAGES]
    points += [set(sentence.words) for example in shown for sentence in sentences(example)]
    cues = [phrase(cue) for point in question.key_points for cue in point.cues]
    if found and _mean_cue_share(found, cues) >= STUFFED_WHOLE:
        return Reading(tuple(found), ("list",) * len(found), language)
    fates: list[Fate] = []
    before: list[Sentence] = []
    for sentence in found:
        fates.append(_fate(sentence, sentence in prose, before, echoes, points, cues))
        before.append(sentence)
    return Reading(tuple(found), tuple(fates), language)


def _fate(
    sentence: Sentence,
    is_prose: bool,
    before: list[Sentence],
    echoes: list[set[tuple[str, str]]],
    points: list[set[str]],
    cues: list[Phrase],
) -> Fate:
    words = set(sentence.words)
    if _ORDER.search(sentence.folded) or is_command(sentence.text):
        return "order"
    if len(set(sentence.words)) * 3 <= len(sentence.words) or any(_alike(sentence, other) for other in before):
        return "repeated"
    if any(_held(_pairs(sentence.words), echo) >= ECHO for echo in echoes):
        return "echo"
    if len(words) >= 3 and any(len(words & point) / len(words | point) >= COPY for point in points):
        return "copied"
    if not is_prose or (len(sentence.words) >= LEAST_TO_STUFF and cue_share(sentence, cues) >= STUFFED):
        return "list"
    return "said"


def _pairs(words: Iterable[str]) -> set[tuple[str, str]]:
    row = list(words)
    return set(pairwise(row)) or {(word, "") for word in row}


def _held(pairs: set[tuple[str, str]], inside: set[tuple[str, str]]) -> float:
    return len(pairs & inside) / len(pairs) if pairs else 0.0


def _alike(sentence: Sentence, other: Sentence) -> bool:
    if len(sentence.words) < 3:
        return sentence.folded == other.folded
    mine, theirs = set(sentence.words), set(other.words)
    return len(mine & theirs) / len(mine | theirs) >= ALIKE


def _mean_cue_share(found: list[Sentence], cues: list[Phrase]) -> float:
    words = sum(len(sentence.words) for sentence in found)
    return sum(cue_share(sentence, cues) * len(sentence.words) for sentence in found) / words


def cue_share(sentence: Sentence, cues: Iterable[Phrase]) -> float:
    """Share of the words of a sentence that belong to cues, 0-1."""
    covered: set[int] = set()
    for needle in (needle for cue in cues for needle in cue.needles):
        at = sentence.folded.find(needle)
        while at >= 0:
            first = sentence.folded.count(" ", 0, at)
            covered.update(range(first, first + len(needle.split())))
            at = sentence.folded.find(needle, at + 1)
    return len(covered) / max(1, len(sentence.words))
