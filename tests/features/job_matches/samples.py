"""One person and the postings they look at."""

from typing import Any
from uuid import UUID

from careercoach.core import db
from careercoach.core.identity import Person
from careercoach.features.job_matches import analysing, flows
from careercoach.features.job_matches.schemas import AnalysisView, MatchInput
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from tests import factories

RECORD: dict[str, Any] = {
    "basics": {"name": "Asha Rao", "label": "Data analyst", "location": {"city": "Pune"}},
    "work": [
        {
            "name": "Lumen Foods",
            "position": "Reporting assistant",
            "startDate": "2022-01",
            "highlights": [
                "Wrote SQL queries for 14 store managers",
                "Built Excel pivot tables every week",
                "Built a small API with FastAPI",
            ],
        }
    ],
    "education": [{"institution": "Pune University", "area": "Commerce", "studyType": "Bachelor"}],
    "skills": [{"name": "Data", "keywords": ["SQL", "Excel"]}],
}

POSTING = """Senior Data Analyst
Nordwind Logistics, Hadapsar (hybrid), full-time

About us
We move parcels across India and care about learning and a friendly team.

What you will do
- Build dashboards in Power BI for the operations team
- Write SQL against our warehouse and check data quality

Requirements
- 4+ years of experience as a data analyst
- Strong SQL and Python
- Experience with Power BI or Tableau
- Django experience
- Bachelor's degree in statistics, economics or similar
- Clear communication and teamwork
- Fluent English

Nice to have
- dbt, Airflow
- Retail experience

Salary: INR 12 - 18 lakhs per year
"""

FAR_POSTING = """Senior Java Developer
Requirements
- 3+ years of experience with Java
- Spring Boot, Hibernate and Kafka
- Kubernetes and Docker
- Experience with PostgreSQL
- JUnit
"""


async def add_owner(email: str = "asha@example.org", language: str = "en") -> Person:
    """Somebody with a confirmed record."""
    async with db.transaction() as session:
        person = await factories.add_person(session, email=email, language=language)
        goal = GoalInput(role_slug="data-analyst", weekly_minutes=300, time_zone="Asia/Kolkata")
        await profiles.save_goal(session, user_id=person.id, goal=goal)
        await profiles.save_person(session, user_id=person.id, person=RECORD)
    return person


async def add_match(person: Person, text: str = POSTING, **wish: Any) -> AnalysisView:
    """A posting that was read."""
    given = MatchInput(text=text, **wish)
    return await flows.add_match(person.id, given, language=person.language)


async def analysed(person: Person, text: str = POSTING, **wish: Any) -> AnalysisView:
    """A posting that was compared."""
    view = await add_match(person, text, **wish)
    await analysing.start(person.id, UUID(view.id))
    return await get(person, view.id)


async def get(person: Person, analysis: str) -> AnalysisView:
    from careercoach.features.job_matches import service

    async with db.reading() as session:
        return await service.get_analysis(session, user_id=person.id, analysis_id=UUID(analysis))
