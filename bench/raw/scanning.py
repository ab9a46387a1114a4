"""Skill names by one regular expression alone: a trie of all spellings, nothing known of what surrounds a name."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from careercoach.content import load


def spellings() -> list[str]:
    """Every name and alias of the catalogue, in lower case."""
    skills = load.skills().values()
    return sorted({word.lower() for skill in skills for word in (skill.name, *skill.names.values(), *skill.aliases)})


def trie_regex(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds the longest of the words at each place; `+ # .` belong to names."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for sign in word:
            node = node.setdefault(sign, {})
        node[""] = True
    return re.compile(rf"(?<![\w+#.]){_pattern(root)}(?![\w+#])")


def _pattern(node: dict[str, Any]) -> str:
    ends_here = "" in node
    branches = [re.escape(sign) + _pattern(below) for sign, below in node.items() if sign]
    if not branches:
        return ""
    if len(branches) == 1 and not ends_here:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends_here else ''}"


def find(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """What the pattern finds, in the order of the text."""
    return (found.group() for found in pattern.finditer(text.lower()))
