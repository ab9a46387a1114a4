"""The changed words of two versions of a passage."""

import re
from difflib import SequenceMatcher

from careercoach.features.resume_builder.schemas import Piece

_TOKEN = re.compile(r"\s+|[^\s]+")


def mark_changes(before: str, after: str) -> tuple[list[Piece], list[list[Piece]]]:
    """Pieces of the old text, and of each line of the new one; marked are the words the other side does not have."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(
        None, [token.casefold() for token in old], [token.casefold() for token in new], autojunk=False
    )
    kept_old, kept_new = set[int](), set[int]()
    for block in matcher.get_matching_blocks():
        kept_old.update(range(block.a, block.a + block.size))
        kept_new.update(range(block.b, block.b + block.size))
    left = _pieces(old, kept_old)
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(new, kept_new):
        first, *others = piece.text.split("\n")
        for number, text in enumerate([first, *others]):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Piece(text=text, mark=piece.mark))
    return left, [line for line in lines if line]


def _pieces(tokens: list[str], kept: set[int]) -> list[Piece]:
    pieces: list[Piece] = []
    for at, token in enumerate(tokens):
        blank = token.isspace()
        mark = at not in kept and not blank
        # A blank between two marked words belongs to the mark.
        if blank and pieces and pieces[-1].mark and at + 1 < len(tokens) and at + 1 not in kept and "\n" not in token:
            mark = True
        if pieces and pieces[-1].mark == mark:
            pieces[-1].text += token
        else:
            pieces.append(Piece(text=token, mark=mark))
    return pieces
