"""Rewriting in English. Every step either knows what it does or leaves the passage alone."""

import re
from functools import cache
from typing import NamedTuple

from careercoach.features.resume_builder.rules.drafts import LONG_WORDS, PART_WORDS, Draft, capital, small
from careercoach.features.resume_builder.rules.words import english as words
from careercoach.features.resume_builder.schemas import Question


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


def rewrite(draft: Draft) -> None:
    """All steps, in the order in which they build on each other."""
    _first_person(draft)
    if not draft.is_prose:
        opened = _duty(draft) or _shared(draft) or _able(draft) or _hidden(draft) or _passive(draft)
        if not opened:
            _tense(draft)
    _fillers(draft)
    if draft.is_prose:
        return
    _result_first(draft)
    _split(draft)
    _ask(draft)


def _in_tense(verb: Verb, draft: Draft) -> str:
    return verb.base if draft.tense == "present" else verb.past


def _first_person(draft: Draft) -> None:
    text = draft.text
    if draft.is_prose:
        _plain_summary(draft)
        return
    bare = re.sub(r"^(?:I(?:'ve| have)?|I was|I am|I'm)\s+(?:also\s+)?(?=[a-z]+)", "", text)
    if bare == text or re.match(r"(?:been|not|never|a|an|the|in|at|on|able)\b", bare):
        return
    first = bare.split(" ", 1)[0]
    if not (first in verbs()["past"] or first in verbs()["base"] or re.match(rf"(?:{words.DUTY})", bare)):
        return
    bare = re.sub(r"\b(and|then|,)\s+I\s+(?=[a-z]+ed\b)", r"\1 ", bare)
    if not re.search(r"\bI\b", bare):
        draft.change(capital(bare), "first_person")


def _plain_summary(draft: Draft) -> None:
    text = draft.text
    bare = re.sub(r"^(?:I am|I'm)\s+(?:an?|the)\s+", "", text)
    if bare != text and not re.search(r"\b(?:I|my|me|am)\b", bare):
        draft.change(capital(bare), "first_person")
    bare = re.sub(
        rf"^(?:an?\s+)?{words.CLICHES}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+){words.CLICHES})*\s+(?=[A-Za-z])",
        "",
        draft.text,
        flags=re.I,
    )
    if bare != draft.text and not re.match(r"(?:by|to|about|for|in|and|or|with|at)\b", bare) and len(bare.split()) > 2:
        draft.change(capital(bare), "cliche")


# Openings


def _duty(draft: Draft) -> bool:
    """ "Responsible for managing" is "Managed"; what hides no verb is asked for."""
    for pattern in (words.DUTY, words.WORKED):
        match = re.match(rf"(?:{pattern})", draft.text, re.I)
        if not match:
            continue
        rest = re.sub(r"\band for (?:the )?(?=\w+ing\b)", "and ", draft.text[match.end() :].strip())
        said = _gerunds(rest, draft) or _nouns(rest, draft) or _team(rest, draft)
        if said:
            said = _past_clause(said) if draft.tense != "present" else said
            return draft.change(capital(said), "strong_verb")
        draft.question = "which_verb"
        return True
    return False


def _past_clause(text: str) -> str:
    """ "Ensured that invoices are paid": the clause goes back in time with its verb."""
    return re.sub(
        r"^(\w+ that .*?)\b(are|is)\b", lambda found: f"{found[1]}{'were' if found[2] == 'are' else 'was'}", text
    )


def _team(rest: str, draft: Draft) -> str:
    match = re.match(
        r"(?:an?\s+)?(?=(?:[\w-]+\s+){0,2}team\s+of\b)|(?=\d+\s+(?:people|employees|staff|nurses|agents|engineers)\b)",
        rest,
        re.I,
    )
    if not match:
        return ""
    lead = verbs()["base"]["lead"]
    bare = rest[match.end() :]
    article = "" if bare[:1].isdigit() else "an " if bare[:1].lower() in "aeiou" else "a "
    return f"{_in_tense(lead, draft)} {article}{bare}"


def _gerunds(rest: str, draft: Draft, lead: str = "") -> str:
    """ "managing X and training new Y" with its verbs in the tense of the post; "" when a word could be a noun."""
    tokens = rest.split()
    chain = _chain(tokens, verbs()["gerund"])
    if not chain or len(tokens) <= chain[-1] + 1:
        return ""
    after = _bare(tokens[chain[-1] + 1]).lower()
    if after == "of":
        del tokens[chain[-1] + 1]
        after = _bare(tokens[chain[-1] + 1]).lower() if len(tokens) > chain[-1] + 1 else ""
    elif _bare(tokens[chain[-1]]).lower() in words.NOT_ALONE and not _opens_object(after):
        return ""
    if after in words.FUNCTION_WORDS - words.DETERMINERS or not after or tokens[chain[-1]].endswith((".", ";")):
        return ""
    return _converted(tokens, chain, verbs()["gerund"], draft)


def _chain(tokens: list[str], forms: Forms) -> list[int]:
    """Places of the verbs a text begins with: "planning, building and testing"."""
    places: list[int] = []
    at = 0
    while at < len(tokens):
        if _bare(tokens[at]).lower() not in forms:
            break
        places.append(at)
        if tokens[at].endswith(",") and at + 1 < len(tokens):
            at += 2 if tokens[at + 1].lower() in ("and", "or") else 1
        elif at + 2 < len(tokens) and tokens[at + 1].lower() in ("and", "&") and _bare(tokens[at + 2]).lower() in forms:
            at += 2
        else:
            break
    # A comma after the last one that no verb follows belongs to something else.
    return [] if places and tokens[places[-1]].endswith((",", ":")) else places


def _converted(tokens: list[str], chain: list[int], forms: Forms, draft: Draft) -> str:
    """The words with the verbs of the chain and those that go on from it in the tense of the post; "" when unsure."""
    tokens = list(tokens)
    later = _later(tokens, chain[-1], forms)
    if later is None:
        return ""
    for at in [*chain, *later]:
        bare = _bare(tokens[at])
        tokens[at] = tokens[at].replace(bare, _in_tense(forms[bare.lower()], draft), 1)
    return " ".join(tokens)


def _later(tokens: list[str], start: int, forms: Forms) -> list[int] | None:
    """Verbs of the same form further on, after "and" or a comma before "and"; None when one could be a noun."""
    found: list[int] = []
    row = forms is verbs()["gerund"] and sum(token.endswith(",") for token in tokens[start:]) and len(
        [at for at in range(start + 2, len(tokens)) if _bare(tokens[at]).lower() in forms]) > 1  # fmt: skip
    for at in range(start + 2, len(tokens)):
        bare = _bare(tokens[at]).lower()
        before = tokens[at - 1].lower()
        if not (before in ("and", "or", "then") or before.endswith((",", ";"))):
            continue
        after = _bare(tokens[at + 1]).lower() if at + 1 < len(tokens) else ""
        if bare not in forms:
            if _is_unknown_verb(bare, after, forms):
                return None
            continue
        alone = tokens[at][-1] in ".,;:" or after in words.FUNCTION_WORDS - words.DETERMINERS or not after
        if alone:
            return None
        if (
            not row
            and not _opens_object(after)
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


def _opens_object(word: str) -> bool:
    return word in words.DETERMINERS or word[:1].isdigit() or (word[:1] in "$€£₹" and len(word) > 1)


def _bare(token: str) -> str:
    return token.strip(".,;:()'\"")


def _nouns(rest: str, draft: Draft) -> str:
    """ "the development and testing of X" is "developed and tested X"."""
    noun = "|".join(sorted(words.NOUNS, key=len, reverse=True))
    match = re.match(
        rf"(?:the\s+)?(?:(?:overall|daily|day-to-day|full|smooth)\s+)?(?P<nouns>(?:{noun})(?:(?:,\s+|,?\s+and\s+)(?:{noun}))*)\s+of\s+(?P<rest>\S.*)$",
        rest,
        re.I,
    )
    if not match:
        return ""
    said = re.sub(
        rf"\b(?:{noun})\b", lambda found: _in_tense(_hidden_in(found.group().lower(), draft), draft), match["nouns"]
    )
    said = re.sub(
        rf"\b(?:{noun})\b", lambda found: _in_tense(_hidden_in(found.group().lower(), draft), draft), said, flags=re.I
    )
    tokens = ["", *match["rest"].split()]
    later = _later(tokens, -1, verbs()["gerund"])
    if later is None:
        return ""
    for at in later:
        bare = _bare(tokens[at])
        tokens[at] = tokens[at].replace(bare, _in_tense(verbs()["gerund"][bare.lower()], draft), 1)
    return f"{said} {' '.join(tokens[1:])}"


def _hidden_in(noun: str, draft: Draft) -> Verb:
    base = words.NOUNS[noun]
    return verbs()["base"][words.BRITISH.get(base, base) if draft.british else base]


def _shared(draft: Draft) -> bool:
    """ "Helped build" is "Co-built": no more than was said. Where no such word exists, the person is asked."""
    match = re.match(rf"(?:{words.SHARED_WORK})", draft.text, re.I)
    if not match:
        return False
    rest = draft.text[match.end() :].strip()
    tokens = rest.split()
    first = tokens[0].lower() if tokens else ""
    verb = verbs()["base"].get(first) or verbs()["gerund"].get(first)
    after = _bare(tokens[1]).lower() if len(tokens) > 1 else ""
    said = ""
    if (
        verb
        and verb.base in words.SHARED
        and after
        and after not in ("and", "or", "of")
        and not tokens[0].endswith(",")
    ):
        clear = first not in words.NOT_ALONE or _opens_object(after)
        if clear and _later(tokens, 0, verbs()["gerund"] if first == verb.gerund else verbs()["base"]) == []:
            said = f"Co-{_in_tense(verb, draft)} {' '.join(tokens[1:])}"
    if said:
        return draft.change(said, "strong_verb")
    if verb or _nouns(rest, draft):
        draft.question = "which_part"
    return bool(verb)


def _able(draft: Draft) -> bool:
    match = re.match(rf"(?:{words.ABLE})(?:{words.ADVERBS}\s+)?", draft.text, re.I)
    if not match:
        return False
    tokens = draft.text[match.end() :].split()
    chain = _chain(tokens, verbs()["base"])
    said = _converted(tokens, chain[:1], verbs()["base"], draft) if len(chain) == 1 and len(tokens) > 1 else ""
    return draft.change(capital(said), "strong_verb") if said else False


def _hidden(draft: Draft) -> bool:
    """ "Made improvements to" is "Improved"."""
    for pattern, base in words.HIDDEN:
        match = re.match(pattern, draft.text, re.I)
        if match and len(draft.text) > match.end():
            verb = verbs()["base"][words.BRITISH.get(base, base) if draft.british else base]
            return draft.change(capital(f"{_in_tense(verb, draft)} {draft.text[match.end() :]}"), "strong_verb")
    return False


def _passive(draft: Draft) -> bool:
    """ "The reports were prepared weekly" is "Prepared the reports weekly", unless somebody else is named."""
    participles = {verb.participle: verb for verb in verbs()["participle"].values() if verb.base in words.PASSIVE}
    match = re.match(
        rf"(?P<np>(?:[\w'/&+#.-]+\s+){{1,7}}?)(?P<be>was|were|is|are|has been|have been)\s+(?:{words.ADVERBS}\s+)?"
        rf"(?P<done>{'|'.join(participles)})\b(?P<rest>.*)$",
        draft.text,
    )
    if not match or (match["be"] in ("is", "are")) != (draft.tense == "present"):
        return False
    object_words = match["np"].strip().split()
    said = {word.lower() for word in object_words}
    rest = re.sub(r"\s+by (?:me|myself)(?=$|[.,;])", "", match["rest"])
    agent = re.match(r"\s+by\s+(?![\d$€£]|\w+ing\b)", rest)
    more = any(
        _bare(word) in verbs()["participle"] for word in re.findall(r"\b(?:and|then|or)\s+(?:\w+ly\s+)?([\w-]+)", rest)
    )
    if (
        agent
        or more
        or said & (words.NOT_OBJECTS | {"and", "or", "not"})
        or re.search(r"\b(?:was|were|is|are|had|which|who)\b", rest)
    ):
        return False
    thing = _lowered(match["np"].strip())
    if not thing:
        return False
    return draft.change(capital(f"{_in_tense(participles[match['done']], draft)} {thing}{rest}"), "active")


def _lowered(thing: str) -> str:
    """The first word small where that is surely right: after an article, or a plain plural; "" when it may be a name."""
    first, _, rest = thing.partition(" ")
    if first.lower() in words.DETERMINERS:
        return f"{first.lower()} {rest}" if rest else ""
    if any(letter.isupper() for letter in first[1:]) or any(letter.isdigit() for letter in first):
        return thing
    common = (first.lower().endswith(("s", "ing", "ion", "ment")) and not first.lower().endswith("ss")) or first.lower() in (
        "data", "customer", "code", "stock", "staff", "content", "software", "output", "waste", "downtime")  # fmt: skip
    return small(thing) if common else ""


# Tense, fillers, results, length


def _tense(draft: Draft) -> None:
    """The first verb, and those that go on from it, in the past for a past post and the present for the current one.

    What is told in the past stays so in a current post too: it may well be finished.
    """
    if draft.tense == "none":
        return
    tokens = draft.text.split()
    forms = ("base", "third", "gerund") if draft.tense == "past" else ("third", "gerund")
    for form in forms:
        table = verbs()[form]
        chain = _chain([tokens[0].lower(), *tokens[1:]] if tokens else [], table)
        if not chain or len(tokens) <= chain[-1] + 1:
            continue
        first, after = _bare(tokens[0]).lower(), _bare(tokens[chain[-1] + 1]).lower()
        unsure = table[first].base in words.NOT_FIRST if form != "gerund" else first in words.NOT_ALONE
        if (unsure and len(chain) == 1 and not _opens_object(after)) or first in verbs()["past"]:
            return
        if after in ("is", "was", "are", "were", "has", "have", "of", "who") or _has_finite(
            tokens[chain[-1] + 1 :], form
        ):
            return
        said = _converted([tokens[0].lower(), *tokens[1:]], chain, table, draft)
        if said:
            draft.change(capital(said), "tense")
        return


def _has_finite(tokens: list[str], form: str) -> bool:
    """ "Training new staff increased output" has its verb further on."""
    past = verbs()["past"]
    for before, token in zip(["", *tokens], tokens, strict=False):
        joined = before.lower() in ("and", "or", "that", "which", "who", "the", "a") or before.endswith(",")
        if form == "gerund" and _bare(token) in past and not joined:
            return True
    return False


def _fillers(draft: Draft) -> None:
    text = draft.text
    for pattern, said in words.FILLERS:
        text = re.sub(pattern, said, text, flags=re.I)
    verb = "|".join(sorted({*verbs()["past"], *verbs()["base"]} - {"set up"}, key=len, reverse=True))
    text = re.sub(rf"(^|\b(?:and|,)\s+){words.ADVERBS}\s+(?=(?:{verb})\b)", r"\1", text, flags=re.I)
    text = re.sub(r", ([^,]{2,40}),? etc\.?$", r" and \1", text)
    text = re.sub(r",? etc\.?$", "", text) if not re.search(r"\band \S+(?: \S+)? etc", text) else text
    if text != draft.text:
        draft.change(capital(text), "filler")


_NUMBER = (
    r"(?:by\s+(?:about |over |more than |nearly |almost |up to |around )?(?:[$€£₹]\s?)?\d[\d.,]*\s?(?:%|percent|k\b|hours?|days?|minutes?)?"
    r"|from\s+[\d.,$€£₹]+\s?[%\w]*\s+to\s+[\d.,$€£₹]+\s?%?(?:\s(?:hours?|days?|minutes?|weeks?))?)"
)


def _result_first(draft: Draft) -> None:
    """ "Automated the invoices, reducing errors by 30%" is "Reduced errors by 30% by automating the invoices"."""
    match = re.match(
        rf"(?P<main>[^,;]+?),?\s+(?:thereby\s+|thus\s+)?(?P<res>reducing|increasing|cutting|improving|raising|boosting|lowering|"
        rf"shortening|decreasing)\s+(?P<what>[^,;]{{2,60}}?)\s+(?P<num>{_NUMBER})(?P<tail>\s+(?:in|within|per|a|each|over|every)\s+[^,;.]{{2,25}})?\.?$",
        draft.text,
    )
    if match and "," in draft.text:
        verb = verbs()["gerund"][match["res"]]
        result = f"{_in_tense(verb, draft)} {match['what']} {match['num']}{match['tail'] or ''}"
        _turn(draft, match["main"], result)
        return
    match = re.match(
        rf"(?P<main>[^,;]+?),?\s+(?:which\s+|that\s+)?(?:resulted|resulting|leading|led)\s+(?:in|to)\s+an?\s+(?P<num>\d[\d.,]*\s?%)\s+"
        rf"(?P<dir>{'|'.join(words.RESULTS)})\s+(?:in|of)\s+(?P<what>[^,;.]{{2,60}})\.?$",
        draft.text,
    )
    if match:
        verb = verbs()["base"][words.RESULTS[match["dir"]]]
        _turn(draft, match["main"], f"{_in_tense(verb, draft)} {match['what']} by {match['num']}")


def _turn(draft: Draft, main: str, result: str) -> None:
    tokens = main.split()
    first = _bare(tokens[0]).lower()
    verb = verbs()["past" if draft.tense != "present" or first in verbs()["past"] else "base"].get(first)
    plain = len(tokens) > 2 and not re.search(r"\b(?:by|who|which|that|and)\b", main) and not re.search(r"\d", main)
    if verb is None or not plain or tokens[0].endswith(","):
        return
    if first in verbs()["past"] and first not in verbs()["base"]:
        past = verbs()["base"].get(result.split(" ", 1)[0])
        result = result if past is None else f"{past.past} {result.split(' ', 1)[1]}"
    draft.change(capital(f"{result} by {verb.gerund} {' '.join(tokens[1:])}"), "result_first")


def _split(draft: Draft) -> None:
    """An overlong bullet becomes several where each begins with a verb of its own."""
    if len(draft.text.split()) <= LONG_WORDS:
        return
    first = _bare(draft.text.split()[0]).lower()
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
        word = _bare(right.split(" ", 1)[0]).lower()
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


def _ask(draft: Draft) -> None:
    if draft.question or re.search(
        r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|doubled|halved)\b", draft.text
    ):
        return
    first = _bare(draft.text.split()[0]).lower().removeprefix("co-") if draft.text else ""
    verb = verbs()["past"].get(first) or verbs()["base"].get(first)
    asked: Question = _ASKED.get(verb.group, "what_result") if verb else "what_result"
    people = re.search(
        r"\b(?:team|staff|people|employees|students|volunteers|trainees|juniors|nurses|drivers|agents)\b", draft.text
    )
    draft.question = "how_many" if asked == "how_many_people" and not people else asked
