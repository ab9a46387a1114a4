"""Measurable results: at least half of the points say how many, how much or how fast."""

from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss
from careercoach.features.resume_reports.rules.material import Material
from careercoach.features.resume_reports.rules.measures import has_measure
from careercoach.features.resume_reports.rules.parts.verbs import TOTAL as VERBS
from careercoach.features.resume_reports.rules.questions import with_question
from careercoach.features.resume_reports.rules.verbs import TONGUES

TOTAL = Fraction(12)
SHARE = Fraction(1, 2)


def judge(material: Material) -> list[Loss]:
    """The points that come first among those without a number, as many as are missing to the half."""
    points = material.points
    if not points:
        judged = material.language in TONGUES
        return [Loss("no_points", TOTAL, sign="points", also={"verbs": VERBS} if judged else {})]
    wanted = -(-len(points) // SHARE.denominator)
    without = [point for point in points if not has_measure(point.text, material.language)]
    lacking = max(wanted - (len(points) - len(without)), 0)
    return [
        Loss("no_measure", TOTAL / wanted, point.place, example=with_question(point.text, material.language))
        for point in without[:lacking]
    ]
