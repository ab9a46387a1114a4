"""What all languages share while a passage is rewritten: the passage on its way, and how it may end."""

import re
from dataclasses import dataclass, field
from typing import Literal

from careercoach.features.resume_builder.schemas import Question, Reason

Tense = Literal["past", "present", "none"]
LONG_WORDS = 32
"""A bullet of more words is hard to take in at a glance."""
PART_WORDS = 5
"""A part of fewer words is no bullet of its own."""


@dataclass
class Draft:
    """One passage while it is being rewritten. Each step changes `text` and says why, or leaves it alone."""

    text: str
    tense: Tense = "past"
    is_prose: bool = False
    """A summary: whole sentences, not a bullet."""
    british: bool = False
    reasons: list[Reason] = field(default_factory=list[Reason])
    question: Question = ""

    def change(self, text: str, reason: Reason) -> bool:
        """Take a new wording; whether it is another one."""
        text = " ".join(text.split())
        if not text or text == self.text:
            return False
        self.text = text
        if reason not in self.reasons:
            self.reasons.append(reason)
        return True


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """With a small first letter, unless the first word is written with capitals inside (SQL, iOS)."""
    word = text.split(" ", 1)[0]
    return text if any(letter.isupper() for letter in word[1:]) else text[:1].lower() + text[1:]


def tidy(text: str) -> str:
    """Single spaces, no list mark in front, no doubled signs; dots that cut a thought short stay."""
    text = re.sub(r"^\s*(?:[-–—*•●▪·‣◦]|\(?\d{1,2}[.)](?=\s))\s+", "", text)
    text = " ".join(text.split())
    text = re.sub(r"\s+([,;:!?।])", r"\1", text)
    text = re.sub(r"\s+\.(?=\s|$)", ".", text)
    text = re.sub(r"([,;])(?:\s*[,;])+", r"\1", text)
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", re.sub(r"!{1,}", "!", text))


def ended(text: str, *, stop: bool, mark: str = ".") -> str:
    """Every line with or without a full stop at its end, as the rest of the resume has it."""
    lines: list[str] = []
    for line in text.split("\n"):
        bare = (
            line.rstrip(" .;,।")
            if not line.rstrip().endswith(("etc.", "Inc.", "Ltd.", "...", "S.A.", "S.L."))
            else line.rstrip()
        )
        lines.append(f"{bare}{mark}" if stop and not bare.endswith((".", "!", "?", "।")) else bare)
    return "\n".join(lines)
