"""The coach's own way of rewriting: rules for each language, then the same check that every other writer has to pass."""

import re
from collections.abc import Sequence
from typing import Any, TypedDict

from careercoach.features.resume_builder.rules import english, hindi, spanish
from careercoach.features.resume_builder.rules.drafts import Draft, Tense, capital, ended, tidy
from careercoach.features.resume_builder.rules.words import listed
from careercoach.features.resume_builder.schemas import Kind, RewriteAnswer, Rewritten

_WRITERS = {"en": english.rewrite, "es": spanish.rewrite, "hi": hindi.rewrite}
_BRITISH = re.compile(r"\b\w+(?:ised|ising|isation|yse|ysed|our|ours|oured|ogramme)\b")
_SPANISH = listed("de la el los las y en del con para una un por se al que como más años desde")
_ENGLISH = listed("the of and to in for with a on at by from our as an is was that")


class Asked(TypedDict):
    """One passage as a coach is given it."""

    key: str
    kind: Kind
    text: str
    tense: Tense
    language: str


def rewrite_passages(passages: Sequence[Asked], language: str, **_context: Any) -> RewriteAnswer:
    """Each passage in better words; unchanged where nothing better is safe. `language` is that of the reader, who
    gets the reasons as keys: the words stay in the language of the resume."""
    bullets = [passage["text"] for passage in passages if passage["kind"] != "summary"]
    stop = sum(text.rstrip().endswith((".", "।")) for text in bullets) * 2 > len(bullets)
    british = bool(_BRITISH.search(" ".join(passage["text"] for passage in passages)))
    return RewriteAnswer(passages=[_rewritten(passage, stop=stop, british=british) for passage in passages])


def _rewritten(passage: Asked, *, stop: bool, british: bool) -> Rewritten:
    prose = passage["kind"] in ("summary", "about")
    draft = Draft(tidy(passage["text"]), passage["tense"], is_prose=prose, british=british)
    write = _WRITERS.get(passage["language"])
    # Prose about a project may be a bullet or a paragraph: with a stop inside it is a paragraph.
    draft.is_prose = prose or (passage["kind"] == "project" and ". " in draft.text)
    if write is not None and draft.text:
        write(draft)
    mark = "।" if passage["language"] == "hi" and "।" in passage["text"] else "."
    text = (
        ended(draft.text, stop=stop or draft.is_prose, mark=mark) if not draft.is_prose or draft.reasons else draft.text
    )
    text = "\n".join(capital(line) for line in text.split("\n"))
    if text != passage["text"] and not draft.reasons:
        draft.reasons.append("punctuation")
    return Rewritten(key=passage["key"], text=text, reasons=draft.reasons, question=draft.question)


def language_of(text: str) -> str:
    """en, hi or es: the language a resume is written in; English when it is neither of the others."""
    letters = [letter for letter in text if letter.isalpha()]
    if sum("\u0900" <= letter <= "\u097f" for letter in letters) * 4 > len(letters):
        return "hi"
    found = re.findall(r"[a-záéíóúñü]+", text.lower())
    spanish_words, english_words = (sum(word in known for word in found) for known in (_SPANISH, _ENGLISH))
    accents = sum(any(letter in "áéíóúñ" for letter in word) for word in found)
    return "es" if spanish_words + accents > english_words else "en"
