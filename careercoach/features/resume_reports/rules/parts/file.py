"""The file itself: a form everybody can open, a size everybody accepts, a name that says whose it is."""

import re
from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss, normalised
from careercoach.features.resume_reports.rules.material import Material

KIND, SIZE, NAME = Fraction(3, 2), Fraction(1), Fraction(3, 2)
MOST_BYTES = 2 * 1024 * 1024


def judge(material: Material) -> list[Loss]:
    """Kind, size and name."""
    losses: list[Loss] = []
    if material.reading.kind == "txt":
        losses.append(Loss("plain_file", KIND, words=material.file_name, sign="kind"))
    if material.size_bytes > MOST_BYTES:
        losses.append(Loss("heavy_file", SIZE, n=round(material.size_bytes / 1024 / 1024), sign="size"))
    if not _says_who(material):
        losses.append(Loss("odd_name", NAME, words=material.file_name, sign="name", example=_better_name(material)))
    return losses


def _says_who(material: Material) -> bool:
    """The file's name holds a part of the person's name; without a name in the resume nobody can tell."""
    name = [part for part in normalised(str(material.basics.get("name") or "")).split() if len(part) > 1]
    if not name:
        return True
    stem = _plain(material.file_name.rpartition(".")[0] or material.file_name)
    # A name in another script cannot be compared letter by letter.
    return not all(part.isascii() for part in map(_plain, name)) or any(_plain(part) in stem for part in name)


def _plain(words: str) -> str:
    import unicodedata

    parted = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def _better_name(material: Material) -> str:
    words = [str(material.basics.get("name") or ""), str(material.basics.get("label") or "")]
    said = " ".join(word for word in words if word)
    stem = "_".join(re.findall(r"\w+", said)[:6])
    return f"{stem}.{'pdf' if material.reading.kind == 'txt' else material.reading.kind}"
