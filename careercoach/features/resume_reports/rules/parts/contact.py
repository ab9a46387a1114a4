"""Contact: can somebody who is interested reach the person at once?"""

from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss
from careercoach.features.resume_reports.rules.material import Material

NAME, EMAIL, PHONE, TOWN, LINK = Fraction(5, 2), Fraction(3), Fraction(2), Fraction(1), Fraction(3, 2)


def judge(material: Material) -> list[Loss]:
    """Name, e-mail, phone, town, and one link to more."""
    basics = material.basics
    location = basics.get("location")
    town = any(location.values()) if isinstance(location, dict) else bool(location)  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType]
    there = {
        "no_name": (NAME, basics.get("name")),
        "no_email": (EMAIL, basics.get("email")),
        "no_phone": (PHONE, basics.get("phone")),
        "no_town": (TOWN, town),
        "no_link": (LINK, basics.get("url") or basics.get("profiles")),
    }
    return [Loss(kind, points, sign=kind) for kind, (points, value) in there.items() if not value]
