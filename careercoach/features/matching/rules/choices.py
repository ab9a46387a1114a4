"""Which things named in one sentence are alternatives: "A, B or C", "tools such as A and B", "AWS/Azure"."""

import re
from itertools import pairwise
from typing import NamedTuple

from careercoach.content.graph import graph

_OR = re.compile(r"\b(?:or|and/or|o|u|oder|ou|vs)\b|\bया\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|y|e|und|et|as well as|plus|along with)\b|&|\bऔर\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"[\s,/()&:]*(?:(?:and/or|or|and|o|u|y|e|oder|und|ou|et|या|और|even|either|the|a|an|preferably|other|similar"
    r"|also|such as|e\.g\.?|like"
    r"|for example|tools?|platforms?|frameworks?|services?)[\s,/()]*)*",
    re.IGNORECASE,
)
_OR_SIMILAR = re.compile(
    r",?\s+(?:or|o)\s+(?:an?\s+|any\s+)?(?:similar|equivalent|comparable|other|another)\s+[\w -]{0,25}\(\s*",
    re.IGNORECASE,
)
"""Between a thing and what may stand in for it: "Go or a similar language (Rust, Java)"."""
_ONE_OF = re.compile(
    r"\b(?:such as|e\.?g\.?,?|for example|for instance|like|one of|any of|at least one|either|one or more"
    r"|similar to|como|por ejemplo|p\. ?ej\.)\b|जैसे|में से",
    re.IGNORECASE,
)
_SIMILAR = re.compile(
    r"\b(?:or|and|o)\s+(?:\w+\s+)?(?:similar|equivalent|comparable|related|other|equivalente|similares)\b",
    re.IGNORECASE,
)
GAP_MOST = 60
"""Characters between two things of one list; also keeps the patterns above from long work on hostile text."""


class Mention(NamedTuple):
    """A thing named in a clause; places count in the clause."""

    slug: str | None
    name: str
    start: int
    end: int


def alternatives(sentence: str, mentions: list[Mention]) -> list[int]:
    """A group number for each mention; those of one group are alternatives."""
    groups: list[int] = []
    runs = _runs(sentence, mentions)
    number = -1
    for run in runs:
        if _is_choice(sentence, run):
            number += 1
            groups += [number] * len(run)
        else:
            for place, mention in enumerate(run):
                if not (place and _is_slash_choice(sentence, run[place - 1], mention)):
                    number += 1
                groups.append(number)
    return groups


def _runs(sentence: str, mentions: list[Mention]) -> list[list[Mention]]:
    """Mentions parted by nothing but list signs and small words stand in one run; "and" after "or" ends one, and so
    does a comma: "Java or Python, SQL, Git" leaves a choice of two."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs:
            gap = sentence[runs[-1][-1].end : mention.start]
            has_or = any(_OR.search(sentence, a.end, b.start) for a, b in pairwise(runs[-1]))
            ends_choice = has_or and not _OR.search(gap) and (_AND.search(gap) or _is_next(sentence, runs[-1], mention))
            joined = len(gap) <= GAP_MOST and (_BETWEEN.fullmatch(gap) or _OR_SIMILAR.fullmatch(gap))
            if mention.start >= runs[-1][-1].end and joined and not ends_choice:
                runs[-1].append(mention)
                continue
        runs.append([mention])
    return runs


def _is_next(sentence: str, run: list[Mention], mention: Mention) -> bool:
    """True for a thing of its own after a choice. In brackets, and when it is close to the last one, it is one more
    way: "Go or a similar language (Rust, Java)", "AWS or GCP, Azure"."""
    said = sentence[run[0].start : mention.start]
    return said.count("(") <= said.count(")") and not any(_is_near(one, mention) for one in run)


def _is_near(one: Mention, other: Mention) -> bool:
    if not one.slug or not other.slug:
        return False
    credit = graph().reach(one.slug).get(other.slug)
    return credit is not None and credit.way == "related" and credit.share >= 0.6


def _is_choice(sentence: str, run: list[Mention]) -> bool:
    if len(run) < 2:
        return False
    gaps = [sentence[a.end : b.start] for a, b in pairwise(run)]
    if any(_OR.search(gap) for gap in gaps):
        return not any(_AND.search(gap) and not _OR.search(gap) for gap in gaps)
    before = sentence[max(0, run[0].start - 30) : run[0].start]
    after = sentence[run[-1].end : run[-1].end + 30]
    similar = _SIMILAR.match(after.lstrip(" ,)")) is not None
    return similar or bool(
        _ONE_OF.search(before) or (run[0].slug and _ONE_OF.search(sentence, run[0].end, run[1].start))
    )


def _is_slash_choice(sentence: str, one: Mention, other: Mention) -> bool:
    """ "AWS/Azure" is a choice, "HTML/CSS" is both: neighbours in the graph are alternatives."""
    return sentence[one.end : other.start].strip() == "/" and _is_near(one, other)
