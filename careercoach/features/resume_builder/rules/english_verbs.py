"""English verbs in all their forms, and where in a sentence they stand as verbs."""

from functools import cache
from typing import NamedTuple

from careercoach.features.resume_builder.rules.drafts import Draft
from careercoach.features.resume_builder.rules.words import english as words


class Verb(NamedTuple):
    """A verb with the forms that bullets use; `group` is what it is about."""

    base: str
    past: str
    gerund: str
    participle: str
    third: str
    group: str


Forms = dict[str, Verb]


@cache
def verbs() -> dict[str, Forms]:
    """The verbs by form: base, past, gerund, participle, third."""
    found: dict[str, Forms] = {name: {} for name in ("base", "past", "gerund", "participle", "third")}
    for group, block in words.VERBS.items():
        for entry in block.split():
            verb = _verb(entry, group)
            for form, table in found.items():
                table.setdefault(getattr(verb, form), verb)
    return found


def _verb(entry: str, group: str) -> Verb:
    base, *given = entry.split(":")
    stem = base.removesuffix("e")
    soft = base.endswith("y") and base[-2] not in "aeiou"
    past = given[0] if given else f"{base[:-1]}ied" if soft else f"{stem}ed"
    gerund = given[1] if len(given) > 1 else f"{base}ing" if base.endswith("ee") else f"{stem}ing"
    participle = given[2] if len(given) > 2 else past
    third = (
        f"{base[:-1]}ies" if soft else f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"
    )
    return Verb(base, past, gerund, participle, third, group)


def in_tense(verb: Verb, draft: Draft) -> str:
    return verb.base if draft.tense == "present" else verb.past


def chain_of(tokens: list[str], forms: Forms) -> list[int]:
    """Places of the verbs a text begins with: "planning, building and testing"."""
    places: list[int] = []
    at = 0
    while at < len(tokens):
        if bare_word(tokens[at]).lower() not in forms:
            break
        places.append(at)
        if tokens[at].endswith(",") and at + 1 < len(tokens):
            at += 2 if tokens[at + 1].lower() in ("and", "or") else 1
        elif (
            at + 2 < len(tokens)
            and tokens[at + 1].lower() in ("and", "&")
            and bare_word(tokens[at + 2]).lower() in forms
        ):
            at += 2
        else:
            break
    # A comma after the last one that no verb follows belongs to something else.
    return [] if places and tokens[places[-1]].endswith((",", ":")) else places


def converted(tokens: list[str], chain: list[int], forms: Forms, draft: Draft) -> str:
    """The words with the verbs of the chain and those that go on from it in the tense of the post; "" when unsure."""
    tokens = list(tokens)
    later = later_verbs(tokens, chain[-1], forms)
    if later is None:
        return ""
    for at in [*chain, *later]:
        bare = bare_word(tokens[at])
        tokens[at] = tokens[at].replace(bare, in_tense(forms[bare.lower()], draft), 1)
    return " ".join(tokens)


def later_verbs(tokens: list[str], start: int, forms: Forms) -> list[int] | None:
    """Verbs of the same form further on, after "and" or a comma before "and"; None when one could be a noun."""
    found: list[int] = []
    row = forms is verbs()["gerund"] and sum(token.endswith(",") for token in tokens[start:]) and len(
        [at for at in range(start + 2, len(tokens)) if bare_word(tokens[at]).lower() in forms]) > 1  # fmt: skip
    for at in range(start + 2, len(tokens)):
        bare = bare_word(tokens[at]).lower()
        before = tokens[at - 1].lower()
        if not (before in ("and", "or", "then") or before.endswith((",", ";"))):
            continue
        after = bare_word(tokens[at + 1]).lower() if at + 1 < len(tokens) else ""
        if bare not in forms:
            if _is_unknown_verb(bare, after, forms):
                return None
            continue
        alone = tokens[at][-1] in ".,;:" or after in words.FUNCTION_WORDS - words.DETERMINERS or not after
        if alone:
            return None
        if (
            not row
            and not opens_object(after)
            and (bare in words.NOT_ALONE or bare in words.NOT_FIRST or forms[bare].base in words.NOT_FIRST)
        ):
            return None
        if any(word in ("who", "which", "that", "to", "by", "for") for word in map(str.lower, tokens[start:at])):
            return None  # it may go on from there, not from the first verb
        found.append(at)
    return found


def _is_unknown_verb(word: str, after: str, forms: Forms) -> bool:
    """A verb that is not on our list would be left behind in its old form."""
    if word in words.FUNCTION_WORDS or word in words.DETERMINERS:
        return False
    if forms is verbs()["gerund"]:
        return word.endswith("ing") and len(word) > 5
    return after in ("the", "a", "an", "our", "their", "its", "all")


def opens_object(word: str) -> bool:
    return word in words.DETERMINERS or word[:1].isdigit() or (word[:1] in "$€£₹" and len(word) > 1)


def bare_word(token: str) -> str:
    return token.strip(".,;:()'\"")
