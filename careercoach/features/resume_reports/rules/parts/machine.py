"""Readable by machines: judged by what really came out of the file."""

from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss
from careercoach.features.resume_reports.rules.material import Material
from careercoach.features.resume_reports.schemas import Place

UNMAPPED, UNMAPPED_FEW = Fraction(4), Fraction(2)
MANY_UNMAPPED = 0.02
"""Share of letters without a character from which words are lost, not only icons."""
PICTURES, COLUMNS, ORDER = Fraction(4), Fraction(3), Fraction(4)
DISORDER = 0.15


def judge(material: Material) -> list[Loss]:
    """Letters, pictures of text, columns, and the order in which the file keeps its lines."""
    return [*_letters(material), *_pages(material)]


def _letters(material: Material) -> list[Loss]:
    count = material.reading.unmapped
    if not count:
        return []
    many = count > MANY_UNMAPPED * max(len(material.reading.text), 1)
    return [Loss("unmapped", UNMAPPED if many else UNMAPPED_FEW, n=count)]


def _pages(material: Material) -> list[Loss]:
    looks = material.reading.looks
    pictures = [number for number, look in enumerate(looks, 1) if look.is_picture]
    losses = [
        Loss("picture_page", PICTURES / len(looks), Place(page=number), n=number, sign=str(number))
        for number in pictures
    ]
    beside = [number for number, look in enumerate(looks, 1) if look.columns > 1]
    if beside:
        most = max(look.columns for look in looks)
        losses.append(Loss("columns", COLUMNS, _whole(material, beside[0]), n=most))
    mixed = [number for number, look in enumerate(looks, 1) if look.disorder > DISORDER]
    if mixed:
        losses.append(Loss("order", ORDER, _whole(material, mixed[0]), n=mixed[0]))
    return losses


def _whole(material: Material, page: int) -> Place:
    look = material.reading.looks[page - 1]
    return Place(page=page, box=(0.0, 0.0, look.width, look.height))
