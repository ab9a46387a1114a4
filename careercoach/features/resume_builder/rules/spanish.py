"""Rewriting in Spanish: the first person of the preterite for past posts, of the present for the current one."""

import re
from functools import cache
from typing import NamedTuple

from careercoach.features.resume_builder.rules.drafts import LONG_WORDS, PART_WORDS, Draft, capital
from careercoach.features.resume_builder.rules.words import listed
from careercoach.features.resume_builder.rules.words import spanish as words
from careercoach.features.resume_builder.schemas import Question


class Verb(NamedTuple):
    """A verb with the forms that bullets use."""

    base: str
    past: str
    present: str
    gerund: str
    group: str


Forms = dict[str, Verb]
_ARTICLES = listed("el la los las un una unos unas a al mi mis cada todo toda todos todas su sus")


@cache
def verbs() -> dict[str, Forms]:
    """The verbs by form: base, past, present, gerund."""
    found: dict[str, Forms] = {name: {} for name in ("base", "past", "present", "gerund")}
    for group, block in words.VERBS.items():
        for entry in block.split():
            verb = _verb(entry, group)
            for form, table in found.items():
                table.setdefault(getattr(verb, form), verb)
    return found


def _verb(entry: str, group: str) -> Verb:
    base, *given = entry.split(":")
    stem, ending = base[:-2], base[-2:]
    past = given[0] if given else _preterite(stem, ending)
    present = given[1] if len(given) > 1 else f"{stem}o"
    if not given and ending == "ir" and stem.endswith("g"):
        present = f"{stem[:-1]}jo"
    gerund = given[2] if len(given) > 2 else f"{stem}{'ando' if ending == 'ar' else 'iendo'}"
    return Verb(base, past, present, gerund, group)


def _preterite(stem: str, ending: str) -> str:
    if ending != "ar":
        return f"{stem}í"
    for last, turned in (("c", "qu"), ("gu", "gü"), ("g", "gu"), ("z", "c")):
        if stem.endswith(last):
            return f"{stem[: -len(last)]}{turned}é"
    return f"{stem}é"


def rewrite(draft: Draft) -> None:
    """All steps, in the order in which they build on each other."""
    if draft.is_prose:
        _plain_summary(draft)
    elif not (_duty(draft) or _shared(draft) or _able(draft) or _passive(draft)):
        _tense(draft)
    _fillers(draft)
    if not draft.is_prose:
        _split(draft)
        _ask(draft)


def _in_tense(verb: Verb, draft: Draft) -> str:
    return verb.present if draft.tense == "present" else verb.past


def _plain_summary(draft: Draft) -> None:
    bare = re.sub(r"^Soy\s+un[ao]?\s+", "", draft.text)
    if bare != draft.text and not re.search(r"\b(?:me|mi|mis|soy|tengo|estoy)\b", bare, re.I):
        draft.change(capital(bare), "first_person")


def _duty(draft: Draft) -> bool:
    """ "Responsable de gestionar" is "Gestioné"; "del desarrollo de" is "Desarrollé"."""
    text = (
        re.sub(r"\bdel\b", "de el", draft.text, count=1) if re.match(r"[^.,]{0,40}\bdel\b", draft.text) else draft.text
    )
    text = re.sub(r"^(Trabaj\w+) en", r"\1 en", text)
    for pattern in (words.DUTY, words.WORKED):
        match = re.match(rf"(?:{pattern})", text, re.I)
        if not match:
            continue
        rest = text[match.end() :].strip()
        said = _infinitives(rest, draft) or _nouns(rest, draft) or _team(rest, draft)
        if said:
            return draft.change(_contracted(capital(said)), "strong_verb")
        draft.question = "which_verb"
        return True
    return False


def _team(rest: str, draft: Draft) -> str:
    match = re.match(r"(?:un\s+)?equipo\s+de\s+(?P<rest>\S.*)$", rest, re.I)
    return f"{_in_tense(verbs()['base']['dirigir'], draft)} un equipo de {match['rest']}" if match else ""


def _contracted(text: str) -> str:
    return re.sub(r"\ba el\b", "al", re.sub(r"\bde el\b", "del", text))


def _infinitives(rest: str, draft: Draft) -> str:
    """ "gestionar el almacén y formar a los nuevos" with its verbs in the tense of the post."""
    tokens = rest.split()
    base = verbs()["base"]
    if not tokens or _bare(tokens[0]) not in base or len(tokens) < 2:
        return ""
    said: list[str] = []
    for at, token in enumerate(tokens):
        bare = _bare(token)
        if at and bare.endswith(("ar", "er", "ir")) and bare not in base and _joins(tokens, at) and len(bare) > 4:
            return ""  # a verb we cannot conjugate would be left behind
        if bare in base and (at == 0 or _joins(tokens, at)):
            if at and any(word.lower() in ("que", "para", "a", "quien") for word in tokens[max(0, at - 3) : at]):
                return ""
            token = token.replace(bare, _in_tense(base[bare], draft), 1)
        said.append(token)
    return " ".join(said)


def _joins(tokens: list[str], at: int) -> bool:
    return tokens[at - 1].lower() in ("y", "e", "o") or tokens[at - 1].endswith((",", ";"))


def _bare(token: str) -> str:
    return token.strip(".,;:()'\"").lower()


def _nouns(rest: str, draft: Draft) -> str:
    noun = "|".join(sorted(words.NOUNS, key=len, reverse=True))
    match = re.match(
        rf"(?:l[ao]s?\s+|el\s+)?(?P<nouns>(?:{noun})(?:(?:,\s+|\s+y\s+)(?:l[ao]s?\s+|el\s+)?(?:{noun}))*)\s+de\s+(?P<rest>\S.*)$",
        rest,
        re.I,
    )
    if not match:
        return ""
    bare = re.sub(r"\b(?:la|el|los|las)\s+", "", match["nouns"], flags=re.I)
    said = re.sub(
        rf"\b(?:{noun})\b",
        lambda found: _in_tense(verbs()["base"][words.NOUNS[found.group().lower()]], draft),
        bare,
        flags=re.I,
    )
    thing = match["rest"]
    near = {_bare(word) for word in thing.split()[:3]}
    first = _bare(thing.split()[0])
    if near & words.PERSONS and first not in ("un", "una") and not re.match(r"\w+\s+(?:de|del)\b", thing):
        thing = f"a {thing}"
    return f"{said} {thing}"


def _shared(draft: Draft) -> bool:
    """What was done with others keeps saying so: the person is asked which part was theirs."""
    if not re.match(rf"(?:{words.SHARED_WORK})", draft.text, re.I):
        return False
    draft.question = "which_part"
    return True


def _able(draft: Draft) -> bool:
    match = re.match(rf"(?:{words.ABLE})(?P<verb>[a-zñáéíóú]+)\s+(?P<rest>\S.*)$", draft.text, re.I)
    verb = verbs()["base"].get(match["verb"].lower()) if match else None
    if match is None or verb is None or re.search(r"\by [a-zñ]+(?:ar|er|ir)\b", match["rest"]):
        return False
    return draft.change(capital(f"{_in_tense(verb, draft)} {match['rest']}"), "strong_verb")


def _passive(draft: Draft) -> bool:
    """ "Se gestionó el almacén" is "Gestioné el almacén"."""
    match = re.match(r"Se\s+(?P<verb>[a-zñáéíóú]+(?:ó|aron|ió|ieron))\s+(?P<rest>\S.*)$", draft.text)
    if not match or draft.tense == "present" or re.search(r"\b(?:se|por (?:el|la|los|las))\b", match["rest"]):
        return False
    for verb in verbs()["base"].values():
        if match["verb"] in third_persons(verb):
            return draft.change(capital(f"{verb.past} {match['rest']}"), "active")
    return False


def third_persons(verb: Verb) -> tuple[str, str]:
    """ "gestionó" and "gestionaron"."""
    stem, ending = verb.base[:-2], verb.base[-2:]
    return (f"{stem}ó", f"{stem}aron") if ending == "ar" else (f"{stem}ió", f"{stem}ieron")


def _tense(draft: Draft) -> None:
    """Infinitives and gerunds at the start become the tense of the post."""
    if draft.tense == "none":
        return
    tokens = draft.text.split()
    first = _bare(tokens[0]) if tokens else ""
    if first in verbs()["base"]:
        said = _infinitives(" ".join([tokens[0].lower(), *tokens[1:]]), draft)
        if said:
            draft.change(capital(said), "tense")
        return
    gerund = verbs()["gerund"].get(first)
    others = [token for at, token in enumerate(tokens[1:], 1) if _joins(tokens, at) and _bare(token).endswith("ndo")]
    if gerund and len(tokens) > 1 and not others:
        draft.change(capital(f"{_in_tense(gerund, draft)} {' '.join(tokens[1:])}"), "tense")
    elif draft.tense == "past" and first in verbs()["present"] and first not in verbs()["past"] and not others:
        if len(tokens) < 2 or not (
            tokens[1].lower() in _ARTICLES or tokens[1][:1].isdigit() or tokens[1].lower().endswith("s")
        ):
            return  # "Desarrollo de aplicaciones" is a noun
        if not any(_bare(token) in verbs()["present"] and _joins(tokens, at) for at, token in enumerate(tokens) if at):
            draft.change(capital(f"{verbs()['present'][first].past} {' '.join(tokens[1:])}"), "tense")


def _fillers(draft: Draft) -> None:
    text = draft.text
    for pattern, said in words.FILLERS:
        text = re.sub(pattern, said, text, flags=re.I)
    for odd, said in words.PERIODS.items():
        text = text.replace(odd, said)
    if text != draft.text and text.strip():
        draft.change(capital(text.strip()), "filler")


def _split(draft: Draft) -> None:
    if len(draft.text.split()) <= LONG_WORDS:
        return
    forms = verbs()["present" if draft.tense == "present" else "past"]
    lines = _cut(draft.text, forms)
    if len(lines) > 1 and _bare(draft.text.split()[0]) in forms:
        draft.text = "\n".join(lines)
        draft.reasons.append("split")


def _cut(text: str, forms: Forms) -> list[str]:
    best: tuple[int, str, str] | None = None
    for match in re.finditer(r"(?:;|\.)\s+(?:y\s+)?|,\s+y\s+|\s+y\s+|,\s+", text):
        left, right = text[: match.start()], text[match.end() :]
        clause = left.split(". ")[-1].split("; ")[-1]
        if _bare(right.split(" ", 1)[0]) not in forms or min(len(left.split()), len(right.split())) < PART_WORDS:
            continue
        if re.search(r"\b(?:que|quien|quienes|donde)\b", clause) and match.group()[0] not in ";.":
            continue
        gap = abs(len(left) - len(right))
        if best is None or gap < best[0]:
            best = (gap, left, right)
    if best is None:
        return [text]
    halves = (best[1].rstrip(" .;,"), capital(best[2]))
    return [line for half in halves for line in (_cut(half, forms) if len(half.split()) > LONG_WORDS else [half])]


_ASKED: dict[str, Question] = {
    "lead": "how_many", "people": "how_many_people", "better": "by_how_much", "less": "by_how_much", "more": "by_how_much",
    "make": "who_used_it", "write": "how_often", "check": "how_many", "serve": "how_many", "sell": "by_how_much",
    "work": "how_many",
}  # fmt: skip


def _ask(draft: Draft) -> None:
    if draft.question or re.search(
        r"\d|\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|mil|mitad|doble)\b", draft.text
    ):
        return
    first = _bare(draft.text.split()[0]) if draft.text else ""
    verb = next((verbs()[form][first] for form in ("past", "present", "base") if first in verbs()[form]), None)
    draft.question = _ASKED.get(verb.group, "what_result") if verb else "what_result"
