"""English bullets: the result first, overlong ones cut, and what is missing asked for."""

import re

from careercoach.features.resume_builder.rules.drafts import LONG_WORDS, PART_WORDS, Draft, capital
from careercoach.features.resume_builder.rules.english_verbs import (
    Forms,
    bare_word,
    in_tense,
    verbs,
)
from careercoach.features.resume_builder.rules.words import english as words
from careercoach.features.resume_builder.schemas import Question

_NUMBER = (
    r"(?:by\s+(?:about |over |more than |nearly |almost |up to |around )?(?:[$€£₹]\s?)?\d[\d.,]*\s?(?:%|percent|k\b|hours?|days?|minutes?)?"
    r"|from\s+[\d.,$€£₹]+\s?[%\w]*\s+to\s+[\d.,$€£₹]+\s?%?(?:\s(?:hours?|days?|minutes?|weeks?))?)"
)


def result_first(draft: Draft) -> None:
    """ "Automated the invoices, reducing errors by 30%" is "Reduced errors by 30% by automating the invoices"."""
    match = re.match(
        rf"(?P<main>[^,;]+?),?\s+(?:thereby\s+|thus\s+)?(?P<res>reducing|increasing|cutting|improving|raising|boosting|lowering|"
        rf"shortening|decreasing)\s+(?P<what>[^,;]{{2,60}}?)\s+(?P<num>{_NUMBER})(?P<tail>\s+(?:in|within|per|a|each|over|every)\s+[^,;.]{{2,25}})?\.?$",
        draft.text,
    )
    if match and "," in draft.text:
        verb = verbs()["gerund"][match["res"]]
        result = f"{in_tense(verb, draft)} {match['what']} {match['num']}{match['tail'] or ''}"
        _turn(draft, match["main"], result)
        return
    match = re.match(
        rf"(?P<main>[^,;]+?),?\s+(?:which\s+|that\s+)?(?:resulted|resulting|leading|led)\s+(?:in|to)\s+an?\s+(?P<num>\d[\d.,]*\s?%)\s+"
        rf"(?P<dir>{'|'.join(words.RESULTS)})\s+(?:in|of)\s+(?P<what>[^,;.]{{2,60}})\.?$",
        draft.text,
    )
    if match:
        verb = verbs()["base"][words.RESULTS[match["dir"]]]
        _turn(draft, match["main"], f"{in_tense(verb, draft)} {match['what']} by {match['num']}")


def _turn(draft: Draft, main: str, result: str) -> None:
    tokens = main.split()
    first = bare_word(tokens[0]).lower()
    verb = verbs()["past" if draft.tense != "present" or first in verbs()["past"] else "base"].get(first)
    plain = len(tokens) > 2 and not re.search(r"\b(?:by|who|which|that|and)\b", main) and not re.search(r"\d", main)
    if verb is None or not plain or tokens[0].endswith(","):
        return
    if first in verbs()["past"] and first not in verbs()["base"]:
        past = verbs()["base"].get(result.split(" ", 1)[0])
        result = result if past is None else f"{past.past} {result.split(' ', 1)[1]}"
    draft.change(capital(f"{result} by {verb.gerund} {' '.join(tokens[1:])}"), "result_first")


def split_overlong(draft: Draft) -> None:
    """An overlong bullet becomes several where each begins with a verb of its own."""
    if len(draft.text.split()) <= LONG_WORDS:
        return
    first = bare_word(draft.text.split()[0]).lower()
    form = next((name for name in ("past", "base") if first in verbs()[name]), "")
    if not form:
        return
    lines = _cut(draft.text, verbs()[form])
    if len(lines) > 1:
        draft.text = "\n".join(lines)
        draft.reasons.append("split")


def _cut(text: str, forms: Forms) -> list[str]:
    """At every comma of a row of doings, else at the one place that parts it most evenly."""
    places = _places(text, forms)
    if any(text[start:end].strip() == "," for start, end in places):
        starts, ends = [0, *(end for _, end in places)], [*(start for start, _ in places), len(text)]
        return [capital(text[start:end].strip(" .;,")) for start, end in zip(starts, ends, strict=True)]
    if not places:
        return [text]
    start, end = min(places, key=lambda place: abs(place[0] - (len(text) - place[1])))
    halves = (text[:start].rstrip(" .;,"), capital(text[end:]))
    return [line for half in halves for line in (_cut(half, forms) if len(half.split()) > LONG_WORDS else [half])]


def _places(text: str, forms: Forms) -> list[tuple[int, int]]:
    """Where a new doing begins: start and end of what stands between."""
    places: list[tuple[int, int]] = []
    last = 0
    for match in re.finditer(r"(?:;|\.)\s+(?:and\s+|then\s+)?|,\s+(?:and|then)\s+|,\s+|\s+and\s+(?:then\s+)?", text):
        left, right = text[last : match.start()], text[match.end() :]
        word = bare_word(right.split(" ", 1)[0]).lower()
        if word not in forms or min(len(left.split()), len(right.split())) < PART_WORDS:
            continue
        verb = forms[word]
        if verb.base in words.NOT_FIRST and word == verb.base:
            continue
        if re.search(r"\b(?:who|which|that|where|to)\b", left) and match.group().strip()[:1] not in (";", ".", ","):
            continue
        places.append((match.start(), match.end()))
        last = match.end()
    return places


_ASKED: dict[str, Question] = {"lead": "how_many_people", "people": "how_many_people", "better": "by_how_much", "less": "by_how_much",
          "more": "by_how_much", "make": "who_used_it", "write": "how_often", "check": "how_many", "serve": "how_many",
          "sell": "by_how_much", "work": "how_many"}  # fmt: skip


def ask_for_more(draft: Draft) -> None:
    if draft.question or re.search(
        r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|doubled|halved)\b", draft.text
    ):
        return
    first = bare_word(draft.text.split()[0]).lower().removeprefix("co-") if draft.text else ""
    verb = verbs()["past"].get(first) or verbs()["base"].get(first)
    asked: Question = _ASKED.get(verb.group, "what_result") if verb else "what_result"
    people = re.search(
        r"\b(?:team|staff|people|employees|students|volunteers|trainees|juniors|nurses|drivers|agents)\b", draft.text
    )
    draft.question = "how_many" if asked == "how_many_people" and not people else asked
