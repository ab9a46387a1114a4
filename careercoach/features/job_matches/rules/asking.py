"""The one question whose answer would give a score that cannot be known yet."""

from careercoach.features.job_matches.schemas import Ask
from careercoach.features.matching.schemas import MatchProfile, Metric, Posting


def ask_for(metric: Metric, profile: MatchProfile, posting: Posting, shows_culture: bool) -> Ask:
    """Of the two sides the one that says nothing is asked about; the posting first, since without it all is idle."""
    match metric:
        case "experience_match":
            return "posting_years" if posting.years_least is None else "own_years"
        case "education_match" | "domain_knowledge" | "confidence_level":
            return "own_education"
        case "culture_fit":
            return "own_culture" if shows_culture else "posting_culture"
        case "location_match":
            return "own_place" if posting.location else "posting_place"
        case "salary_match":
            return "posting_pay" if posting.pay is None else "own_pay"
        case "soft_skills":
            return "posting_soft"
        case _:
            return "posting_skills"
