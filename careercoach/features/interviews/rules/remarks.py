"""What to say about an answer: the passages worth marking and what to do better, as keys of the sentence catalogue."""

from collections.abc import Sequence

from careercoach.features.interviews.rules.measures import (
    Part,
    count_fillers,
    count_names,
    count_of,
    has_figure,
    is_own_action,
    is_vague,
)
from careercoach.features.interviews.rules.reading import Fate, Reading
from careercoach.features.interviews.rules.wording import Sentence
from careercoach.features.interviews.schemas import Advice, Flaw, Passage, PointResult

MOST_STRONG, MOST_WEAK, MOST_ADVICE = 3, 3, 5
RUN_ON_WORDS = 42
STRONG_SCORE, FEW_WORDS, MANY_WORDS = 75, 60, 320


def mark_passages(
    reading: Reading, points: Sequence[PointResult], fitting: Sequence[Sentence], overall: int
) -> list[Passage]:
    """The best and the weakest sentences, in the order of the answer, with the reason for each.

    `fitting` are the sentences that have to do with the question: plain as they may be, they are not idle.
    """
    strong = _strong(reading, points)[:MOST_STRONG] if overall > 15 else []
    taken = {passage.start for passage in strong}
    weak = [passage for passage in _weak(reading, fitting, overall) if passage.start not in taken][:MOST_WEAK]
    return sorted([*strong, *weak], key=lambda passage: passage.start)


def _passage(sentence: Sentence, kind: str, why: Advice) -> Passage:
    return Passage.model_validate(
        {"kind": kind, "start": sentence.start, "end": sentence.end, "quote": sentence.text, "why": why}
    )


def _strong(reading: Reading, points: Sequence[PointResult]) -> list[Passage]:
    ranked: list[tuple[float, int, Passage]] = []
    for sentence in reading.said:
        made = [point for point in points if point.quote == sentence.text and point.share >= 1]
        if not made or is_vague(sentence):
            continue
        best = max(made, key=lambda point: point.weight)
        worth = sum(point.weight for point in made) + has_figure(sentence) + 0.5 * is_own_action(sentence)
        key = "interviews.why.point_figure" if has_figure(sentence) else "interviews.why.point"
        passage = _passage(sentence, "strong", Advice(key=key, values={"point": best.text}))
        ranked.append((-worth, sentence.start, passage))
    return [passage for _, _, passage in sorted(ranked, key=lambda entry: entry[:2])]


def _weak(reading: Reading, fitting: Sequence[Sentence], overall: int) -> list[Passage]:
    useful = {sentence.text for sentence in fitting}
    ranked: list[tuple[int, int, Passage]] = []
    for sentence, fate in zip(reading.all, reading.fates, strict=True):
        reason = _weakness(sentence, fate, useful, overall)
        if reason:
            rank, key = reason
            ranked.append((rank, sentence.start, _passage(sentence, "weak", Advice(key=f"interviews.why.{key}"))))
    return [passage for _, _, passage in sorted(ranked, key=lambda entry: entry[:2])]


def _weakness(sentence: Sentence, fate: Fate, useful: set[str], overall: int) -> tuple[int, str] | None:
    """How badly (0 worst) and why a sentence is weak; None when it is not."""
    if fate == "list" and len(sentence.words) < 8:
        return None
    if fate != "said":
        return 0, fate
    if is_vague(sentence):
        return 1, "vague"
    if len(sentence.words) > RUN_ON_WORDS:
        return 2, "run_on"
    if count_of("filler", sentence) > 1:
        return 3, "fillers"
    bare = not has_figure(sentence) and not count_names([sentence]) and sentence.text not in useful
    if bare and overall < STRONG_SCORE and len(sentence.words) > 4:
        return 4, "bare"
    return None


def advise(
    reading: Reading, points: Sequence[PointResult], missing: Sequence[Part], flaw: Flaw, overall: int
) -> list[Advice]:
    """What to do better, the most useful first; one encouraging sentence for a strong answer."""
    found: list[Advice] = [Advice(key=f"interviews.flaw.{flaw}")] if flaw else []
    if flaw in ("empty", "language"):
        return found
    left = sorted((point for point in points if point.share < 1), key=lambda point: (point.share, -point.weight))
    found += [
        Advice(key="interviews.do.say_point" if point.share == 0 else "interviews.do.deepen_point",
               values={"point": point.text})
        for point in left[: 2 if overall >= 40 else 3]
    ]  # fmt: skip
    found += [Advice(key=f"interviews.do.{part}") for part in missing]
    found += _about_style(reading)
    if overall >= STRONG_SCORE:
        found.insert(0, Advice(key="interviews.do.keep" if found else "interviews.do.keep_all"))
    return found[:MOST_ADVICE]


def _about_style(reading: Reading) -> list[Advice]:
    said = reading.said
    found: list[Advice] = []
    vague = next((sentence for sentence in said if is_vague(sentence)), None)
    if vague is not None:
        found.append(Advice(key="interviews.do.vague", values={"quote": _short(vague.text)}))
    if said and not any(has_figure(sentence) for sentence in said):
        found.append(Advice(key="interviews.do.figure"))
    if 0 < reading.words < FEW_WORDS:
        found.append(Advice(key="interviews.do.longer", values={"words": reading.words}))
    if reading.words > MANY_WORDS:
        found.append(Advice(key="interviews.do.shorter", values={"words": reading.words}))
    if any(len(sentence.words) > RUN_ON_WORDS for sentence in said):
        found.append(Advice(key="interviews.do.run_on"))
    if (fillers := count_fillers(said)) >= 3:
        found.append(Advice(key="interviews.do.fillers", values={"n": fillers}))
    return found


def _short(quote: str) -> str:
    words = quote.split()
    return quote if len(words) <= 12 else f"{' '.join(words[:12])} …"
