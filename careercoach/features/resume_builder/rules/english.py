"""Rewriting in English. Every step either knows what it does or leaves the passage alone."""

import re

from careercoach.features.resume_builder.rules.drafts import Draft, capital, small
from careercoach.features.resume_builder.rules.english_results import ask_for_more, result_first, split_overlong
from careercoach.features.resume_builder.rules.english_verbs import (
    Verb,
    bare_word,
    chain_of,
    converted,
    in_tense,
    later_verbs,
    opens_object,
    verbs,
)
from careercoach.features.resume_builder.rules.words import english as words


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
    result_first(draft)
    split_overlong(draft)
    ask_for_more(draft)


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
    return f"{in_tense(lead, draft)} {article}{bare}"


def _gerunds(rest: str, draft: Draft, lead: str = "") -> str:
    """ "managing X and training new Y" with its verbs in the tense of the post; "" when a word could be a noun."""
    tokens = rest.split()
    chain = chain_of(tokens, verbs()["gerund"])
    if not chain or len(tokens) <= chain[-1] + 1:
        return ""
    after = bare_word(tokens[chain[-1] + 1]).lower()
    if after == "of":
        del tokens[chain[-1] + 1]
        after = bare_word(tokens[chain[-1] + 1]).lower() if len(tokens) > chain[-1] + 1 else ""
    elif bare_word(tokens[chain[-1]]).lower() in words.NOT_ALONE and not opens_object(after):
        return ""
    if after in words.FUNCTION_WORDS - words.DETERMINERS or not after or tokens[chain[-1]].endswith((".", ";")):
        return ""
    return converted(tokens, chain, verbs()["gerund"], draft)


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
        rf"\b(?:{noun})\b", lambda found: in_tense(_hidden_in(found.group().lower(), draft), draft), match["nouns"]
    )
    said = re.sub(
        rf"\b(?:{noun})\b", lambda found: in_tense(_hidden_in(found.group().lower(), draft), draft), said, flags=re.I
    )
    tokens = ["", *match["rest"].split()]
    later = later_verbs(tokens, -1, verbs()["gerund"])
    if later is None:
        return ""
    for at in later:
        bare = bare_word(tokens[at])
        tokens[at] = tokens[at].replace(bare, in_tense(verbs()["gerund"][bare.lower()], draft), 1)
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
    after = bare_word(tokens[1]).lower() if len(tokens) > 1 else ""
    said = ""
    if (
        verb
        and verb.base in words.SHARED
        and after
        and after not in ("and", "or", "of")
        and not tokens[0].endswith(",")
    ):
        clear = first not in words.NOT_ALONE or opens_object(after)
        if clear and later_verbs(tokens, 0, verbs()["gerund"] if first == verb.gerund else verbs()["base"]) == []:
            said = f"Co-{in_tense(verb, draft)} {' '.join(tokens[1:])}"
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
    chain = chain_of(tokens, verbs()["base"])
    said = converted(tokens, chain[:1], verbs()["base"], draft) if len(chain) == 1 and len(tokens) > 1 else ""
    return draft.change(capital(said), "strong_verb") if said else False


def _hidden(draft: Draft) -> bool:
    """ "Made improvements to" is "Improved"."""
    for pattern, base in words.HIDDEN:
        match = re.match(pattern, draft.text, re.I)
        if match and len(draft.text) > match.end():
            verb = verbs()["base"][words.BRITISH.get(base, base) if draft.british else base]
            return draft.change(capital(f"{in_tense(verb, draft)} {draft.text[match.end() :]}"), "strong_verb")
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
        bare_word(word) in verbs()["participle"]
        for word in re.findall(r"\b(?:and|then|or)\s+(?:\w+ly\s+)?([\w-]+)", rest)
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
    return draft.change(capital(f"{in_tense(participles[match['done']], draft)} {thing}{rest}"), "active")


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
        chain = chain_of([tokens[0].lower(), *tokens[1:]] if tokens else [], table)
        if not chain or len(tokens) <= chain[-1] + 1:
            continue
        first, after = bare_word(tokens[0]).lower(), bare_word(tokens[chain[-1] + 1]).lower()
        unsure = table[first].base in words.NOT_FIRST if form != "gerund" else first in words.NOT_ALONE
        if (unsure and len(chain) == 1 and not opens_object(after)) or first in verbs()["past"]:
            return
        if after in ("is", "was", "are", "were", "has", "have", "of", "who") or _has_finite(
            tokens[chain[-1] + 1 :], form
        ):
            return
        said = converted([tokens[0].lower(), *tokens[1:]], chain, table, draft)
        if said:
            draft.change(capital(said), "tense")
        return


def _has_finite(tokens: list[str], form: str) -> bool:
    """ "Training new staff increased output" has its verb further on."""
    past = verbs()["past"]
    for before, token in zip(["", *tokens], tokens, strict=False):
        joined = before.lower() in ("and", "or", "that", "which", "who", "the", "a") or before.endswith(",")
        if form == "gerund" and bare_word(token) in past and not joined:
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
