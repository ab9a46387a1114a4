"""Job titles: which role of the catalogue somebody means, how senior a title is, how near two roles are."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Any

from careercoach.content import load
from careercoach.content.compiled import recall
from careercoach.content.scan import Trie, walk
from careercoach.content.terms import Term, build_trie, fold, pack, split
from careercoach.features.matching.rules.words import stem
from careercoach.features.matching.schemas import RoleGuess

SENIORITY: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (rank, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
    for rank, words in (
        (
            0,
            r"intern|internship|trainee|apprentice|student|becari[oa]|pr[aá]cticas|aprendiz|प्रशिक्षु|इंटर्न"
            r"|praktikant(?:in)?|werkstudent(?:in)?|auszubildende[rn]?|azubi|stagiaire|alternant(?:e)?",
        ),
        (
            5,
            r"director|vp|vice president|chief|cto|ceo|cfo|coo|head of|president|directora?|निदेशक|directeur|directrice"
            r"|gesch[aä]ftsf[uü]hrer(?:in)?",
        ),
        (
            4,
            r"lead|principal|staff|(?<!product )(?<!project )(?<!account )(?<!success )(?<!community )manager|supervisor|team leader|architect|gerente|jef[ea]|l[ií]der|प्रबंधक"
            r"|मैनेजर|प्रमुख|\w*leiter(?:in)?|leitung|responsable|chef(?:fe)? (?:de projet|d['\u2019][eé]quipe)",
        ),
        (
            3,
            r"(?<!semi )(?<!semi-)senior|sr\.?|snr|sênior|iii|expert|experienced|experto|वरिष्ठ|सीनियर|confirm[eé]e?|erfahrene[rn]?",
        ),
        (
            1,
            r"j[uú]nior|jr\.?|entry[- ]level|graduate|fresher|beginner|assistant|assoc\.?|auxiliar|ayudante|कनिष्ठ"
            r"|जूनियर",
        ),
        (2, r"mid[- ]level|pleno|middle|ii|intermediate|semi[- ]senior"),
    )
)
_NOISE = frozenset(
    re.findall(
        r"\S+",
        """
        senior sr snr junior jr lead principal staff entry level mid middle intern internship trainee graduate
        fresher head chief remote hybrid onsite full part time fulltime contract temporary freelance urgent hiring i
        ii iii iv experienced the a an of for and in to at we are our m f d w x de la el en y con para del semi job
        position role vacancy opening wanted needed required licensed qualified und et für fur als im h 高 级 资 深 初
        """,
    )
)


UNKNOWN_WORD = 0.8
"""Weight of a word that no known title has."""


_CHINESE = (
    (0, "\u5b9e\u4e60"),
    (5, "\u603b\u76d1"),
    (4, "\u7ecf\u7406|\u4e3b\u7ba1|\u67b6\u6784\u5e08"),
    (3, "\u9ad8\u7ea7|\u8d44\u6df1"),
    (1, "\u521d\u7ea7|\u52a9\u7406"),
)
"""The same in Chinese, which parts no words: intern, director, manager or head, senior, junior or assistant."""


def seniority(title: str) -> int | None:
    """0 intern, 1 junior, 2 middle, 3 senior, 4 lead or manager, 5 director and above; None when it does not say.

    Where a title says two things ("Senior Manager") the higher counts, save for interns and assistants.
    """
    ranks = [rank for rank, pattern in SENIORITY if pattern.search(title)]
    ranks += [] if title.isascii() else [rank for rank, signs in _CHINESE if re.search(signs, title)]
    if not ranks:
        return None
    return min(ranks) if min(ranks) <= 1 else max(ranks)


_SHORT = {
    "dev": "developer", "devs": "developer", "eng": "engineer", "engr": "engineer", "mgr": "manager",
    "admin": "administrator", "asst": "assistant", "exec": "executive", "rep": "representative", "acct": "accountant",
    "tech": "technician",
    "dir": "director", "coord": "coordinator", "mktg": "marketing", "ml": "machine-learning", "sw": "software",
    "prof": "professor", "fullstack": "full-stack", "frontend": "front-end", "backend": "back-end",
    "programmer": "developer",
}  # fmt: skip
_PAIRS = {
    ("front", "end"): "front-end", ("back", "end"): "back-end", ("full", "stack"): "full-stack",
    ("machine", "learning"): "machine-learning", ("human", "resource"): "hr", ("care", "giver"): "caregiver",
}  # fmt: skip


_TO_MARKET = re.compile(r"\bgo[- ]to[- ]market\b")
"""Going to market has nothing to do with Go."""


def _singular(word: str) -> str:
    # "Accounts executive" keeps books, an "account executive" sells.
    if word in ("accounts", "sales", "operations") or len(word) < 5 or word[-1] != "s" or word[-2] in "sui":
        return word
    return word[:-1]


def title_words(title: str) -> tuple[str, ...]:
    """A title's telling words in its order: in the singular, shortenings written out, no seniority or filler."""
    found: list[str] = []
    for word in split(_TO_MARKET.sub("gtm", fold(title)))[1::2]:
        if (word in _NOISE and word != "full") or word[0].isdigit():
            continue
        word = _SHORT.get(word, _singular(word))
        if found and (found[-1], word) in _PAIRS:
            word = _PAIRS[(found.pop(), word)]
        found.append(word)
    return tuple(dict.fromkeys(word for word in found if word not in _NOISE))


def _compile_titles() -> dict[str, Any]:
    roles = load.roles()
    entries: list[list[Any]] = []
    terms: list[Term] = []
    for slug in roles:
        role = roles[slug]
        for spelling in dict.fromkeys((role.title.en, role.title.hi, role.title.es, *role.synonyms)):
            words = title_words(spelling)
            if words:
                entries.append([slug, list(words)])
            terms.append(Term(spelling, slug))
    return {"titles": entries, "trie": pack(build_trie(terms))}


@cache
def _titles() -> Mapping[str, Any]:
    return recall("titles", ("roles",), _compile_titles, __file__)


@cache
def _rarity() -> Mapping[str, float]:
    """How telling a word is among titles: 1 for one that only one role has, less for common ones."""
    roles_of: dict[str, set[str]] = {}
    for slug, words in _titles()["titles"]:
        for word in words:
            roles_of.setdefault(word, set()).add(slug)
    return {word: 1.0 / (1.0 + 0.25 * (len(slugs) - 1)) for word, slugs in roles_of.items()}


def is_title_word(word: str) -> bool:
    """True for a word that stands in a title of the catalogue."""
    return word in _rarity()


@cache
def _trie() -> Trie:
    return Trie(_titles()["trie"])


def find_titles(text: str) -> list[str]:
    """Job titles named in a text, as written, the most frequent first."""
    counts: dict[str, int] = {}
    for _, start, end, _ in walk(_trie(), text, fold(text)):
        words = text[start:end]
        counts[words] = counts.get(words, 0) + 1
    return sorted(counts, key=lambda words: -counts[words])


@cache
def _index() -> Mapping[str, list[int]]:
    """Places in the list of titles by word."""
    places: dict[str, list[int]] = {}
    for place, (_, words) in enumerate(_titles()["titles"]):
        for word in words:
            places.setdefault(word, []).append(place)
    return places


@lru_cache(maxsize=4096)
def _near_words(word: str) -> list[tuple[str, float]]:
    """Words of known titles that a word means, with how surely."""
    return [(known, nearness) for known in _index() if (nearness := _nearness(word, known)) > 0]


def _weight(word: str) -> float:
    return _rarity().get(word, UNKNOWN_WORD)


def find_role(text: str, language: str, *, limit: int = 5) -> list[RoleGuess]:
    """Roles that a free text means, best first; tolerates typing mistakes and words of seniority."""
    return [guess.model_copy() for guess in _find_role(title_words(text), language, limit)]


@lru_cache(maxsize=4096)
def _find_role(words: tuple[str, ...], language: str, limit: int) -> list[RoleGuess]:
    shared: dict[int, float] = {}
    for word in words:
        best: dict[int, float] = {}
        for known, nearness in _near_words(word):
            for place in _index()[known]:
                best[place] = max(best.get(place, 0.0), nearness)
        for place, nearness in best.items():
            shared[place] = shared.get(place, 0.0) + nearness * _weight(word)
    own = sum(map(_weight, words))
    titles = _titles()["titles"]
    scores: dict[str, float] = {}
    for place, value in shared.items():
        slug, title = titles[place]
        score = 1.0 if list(words) == title else min(0.99, 2 * value / (own + sum(map(_weight, title))))
        scores[slug] = max(scores.get(slug, 0.0), score)
    roles = load.roles()
    return [
        RoleGuess(slug=slug, title=roles[slug].title.in_(language), field=roles[slug].field, score=round(score, 3))
        for slug, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
        if score >= 0.3
    ]


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """How alike two titles are, 0..1: shared words by rarity, near spellings counting a little less."""
    left, right = list(one), list(other)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    shared = sum(max(_nearness(word, term) for term in right) * _weight(word) for word in left)
    return min(0.99, 2 * shared / (sum(map(_weight, left)) + sum(map(_weight, right))))


@lru_cache(maxsize=200_000)
def _nearness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) < 4 or len(other) < 4 or one[0] != other[0]:
        return 0.0
    if stem(one) == stem(other):
        return 0.6
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 2:
        return 0.0
    # Spelling mistakes only: "acountant", "enginer"; "actor" and "factor" are two words.
    ratio = SequenceMatcher(None, one, other).ratio()
    return ratio if ratio >= 0.85 else 0.0
