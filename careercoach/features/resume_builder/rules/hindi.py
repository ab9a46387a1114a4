"""Rewriting in Hindi, where the verb stands last: an active verb at the end instead of "के लिए ज़िम्मेदार"."""

import re
import unicodedata

from careercoach.features.resume_builder.rules.drafts import LONG_WORDS, PART_WORDS, Draft
from careercoach.features.resume_builder.rules.words import hindi as words


def _nfc(pattern: str) -> str:
    return unicodedata.normalize("NFC", pattern)


_STOP = re.compile(r"[।.\s]+$")


def rewrite(draft: Draft) -> None:
    """All steps. The danda at the end is set again afterwards."""
    draft.text = _nfc(draft.text)
    if draft.is_prose:
        _fillers(draft)
        return
    end = _STOP.search(draft.text)
    body = draft.text[: end.start()] if end else draft.text
    whole, draft.text = draft.text, body
    before = list(draft.reasons)
    _first_person(draft)
    if not (_duty(draft) or _shared(draft)):
        _passive(draft)
        _tense(draft)
    _fillers(draft)
    _split(draft)
    if draft.reasons == before:
        draft.text = whole
    if not draft.question and not any(letter.isdecimal() for letter in draft.text):
        draft.question = "what_result"


def _first_person(draft: Draft) -> None:
    bare = re.sub(r"^मैंने\s+", "", draft.text)
    if bare != draft.text and not re.search(r"(?<![^\W_])(?:मैं|मैंने|मेरे|मेरी|मेरा)(?![\u0900-\u097f])", bare):
        draft.change(bare, "first_person")


def _duty(draft: Draft) -> bool:
    noun = _nfc("|".join(sorted(words.NOUNS, key=len, reverse=True)))
    if not re.search(rf"{_nfc(words.DUTY)}$", draft.text):
        return False
    match = re.match(rf"(?P<what>.+?)\s+(?:के|की)\s+(?P<noun>{noun})\s+{_nfc(words.DUTY)}$", draft.text)
    if not match:
        draft.question = "which_verb"
        return True
    case, past, stem = {_nfc(name): forms for name, forms in words.NOUNS.items()}[match["noun"]]
    if draft.tense == "present":
        draft.question = "which_verb"  # करता or करती: only the person knows
        return True
    del stem
    return draft.change(f"{match['what']} {case} {match['noun']} {past}", "strong_verb")


def _shared(draft: Draft) -> bool:
    if not re.search(rf"{_nfc(words.SHARED_WORK)}$", draft.text):
        return False
    draft.question = "which_part"
    return True


def _passive(draft: Draft) -> None:
    if draft.tense != "past" or re.search(_nfc(words.OF_ANOTHER), draft.text):
        return
    for pattern, said in words.PASSIVE:
        active = re.sub(_nfc(pattern.replace(r"\b", r"(?<![^\W_])")), _nfc(said), draft.text)
        if active != draft.text and " और " not in draft.text:
            draft.change(active, "active")
            return


def _tense(draft: Draft) -> None:
    if draft.tense != "past":
        return
    for pattern, said in words.PAST_OF:
        past = re.sub(_nfc(pattern), _nfc(said), draft.text)
        if past != draft.text:
            draft.change(past, "tense")
            return


def _fillers(draft: Draft) -> None:
    text = draft.text
    for pattern, said in words.FILLERS:
        text = re.sub(_nfc(pattern), _nfc(said), text)
    if text != draft.text:
        draft.change(text, "filler")


def _split(draft: Draft) -> None:
    """After a finished verb, "और" or a comma may begin a bullet of its own."""
    if len(draft.text.split()) <= LONG_WORDS:
        return
    best: tuple[int, str, str] | None = None
    for match in re.finditer(
        rf"(?<=\s)(?P<verb>{_nfc(words.ENDS)})(?:\s*[,;।]\s*(?:और\s+)?|\s+(?:और|तथा|एवं)\s+)", draft.text
    ):
        left, right = draft.text[: match.end("verb")], draft.text[match.end() :]
        if min(len(left.split()), len(right.split())) < PART_WORDS:
            continue
        gap = abs(len(left) - len(right))
        if best is None or gap < best[0]:
            best = (gap, left, right)
    if best is not None:
        draft.text = f"{best[1]}\n{best[2]}"
        draft.reasons.append("split")
