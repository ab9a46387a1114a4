"""Postings in wordings of their own: chatty, terse, German, Spanish, French, Chinese."""

import pytest

from careercoach.content.scan import find_skills
from careercoach.features.matching.rules.places import find_location
from careercoach.features.matching.rules.verdicts import verdict_with
from careercoach.features.matching.service import match, rank, read_posting
from tests.match_lab.score import profile_of


def strengths(text: str) -> dict[str, str]:
    posting = read_posting(text)
    return {str(item.slug or item.name): item.strength for item in [*posting.requirements, *posting.languages]}


@pytest.mark.parametrize(
    ("sentence", "nice"),
    [
        ("You write Python. If you've touched Terraform before, lovely.", "terraform"),
        ("You write Python. Terraform experience is nice if you have it.", "terraform"),
        ("You write Python. Terraform? Great.", "terraform"),
        ("you write python well. terraform would be the cherry on top.", "terraform"),
        ("You write Python. Familiarity with Terraform will set you apart.", "terraform"),
        ("You write Python. Terraform would be useful but isn't essential.", "terraform"),
        ("Kenntnisse in Python. Idealerweise kennst du dich mit Terraform aus.", "terraform"),
        ("要求：精通Python。熟悉Terraform者优先。", "terraform"),
        ("Requisitos: Python. Se valorará Terraform.", "terraform"),
        ("Profil recherché : Python. Terraform serait apprécié.", "terraform"),
        ("Requirements\n- Python\nEven better if you\n- Know Terraform", "terraform"),
        ("Requirements\n- Python\nCool but optional\n- Terraform", "terraform"),
        ("Must: Python\nHelpful: Terraform", "terraform"),
        ("Lo que necesitas\n- Python\nSuma puntos si tienes\n- Terraform", "terraform"),
        ("Preferred Education and Experience\n- Terraform\nRequired Knowledge and Skills\n- Python", "terraform"),
        ("You write Python. It would be great if you've used Terraform.", "terraform"),
        ("| Requirement | Level |\n|---|---|\n| Python | Required |\n| Terraform | Preferred |", "terraform"),
        ("You write Python. Python is required, Terraform preferred.", "terraform"),
    ],
)
def test_what_is_only_welcome(sentence: str, nice: str):
    found = strengths(f"Engineer\n{sentence}")
    assert found[nice] == "nice" and found["python"] in ("must", "duty")


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Engineer\nYou will be writing Python all day.", "writing"),
        ("Nurse\nJoin our 24-bed ward.", "teaching-license"),
        ("Accountant\nSmith Holdings plc seeks an accountant with Excel.", "plc-programming"),
        ("Manager\nRequirements\n- WMS\nBenefits include yoga and a gym.", "yoga-instruction"),
        ("Developer\nRequirements\n- Java\n- No PHP please", "php"),
        ("Planner\nRequirements\n- Excel\nCompensation $70K-$85K CAD", "cad"),
        ("Accountant\nOakland, CA\nRequirements\n- Excel", "chartered-accountant"),
        ("Clerk\nRequirements\n- Excel\nApply on Indeed or through Workday", "workday-hcm"),
        ("Cook\nImprescindible\n- Cocina\n- Trabajar fines de semana", "finnish"),
    ],
)
def test_what_is_no_requirement(text: str, absent: str):
    assert absent not in strengths(text)


def test_what_a_degree_is_in_is_no_must():
    found = strengths(
        "Analyst\nRequirements\n- BA/BS in Finance, Economics or Accounting, or related\n- Degree in marketing with SQL"
    )
    assert found.pop("sql") == "must"
    assert set(found.values()) <= {"nice"}


@pytest.mark.parametrize(
    ("text", "title", "role", "skill"),
    [
        (
            "Wir suchen eine/n Buchhalter (m/w/d) in Vollzeit.\nIhr Profil\n- Umgang mit DATEV",
            "Buchhalter",
            "accountant",
            "datev",
        ),
        (
            "Elektroniker (m/w/d) für Instandhaltung\nAnforderungen: SPS-Kenntnisse",
            "Elektroniker",
            "electrician",
            "plc-programming",
        ),
        ("Infirmier(ère) H/F - Lyon\nProfil : soins intensifs", "Infirmier", "registered-nurse", "intensive-care"),
        ("会计（北京）\n要求：熟练使用Excel和用友。", "会计", "accountant", "excel"),
        (
            "高级前端工程师\n任职要求：\n1. 精通React；\n2. 良好的沟通能力",
            "高级前端工程师",
            "frontend-developer",
            "communication",
        ),
    ],
)
def test_german_french_and_chinese(text: str, title: str, role: str, skill: str):
    posting = read_posting(text)
    assert posting.title.startswith(title)
    assert posting.roles and posting.roles[0].slug == role
    assert skill in {item.slug for item in posting.requirements}


@pytest.mark.parametrize(
    ("title", "rank"),
    [("Praktikant Einkauf", 0), ("高级工程师", 3), ("销售总监", 5), ("Filialleiter", 4), ("Comptable confirmé", 3)],
)
def test_rank_in_other_languages(title: str, rank: int):
    assert read_posting(f"{title}\nExcel").seniority == rank


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("7+ years managing commercial sites.", 7),
        ("You've shipped to production for three or four years.", 3),
        ("You have spent a year or two in an agency.", 1),
        ("DBA | Full time | 5-8 years", 5),
        ("We have been 40 years in business.", None),
        ("Twice a year we travel.", None),
    ],
)
def test_years(sentence: str, years: float | None):
    assert read_posting(f"Site manager\n{sentence}").years_least == years


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("45.000 - 52.000 € brutto im Jahr", 45_000),
        ("We pay 55-65k EUR", 55_000),
        ("36-40 K€", 36_000),
        ("वेतन ₹6-8 लाख", 600_000),
        ("CTC 3.0 - 3.8 LPA", 300_000),
        ("薪资：30-45K", 360_000),
        ("Salary 30k GBP", 30_000),
    ],
)
def test_pay_as_other_countries_write_it(text: str, least: int):
    pay = read_posting(f"Clerk\n{text}").pay
    assert pay and pay.least_year == least


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Maths teacher, Oakfield Academy, Bristol\nTeach.", "Bristol"),
        ("Nurse\nSt. Mary, Portland, OR", "Portland, OR"),
        ("数据分析师（深圳）", "深圳"),
        ("Clerk\nWe move parcels across India.", ""),
        ("Engineer\nPalo Alto and Cisco firewalls", ""),
    ],
)
def test_place_of_work(text: str, place: str):
    assert find_location(text) == place


def test_a_rank_after_the_comma_counts():
    assert read_posting("UX researcher, Senior\nInterviews").seniority == 3


def test_years_in_another_trade_do_not_lift_a_stranger():
    posting = "Construction project manager\nRequirements\n- 7+ years managing sites\n- Procore"
    bare = posting.replace("7+ years managing sites", "Site management")
    stranger = profile_of(
        "Ann Lee\n\nEXPERIENCE\nPastry Chef, Oak Grill\n2005 - 2024\n- Cakes and bread for 90 guests\n"
    )
    with_years, without = (rank(stranger, read_posting(text)).overall for text in (posting, bare))
    assert with_years < without + 6


def test_chinese_skills_are_read_inside_a_sentence():
    assert {found.slug for found in find_skills("负责数据分析和项目管理")} == {"data-analysis", "project-management"}


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Salary: £42,000–£49,500, 37 hours", (42000, 49500, "GBP")),
        ("$1,450/wk average", (75400, 75400, "USD")),
        ("De 42 000 € à 50 000 € selon profil", (42000, 50000, "EUR")),
        ("R$ 7.000 a R$ 9.000 por mês", (84000, 108000, "BRL")),
        ("$28,000 a $34,000 MXN mensuales", (336000, 408000, "MXN")),
        ("CA$160K – CA$200K + equity", (160000, 200000, "CAD")),
        ("Hit a $900k annual quota. OTE $160,000", (160000, 160000, "USD")),
        ("Minimum: $118,450  Maximum: $236,900", (118450, 236900, "USD")),
        ("Hartford, CT 06103\n$120,000 - $145,000 a year", (120000, 145000, "USD")),
        ("£65,000 to £72,000 + car allowance", (65000, 72000, "GBP")),
    ],
)
def test_pay(text: str, pay: tuple[int, int, str]):
    found = read_posting("Engineer\n" + text).pay
    assert found and (found.least_year, found.most_year, found.currency) == pay


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Company Overview\nWe are kind.\nJob Description\nSenior Product Manager\nSQL or Amplitude",
            "Senior Product Manager",
        ),
        ("NOW HIRING: MIG/TIG WELDER", "MIG/TIG WELDER"),
        ("| Job title | Warehouse Supervisor |\n|---|---|\n| Pay | $20 |", "Warehouse Supervisor"),
    ],
)
def test_title_further_down(text: str, title: str):
    assert read_posting(text).title == title


def test_experience_in_place_of_a_degree_and_years_of_a_record():
    posting = read_posting(
        "Analyst\nRequirements\n- Bachelor's degree and two years of data analysis; or\n"
        "- Any combination of education and experience equal to five years\n- Clean record for the last 7 years"
    )
    assert (posting.education, posting.education_is_must, posting.years_least) == ("bachelor", False, 2)


def test_a_trade_said_by_the_title_alone():
    assert strengths("Licensed plumber needed, Tucson. Own truck, $35/hr, call Rick.")["plumbing"] == "must"
    assert strengths("Plumber needed, Tucson. We will train you, call Rick today.") == {}


def test_missing_language_and_licence():
    french = read_posting("Account manager\nRequirements\n- Fluent French\n- Salesforce")
    report = rank(profile_of("Account manager\nSalesforce\n\nLanguages\nEnglish, German"), french)
    assert [block.kind for block in report.blocks] == ["language"]
    nurse = read_posting("Registered Nurse\nRequirements\n- Current Oregon RN license\n- Patient care")
    assert "certificate" in {
        block.kind for block in rank(profile_of("Nurse aide\nPatient care in Oregon"), nurse).blocks
    }
    assert not rank(profile_of("Registered Nurse, Oregon\nPatient care"), nurse).blocks


def test_the_way_to_fit_leads_over_the_missing_language():
    posting = read_posting("Account manager\nRequirements\n- Fluent French\n- Salesforce\n- Negotiation and B2B sales")
    profile = profile_of("Account manager\nB2B sales, Salesforce, negotiation\n\nLanguages\nEnglish, German")
    path = match(profile, posting).path
    assert [step.slug for step in path] == ["french"]
    assert verdict_with(profile, posting, frozenset(["french"])) == "FIT"
