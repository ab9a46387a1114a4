"""The loose comparison of what was read with the truth, and the counts behind precision, recall and F1."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

FIELDS = ("name", "email", "phone", "title", "employer", "pair", "school", "skills")
"""The seven scored fields and the tie of title and employer in one entry ("pair")."""
SIMILAR = 0.85

Counts = dict[str, "Count"]


@dataclass
class Count:
    """How many were right, how many were given, how many there were."""

    right: int = 0
    given: int = 0
    asked: int = 0

    def __iadd__(self, other: "Count") -> "Count":
        self.right += other.right
        self.given += other.given
        self.asked += other.asked
        return self

    def f1(self) -> float | None:
        """Twice the right ones over given plus asked; None when nothing was asked or given."""
        total = self.given + self.asked
        return 2 * self.right / total if total else None


def plain(text: str | None) -> str:
    """Lower case, without accents and punctuation, single spaces."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    folded = unicodedata.normalize("NFD", folded)
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter) or ord(letter) > 0x36F)
    return (
        " ".join(re.findall(r"[^\W_]+", folded))
        if folded.isascii()
        else re.sub(r"[\s\W_]*[,.;:()/&|\-–—][\s\W_]*|\s+", " ", folded).strip()
    )


def same_words(given: str | None, asked: str | None) -> bool:
    """One's words lie within the other's, or 85 % of the letters are the same."""
    left, right = plain(given), plain(asked)
    if not left or not right:
        return False
    left_words, right_words = set(left.split()), set(right.split())
    if left_words <= right_words or right_words <= left_words:
        return True
    return SequenceMatcher(None, left, right).ratio() >= SIMILAR


def same_phone(given: str | None, asked: str | None) -> bool:
    """The last ten digits agree."""
    left, right = (re.sub(r"\D", "", value or "")[-10:] for value in (given, asked))
    return bool(left) and left == right


def skill_key(name: str) -> str:
    """Node.js, NodeJS and node js are one skill."""
    key = re.sub(r"[\s.\-_/]", "", unicodedata.normalize("NFKC", name).casefold())
    return key


def match_pairs(given: list[Any], asked: list[Any], same: Callable[[Any, Any], bool]) -> Count:
    """Each asked item may be answered by one given item only."""
    left = list(given)
    right = 0
    for wanted in asked:
        for index, offered in enumerate(left):
            if same(offered, wanted):
                del left[index]
                right += 1
                break
    return Count(right, len(given), len(asked))


def compare(read: dict[str, Any], truth: dict[str, Any]) -> Counts:
    """Counts for each field; a field whose truth is null is left out."""
    basics = read.get("basics") or {}
    counts: Counts = {}
    for field, same in (
        ("name", same_words),
        ("email", lambda a, b: (a or "").lower() == b.lower()),
        ("phone", same_phone),
    ):
        wanted, offered = truth.get(field), basics.get(field)
        if wanted:
            counts[field] = Count(int(bool(offered) and same(offered, wanted)), int(bool(offered)), 1)
    if truth.get("work") is not None:
        counts |= _compare_work(read.get("work") or [], truth["work"])
    if truth.get("education") is not None:
        given = [entry.get("institution") for entry in read.get("education") or [] if entry.get("institution")]
        asked = [entry["institution"] for entry in truth["education"] if entry.get("institution")]
        counts["school"] = match_pairs(given, asked, same_words)
    if truth.get("skills") is not None:
        counts["skills"] = _compare_skills(read.get("skills") or [], truth["skills"], truth.get("skills_ok") or [])
    return counts


def _compare_work(given: list[dict[str, Any]], asked: list[dict[str, Any]]) -> Counts:
    def both(left: dict[str, Any], right: dict[str, Any]) -> bool:
        return same_words(left.get("position"), right.get("position")) and same_words(
            left.get("name"), right.get("name")
        )

    paired = [post for post in asked if post.get("name") and post.get("position")]
    return {
        "title": match_pairs(
            [post["position"] for post in given if post.get("position")],
            [post["position"] for post in asked if post.get("position")],
            same_words,
        ),
        "employer": match_pairs(
            [post["name"] for post in given if post.get("name")],
            [post["name"] for post in asked if post.get("name")],
            same_words,
        ),
        "pair": match_pairs(given, paired, both),
    }


def _compare_skills(given: list[dict[str, Any]], asked: list[str], allowed: list[str]) -> Count:
    offered: dict[str, None] = {}
    for skill in given:
        keywords = skill.get("keywords") or []
        for name in keywords or [skill.get("name") or ""]:
            offered[skill_key(name)] = None
        if keywords and skill.get("name"):
            offered[skill_key(skill["name"])] = None
    wanted = {skill_key(name) for name in asked}
    neutral = {skill_key(name) for name in allowed} - wanted
    counted = [key for key in offered if key and key not in neutral]
    return Count(sum(key in wanted for key in counted), len(counted), len(wanted))
