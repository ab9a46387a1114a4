"""The comparison itself: record and posting from what is kept, read and measured in all languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from careercoach.content.scan import find_skills
from careercoach.content.terms import fold
from careercoach.core.texts import LANGUAGES
from careercoach.features.job_matches.rules.citing import Texts
from careercoach.features.job_matches.rules.wanted import correct, read_once
from careercoach.features.job_matches.schemas import Material
from careercoach.features.matching import service as matching
from careercoach.features.matching.schemas import MatchProfile, MatchReport, Posting, ProfileEdits, Requirement


@dataclass(frozen=True)
class Compared:
    """One record against one posting, in all languages."""

    profile: MatchProfile
    posting: Posting
    material: Material
    reports: Mapping[str, MatchReport]

    @property
    def said(self) -> MatchReport:
        """The report whose figures count; they are the same in each language."""
        return self.reports["en"]

    @property
    def texts(self) -> Texts:
        """The text of each side, in which the places of quotes count."""
        return {"resume": self.profile.text, "posting": self.posting.text, "context": self.material.context}


def compare(material: Material, today: date) -> Compared:
    """Read both sides as they are, with all that was corrected, answered and added."""
    posting = correct(read_once(material.posting_text), material.edits)
    profile = profile_of(material, today, posting)
    if posting.place == "remote" and "remote" in profile.wished_places:
        profile.wished_places = ["remote"]  # among several wishes, the one that this job grants
    reports = {language: matching.match(profile, posting, language) for language in LANGUAGES}
    return Compared(profile, posting, material, reports)


def profile_of(material: Material, today: date, posting: Posting) -> MatchProfile:
    """The record with what the person said beside it; what is only said is marked as claimed."""
    answers = material.answers
    person: dict[str, Any] = dict(material.person)
    plain = matching.build_profile(person, today=today)
    claimed = {slug: "working" for slug in _named(material.context, posting) if slug not in plain.skills}
    edits = ProfileEdits(
        levels=claimed,  # pyright: ignore[reportArgumentType]
        years=answers.years,
        location=answers.location,
        wished_places=answers.places,
        wished_pay_year=answers.pay_year,
    )
    profile = matching.build_profile(person, today=today, edits=edits)
    if answers.education is not None:
        profile.education = answers.education
    return profile


def _named(context: str, posting: Posting) -> list[str]:
    """Skills that the person says they have: those anybody would see in the words, and those this posting names."""
    seen = [found.slug for found in find_skills(context)]
    folded = f" {fold(context)} "
    asked = [
        item.slug for item in (*posting.requirements, *posting.languages) if item.slug and _stands_in(item, folded)
    ]
    return list(dict.fromkeys([*seen, *asked]))


def _stands_in(item: Requirement, folded: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(item.name))}(?!\w)", folded) is not None
