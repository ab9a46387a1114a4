"""Nothing false gets in: every new wording is held against the resume, whoever wrote it.

A coach may only use what the passage and its entry already say: their numbers, skills, names and words, words without
content, and verbs about the same kind of doing. What a person writes by hand may use any plain word; numbers they have
to stand by, and skills, names and titles have to be in their record first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from careercoach.content import load
from careercoach.features.resume_builder.rules.facts import Number, fold, is_kin, names, numbers, skills, stem, words
from careercoach.features.resume_builder.rules.words import english, hindi, listed, spanish
from careercoach.features.resume_builder.rules.words.common import NEGATIONS, PRAISE, TITLES

GROWTH = 1.35
"""A rewrite is hardly ever longer than what it replaces."""
_MARKUP = re.compile(r"[<>{}`]|https?:|www\.|\]\(|\$\{|\\")
_WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday mondays fridays")
_LEADING = frozenset({"led", "lead", "co", "dirigí", "dirijo"})


@dataclass(frozen=True)
class Fault:
    """Something a text says that the resume does not: kind and the words."""

    kind: str
    """number, order, skill, name, title, word, not, markup, lost, length."""
    words: str


@dataclass(frozen=True)
class Ground:
    """What a passage may rest on: its own words, those of its entry, and the whole resume."""

    passage: str
    entry: str
    resume: str


def find_faults(text: str, ground: Ground) -> list[Fault]:
    """What a coach's wording says beyond the passage and its entry; empty when it may be shown."""
    if _MARKUP.search(text) and not _MARKUP.search(ground.passage):
        return [Fault("markup", "")]
    if len(text) > GROWTH * len(ground.passage) + 12:
        return [Fault("length", "")]
    said, known = f"{ground.passage}\n{ground.entry}", set(words(f"{ground.passage}\n{ground.entry}"))
    return [
        *_numbers(text, ground.passage),
        *_order(text, ground.passage),
        *_skills(text, ground.passage, ground.entry),
        *_names(text, said),
        *(Fault("title", word) for word in _parts(text) if word in TITLES | PRAISE and word not in _split(known)),
        *_words(text, ground.passage, known),
        *_negations(text, ground.passage),
        *_lost(text, ground.passage),
    ]


def find_own_faults(text: str, ground: Ground, *, numbers_are_true: bool = False) -> list[Fault]:
    """What a person's own words say that their resume does not."""
    known = set(words(ground.resume))
    found = [*_skills(text, ground.passage, ground.resume), *_names(text, ground.resume)]
    found += [Fault("title", word) for word in _parts(text) if word in TITLES and word not in _split(known)]
    if _MARKUP.search(text) and not _MARKUP.search(ground.passage):
        found.append(Fault("markup", ""))
    if not numbers_are_true:
        found += _numbers(text, ground.resume)
    return list(dict.fromkeys(found))


def _numbers(text: str, source: str) -> list[Fault]:
    known = set(numbers(source))
    values = {number.value for number in known}
    faults = [
        Fault("number", f"{number.value:g}{number.unit}")
        for number in numbers(text)
        if number not in known and not (number.unit == "" and number.value in values)
    ]
    return list(dict.fromkeys(faults))


def _order(text: str, source: str) -> list[Fault]:
    """Several figures may not change places: each has to stand in the old order, or beside the same word."""
    new, old = numbers(text), numbers(source)
    if len({number.value for number in old}) < 2 or [one.value for one in new] == [one.value for one in old]:
        return []
    beside = {(number.value, word) for number in old for word in _near(source, number)}
    return [
        Fault("order", f"{number.value:g}")
        for number in new
        if not any((number.value, word) in beside for word in _near(text, number))
    ]


def _near(text: str, number: Number) -> list[str]:
    """The stem of the nearest word with content in front of a figure."""
    before = [word for word in words(text[: number.start]) if word not in function_words() and not word[0].isdigit()]
    return [stem(before[-1])] if before else []


def _skills(text: str, passage: str, source: str) -> list[Fault]:
    # "Led a team" names leadership too; what is soft is told by plain words, and those are checked one by one.
    graph = load.skills()
    new = {slug for slug in skills(text) - skills(passage) if graph[slug].kind != "soft"}
    return [Fault("skill", slug) for slug in sorted(new - skills(source))] if new else []


def _names(text: str, source: str) -> list[Fault]:
    known = _split(words(source)) | set(words(source)) | {fold(token) for token in re.split(r"[\s,;()]+", source)}
    bare = {word.strip(".,;:!?") for word in known}
    # A line of its own begins with a capital like a sentence does.
    found = {name for line in text.split("\n") for name in names(line)}
    return [Fault("name", name) for name in sorted(found) if not _is_known_name(name, bare)]


def _is_known_name(name: str, known: set[str]) -> bool:
    bare = name.removeprefix("co-")
    return (
        bare in _WEEKDAYS
        or name in known
        or bare in known
        or all(part in known for part in re.split(r"[-/&'’]", bare) if part)
    )


def _split(found: Iterable[str]) -> set[str]:
    return {part for word in found for part in (word, *re.split(r"[-/.'’]", word)) if part}


def _parts(text: str) -> list[str]:
    return list(dict.fromkeys(part for word in words(text) for part in (word, *re.split(r"[-/]", word)) if part))


def _words(text: str, passage: str, known: set[str]) -> list[Fault]:
    """Words that neither the passage nor its entry has in any form, and that are more than grammar."""
    parts = _split(known)
    groups = {group for word in _split(words(passage)) for group in groups_of(word)}
    leads = _LEADING if groups_of_duty(passage) else frozenset({"co"})
    faults: list[Fault] = []
    for word in words(text):
        pieces = [word] if word in parts else re.split(r"[-/.'’+]", word)
        for piece in pieces:
            if not piece or piece in parts or piece in function_words() or piece in leads or piece[0].isdigit():
                continue
            # A known verb has to be about the same doing, however alike it begins; other words may change their form.
            own = groups_of(piece)
            if own & groups if own else is_kin(piece, parts):
                continue
            faults.append(Fault("word", piece))
    return list(dict.fromkeys(faults))


def groups_of_duty(passage: str) -> bool:
    """Whoever is responsible for a team leads it."""
    charge = re.search(r"responsib|in charge|accountable|responsable|encargad|cargo", passage, re.I)
    return bool(charge and re.search(r"\bteam\b|\bequipo\b|\d", passage, re.I))


def _negations(text: str, passage: str) -> list[Fault]:
    new, old = (sorted(word for word in words(one) if word in NEGATIONS) for one in (text, passage))
    return [] if new == old else [Fault("not", " ".join(new or old))]


def _lost(text: str, passage: str) -> list[Fault]:
    """Figures and names are the worth of a bullet: a rewrite that drops one is none."""
    kept = {number.value for number in numbers(text)}
    left = set(words(text))
    parts = _split(left)
    gone = [f"{number.value:g}" for number in numbers(passage) if number.value not in kept]
    gone += [name for name in names(passage) if name not in left and not all(part in parts for part in words(name))]
    return [Fault("lost", word) for word in gone]


@cache
def function_words() -> frozenset[str]:
    """Words of grammar in all languages."""
    return english.FUNCTION_WORDS | spanish.FUNCTION_WORDS | {fold(word) for word in hindi.FUNCTION_WORDS}


def groups_of(word: str) -> frozenset[str]:
    """What the verb or the noun of a verb is about; empty for other words."""
    return _groups().get(word, frozenset())


@cache
def _groups() -> dict[str, frozenset[str]]:
    from careercoach.features.resume_builder.rules import english_verbs as en
    from careercoach.features.resume_builder.rules import spanish as es

    found: dict[str, set[str]] = {}
    for table in (*en.verbs().values(), *es.verbs().values()):
        for form, verb in table.items():
            found.setdefault(form, set()).add(verb.group)
    for verb in es.verbs()["base"].values():
        for form in es.third_persons(verb):
            found.setdefault(form, set()).add(verb.group)
    for noun, base in english.NOUNS.items():
        for form in (noun, f"{noun}s"):
            found.setdefault(form, set()).add(en.verbs()["base"][base].group)
    for noun, base in english.RESULTS.items():
        found.setdefault(noun, set()).add(en.verbs()["base"][base].group)
    for noun, base in spanish.NOUNS.items():
        found.setdefault(noun, set()).add(es.verbs()["base"][base].group)
    for group, block in hindi.GROUPS.items():
        for word in block.split():
            found.setdefault(fold(word), set()).add(group)
    return {word: frozenset(group) for word, group in found.items()}
