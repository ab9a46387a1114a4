"""Turns names into a word trie that a text can be walked through, and text into the words it is made of.

A term is a row of words with the sign between them: "Node.js" is `node`, `.js`; "CI/CD" is `ci`, `/cd`; "machine
learning", "machine-learning" and a line break between the two are the same. The trie is plain JSON (`compiled.py`):
a word leads to the next node, the key "" to the terms that end there: a slug, or `[slug, needs_context, exact
spelling]` for one with conditions.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

Node = dict[str, Any]

_ASCII = re.compile(r"([0-9a-z]+[+#]*)")
_ANY = re.compile(
    "([0-9a-z\u00df-\u024f\u0300-\u052f\u0600-\u06ff\u0900-\u0963\u0966-\u097f\u200d]+[+#]*|[\u4e00-\u9fff])"
)
"""Chinese has no spaces: each of its signs is a word of its own."""
_ACCENTED = re.compile("[\u00c0-\u024f\u2018\u2019]")
_ACCENTS = {
    code: plain
    for code in range(0xC0, 0x250)
    if len(plain := unicodedata.normalize("NFD", chr(code))[0].lower()) == 1 and plain.isascii()
} | {0x2018: "'", 0x2019: "'", 0x0131: "i"}
NUKTA = "\u093c"
QUOTE = "`"
"""Stands for the quotation mark inside a packed branch, where it would need escaping; no word has it."""
_JOINS = frozenset("./&'+@:")
"""Signs that are part of a name between two words."""
_SHORT_FORM = re.compile(r"(.+?) \(([A-Z][A-Za-z&]*[A-Z]s?)\)")
_SPELLINGS = (
    ("ization", "isation"),
    ("izing", "ising"),
    ("yzing", "ysing"),
    ("color", "colour"),
    ("labor", "labour"),
    ("behavior", "behaviour"),
    ("modeling", "modelling"),
    ("counseling", "counselling"),
    ("catalog", "catalogue"),
    ("center", "centre"),
    ("fulfillment", "fulfilment"),
    ("anesthesia", "anaesthesia"),
    ("pediatric", "paediatric"),
)


class Term(NamedTuple):
    """One spelling of one thing."""

    spelling: str
    slug: str
    needs_context: bool = False
    is_exact: bool = False


def fold(text: str) -> str:
    """Lower case without accents, of the same length, so that places stay the same."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
    if not low.isascii() and _ACCENTED.search(low):
        low = low.translate(_ACCENTS)
    return low


def split(folded: str) -> list[str]:
    """Words at the odd places, whatever stands between them at the even ones; joined they are the text again."""
    return (_ASCII if folded.isascii() else _ANY).split(folded)


@lru_cache(maxsize=4096)
def joint(between: str) -> str | None:
    """The sign that joins two words of one name ("" for a space or hyphen); None when a name cannot go on here."""
    bare = between.strip()
    if not bare:
        return "" if between.count("\n") < 2 and len(between) < 6 else None
    if bare in "-\u2010\u2011" and len(between) < 3:
        return ""
    return bare if bare in _JOINS and len(between) < 4 else None


def keys(spelling: str) -> list[str]:
    """The path of a spelling through the trie, a short form in brackets left out; empty when it can never be met."""
    spelling = _SHORT_FORM.sub(r"\1", spelling.strip())
    parts = split(fold(unicodedata.normalize("NFC", spelling)))
    path: list[str] = []
    for place in range(1, len(parts), 2):
        before = parts[place - 1]
        if place == 1:
            path.append(("." if before.endswith(".") else "") + parts[place])
            continue
        sign = joint(before)
        if sign is None:
            return []
        path.append(sign + parts[place])
    return path


def variants(spelling: str) -> set[str]:
    """Other ways the same name is usually written: plural, joined or parted, "and" for "&", British for American,
    a Hindi word without the dot below its letters."""
    short = _SHORT_FORM.fullmatch(spelling)
    found: set[str] = set()
    low = (short[1] if short else spelling).lower()
    if NUKTA in low:
        found.add(low.replace(NUKTA, ""))
    if "-" in low:
        found.add(low.replace("-", ""))
    if "." in low.strip("."):
        joined = low.replace(".", "")
        # "B.Ed" is not the bed of a hospital, "I.T." is not "it".
        found |= {low.replace(".", " ")} | ({joined} if len(joined) > 3 else set())
    if "/" in low:
        found.add(low.replace("/", " "))
    if "&" in low:
        found.add(low.replace("&", " and "))
    if " and " in low:
        found.add(low.replace(" and ", " & "))
    for american, british in _SPELLINGS:
        if american in low:
            found.add(low.replace(american, british))
        elif british in low:
            found.add(low.replace(british, american))
    if low.endswith(" management"):
        thing = low.removesuffix(" management")
        found |= {f"managing {thing}", f"manage {thing}", f"managed {thing}"}
        found |= {f"managing {thing}s", f"manage {thing}s", f"managed {thing}s", f"manages {thing}s"}
    if len(low) >= 4 and low[-1].isascii() and low[-1].isalpha() and low[-1] != "s":
        found |= {
            form[:-1] + "ies" if form[-1] == "y" and form[-2] not in "aeiou" else form + "s"
            for form in (low, *found)
            if form[-1].isalpha() and form[-1] != "s"
        }
    return found - {low}


def build_trie(terms: Iterable[Term]) -> Node:
    """All spellings and their variants; a variant never takes a spelling that somebody wrote down."""
    root: Node = {}
    written: set[tuple[str, ...]] = set()
    all_terms = list(terms)
    for term in all_terms:
        path = keys(term.spelling)
        if path:
            written.add(tuple(path))
            _insert(root, path, term)
    taken: dict[tuple[str, ...], str] = {}
    for term in all_terms:
        short = _SHORT_FORM.fullmatch(term.spelling)
        path = tuple(keys(short[2])) if short else ()
        if short and path not in written and taken.setdefault(path, term.slug) == term.slug:
            # In its own letters only: "MES" is no month, "CAPA" no layer.
            _insert(root, list(path), Term(short[2], term.slug, is_exact=True))
        if term.is_exact or term.needs_context:
            continue
        for variant in sorted(variants(term.spelling)):
            path = tuple(keys(variant))
            if path and path not in written and taken.setdefault(path, term.slug) == term.slug:
                _insert(root, list(path), term)
    return root


def _insert(root: Node, path: list[str], term: Term) -> None:
    node = root
    for key in path:
        node = node.setdefault(key, {})
    ends: list[Any] = node.setdefault("", [])
    entry: Any = term.slug
    if term.needs_context or term.is_exact:
        entry = [term.slug, int(term.needs_context), term.spelling.strip() if term.is_exact else ""]
    if entry not in ends:
        ends.append(entry)


def pack(trie: Node) -> dict[str, str]:
    """Each branch of the trie as one text, so that reading it back makes thousands of strings, not of objects."""
    return {
        word: json.dumps(node, ensure_ascii=False, separators=(",", ":")).replace('"', QUOTE)
        for word, node in trie.items()
    }


def unpack(branch: str) -> Node:
    """One branch again."""
    return json.loads(branch.replace(QUOTE, '"'))


def compile_skills() -> Mapping[str, Any]:
    """What the skill scanner needs, as JSON: the trie, the usual names and the context words of ambiguous names."""
    from careercoach.content import load

    skills = load.skills()
    terms = [term for slug in skills for term in skill_terms(skills[slug])]
    return {
        "trie": pack(build_trie(terms)),
        "names": {slug: skills[slug].name for slug in skills},
        "context": {
            slug: sorted({fold(word) for word in skills[slug].context}) for slug in skills if skills[slug].context
        },
    }


def skill_terms(skill: Any) -> Iterable[Term]:
    """Every spelling of a skill (`shapes.Skill`) with the conditions under which it counts."""
    for spelling in spellings(skill):
        single = len(keys(spelling)) == 1
        # "Golang" is no plain word although "Go" is, and a name in another script is none either.
        derived = len(spelling) > len(skill.name) > 1 and fold(spelling).startswith(fold(skill.name))
        yield Term(
            spelling,
            skill.slug,
            needs_context=bool(skill.context) and single and not derived and fold(spelling) < "\u0250",
            is_exact=spelling in skill.exact
            or (skill.case_sensitive and single and (spelling == skill.name or len(spelling) <= 4)),
        )


def spellings(skill: Any) -> list[str]:
    """Names and aliases, each once."""
    return list(dict.fromkeys((skill.name, *skill.names.values(), *skill.aliases, *skill.exact)))
