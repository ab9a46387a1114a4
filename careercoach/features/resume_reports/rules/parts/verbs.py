"""Verbs: each point says what the person did, in its first words (in Hindi in its last)."""

from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss
from careercoach.features.resume_reports.rules.material import Material
from careercoach.features.resume_reports.rules.verbs import TONGUES, stronger, weak_words

TOTAL = Fraction(8)


def judge(material: Material) -> list[Loss] | None:
    """Points whose verb is weak or missing; None in a language whose verbs we do not know."""
    if material.language not in TONGUES:
        return None
    losses: list[Loss] = []
    for point in material.points:
        weak = weak_words(point.text, material.language)
        if weak is not None:
            example = stronger(point.text, weak, material.language)
            share = TOTAL / len(material.points)
            losses.append(Loss("weak_verb", share, point.place, words=weak.words, example=example))
    return losses
