"""Text resumes as people write them, read by the real reader, and people who own some."""

import pytest

from careercoach.core import db
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resumes import flows as resume_flows
from careercoach.features.resumes.rules.read import read_resume
from careercoach.features.resumes.schemas import ParsedResume
from careercoach.ports import files as files_door
from careercoach.ports.files.disk import DiskFiles
from careercoach.ports.resume_text import read_document
from tests import factories

RESUME = """Asha Rao
Data analyst
asha.rao@example.org | +91 98200 12345 | Pune, India
https://www.linkedin.com/in/asharao

SUMMARY
Data analyst with five years in food retail who turns raw sales figures into decisions that store managers
understand and use. Looking for a team in which numbers and people meet every single day of the week.

WORK EXPERIENCE
Senior data analyst, Lumen Foods    Mar 2022 - Present
- Built 14 dashboards in Tableau that 40 store managers open every morning before the shops are opened
- Responsible for managing a team of analysts in two offices and for their weekly plans
- Cut the time for the monthly sales report from three days to four hours with Python scripts
- Worked on cleaning the product data of the whole company together with the warehouse

Data analyst, Shakti Retail    Jun 2019 - Feb 2022
- Wrote SQL queries for finance and purchasing and explained the answers to people who do not write any
- Automated the weekly stock list and handed it over to the warehouse with a short manual
- Trained new colleagues in Excel and pivot tables during their first weeks in the office

EDUCATION
Bachelor of Commerce, University of Pune    2016 - 2019

SKILLS
SQL, Excel, Python, Tableau, Statistics, Data visualization
"""


def read(text: str, name: str = "asha-rao.txt") -> ParsedResume:
    """What the reader finds in a text file."""
    return read_resume(read_document(text.encode(), name))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """Files are read in this process: the worker has its own tests."""

    async def read_file(name: str, data: bytes) -> ParsedResume:
        return read_resume(read_document(data, name))

    monkeypatch.setattr(resume_flows, "read_file", read_file)
    monkeypatch.setattr(files_door, "_files", DiskFiles(tmp_path / "files"))


@pytest.fixture
async def people(database, reader):
    """asha wants to be a data analyst, otto wants nothing yet."""
    async with db.transaction() as session:
        asha = await factories.add_person(session)
        otto = await factories.add_person(session, email="otto@example.org", name="Otto")
        goal = GoalInput(role_slug="data-analyst", weekly_minutes=300, time_zone="Asia/Kolkata")
        await profiles.save_goal(session, user_id=asha.id, goal=goal)
    return {"asha": asha, "otto": otto}


async def add_resume(person, text: str = RESUME, name: str = "asha-rao.txt"):
    """Upload a text."""
    return await resume_flows.add_resume(user_id=person.id, file_name=name, data=text.encode())
