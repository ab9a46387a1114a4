"""What is read from a posting: title, sections, requirements with strength, conditions. Every place is checked."""

import pytest

from careercoach.features.matching.rules.pay import find_pay
from careercoach.features.matching.rules.sections import plain_text
from careercoach.features.matching.schemas import Posting
from careercoach.features.matching.service import read_posting

FULL = """Senior Data Analyst
Location: Austin, TX (hybrid)

About us
Our product runs on Kubernetes and is sold to hospitals.

Responsibilities
- Build dashboards in Tableau
- Present insights to stakeholders

Requirements
- 4+ years of experience with SQL
- Python or R
- Bachelor's degree in statistics or a related field
- AWS, Azure or GCP

Nice to have
- dbt
- Spanish

Benefits
Salary: $90,000 - $110,000 per year. Yoga, Excel courses.

We are an equal opportunity employer regardless of race, gender, SAP or age.
"""


def _by_slug(posting: Posting) -> dict[str, str]:
    return {item.slug or item.name: item.strength for item in (*posting.requirements, *posting.languages)}


@pytest.fixture(scope="module")
def full() -> Posting:
    return read_posting(FULL)


class TestWholePosting:
    def test_title_and_seniority(self, full: Posting) -> None:
        assert (full.title, full.seniority) == ("Senior Data Analyst", 3)

    def test_strength_follows_the_section(self, full: Posting) -> None:
        asked = _by_slug(full)
        assert asked["sql"] == "must"
        assert asked["tableau"] == "duty"
        assert asked["dbt"] == "nice"
        assert asked["spanish"] == "nice"

    def test_talk_about_the_firm_and_the_pay_asks_for_nothing(self, full: Posting) -> None:
        assert not {"kubernetes", "excel", "yoga-instruction", "sap"} & set(_by_slug(full))

    def test_years_belong_to_their_skill_and_to_the_posting(self, full: Posting) -> None:
        assert full.years_least == 4
        assert next(item.years for item in full.requirements if item.slug == "sql") == 4

    def test_alternatives_share_a_group(self, full: Posting) -> None:
        groups = {item.slug: item.group for item in full.requirements}
        assert groups["python"] == groups["r"] != groups["sql"]
        assert len({item.group for item in full.requirements if item.quote in ("AWS", "Azure", "GCP")}) == 1

    def test_a_comma_ends_a_choice_unless_what_follows_is_one_more_way(self) -> None:
        def groups(line: str) -> list[int]:
            found = read_posting(f"Requirements\n- {line}").requirements
            return [item.group - found[0].group for item in found]

        assert groups("Java or Python, SQL and Git") == [0, 0, 1, 2]
        assert groups("Java, Go or Python, SQL") == [0, 0, 0, 1]
        assert groups("React, Vue or Angular, TypeScript, CSS") == [0, 0, 0, 1, 2]
        assert groups("AWS, Azure or GCP, Docker") == [0, 0, 0, 1]

    def test_what_may_stand_in_does_so_in_the_whole_posting(self) -> None:
        text = "Our stack: Go, Kafka\nRequirements\n- two years with Go or a similar language (Rust, Java)\n- SQL"
        groups = {item.slug: item.group for item in read_posting(text).requirements}
        assert groups["go"] == groups["rust"] == groups["java"]
        assert len({groups["go"], groups["apache-kafka"], groups["sql"]}) == 3

    def test_conditions(self, full: Posting) -> None:
        assert (full.education, full.education_is_must) == ("bachelor", True)
        assert (full.place, full.location) == ("hybrid", "Austin, TX (hybrid)")
        assert full.pay is not None
        assert (full.pay.least_year, full.pay.most_year, full.pay.currency) == (90_000, 110_000, "USD")

    def test_every_quote_stands_where_it_says(self, full: Posting) -> None:
        quotes = [
            *full.requirements,
            *full.languages,
            *full.certificates,
            full.title_at,
            full.years_at,
            full.education_at,
        ]
        for quote in quotes:
            assert quote is not None
            assert full.text[quote.start : quote.end] == quote.quote


class TestSentences:
    @pytest.mark.parametrize(
        ("text", "slug"),
        [
            ("Requirements: Python. No experience with Java required.", "java"),
            ("You know Python. Java is not required.", "java"),
            ("You know Python; you will not write Java.", "java"),
            ("Requisitos: Python. No es necesario Java.", "java"),
            ("We are migrating from Java to Python; you know Python.", "java"),
            ("We sell Kubernetes consulting. You know Python.", "kubernetes"),
        ],
    )
    def test_what_is_denied_is_not_asked_for(self, text: str, slug: str) -> None:
        assert slug not in _by_slug(read_posting(text))
        assert "python" in _by_slug(read_posting(text))

    @pytest.mark.parametrize(
        ("text", "strengths"),
        [
            ("Requirements: Python. Docker is a plus.", {"python": "must", "docker": "nice"}),
            ("Requirements: strong Python, Docker a plus", {"python": "must", "docker": "nice"}),
            ("Requirements: Python, ideally with Django", {"python": "must", "django": "nice"}),
            ("Requirements: Python; Docker (nice to have); Git", {"python": "must", "docker": "nice", "git": "must"}),
            ("Must have: Python\nNice to have: Docker, Git", {"python": "must", "docker": "nice", "git": "nice"}),
            ("Requisitos: Python y SQL. Se valorará Docker.", {"python": "must", "sql": "must", "docker": "nice"}),
        ],
    )
    def test_strength_of_a_sentence(self, text: str, strengths: dict[str, str]) -> None:
        found = _by_slug(read_posting(text))
        assert {slug: found.get(slug) for slug in strengths} == strengths

    def test_prose_without_any_heading_asks_all_the_same(self) -> None:
        found = _by_slug(read_posting("We want someone who writes SQL, likes Tableau and has used Python for years."))
        assert {"sql", "tableau", "python"} <= set(found)

    def test_unknown_tools_are_kept_by_name(self) -> None:
        found = read_posting("Requirements:\n- Python\n- Experience with Zorbium and QuantaDesk")
        assert {"Zorbium", "QuantaDesk"} <= {item.name for item in found.requirements if item.slug is None}


class TestTitle:
    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("Registered Nurse - Intensive Care Unit\nFull-time", "Registered Nurse"),
            ("Job Title: Site Engineer\nLocation: Pune", "Site Engineer"),
            ("We are looking for a Senior Backend Engineer to join our team.", "Senior Backend Engineer"),
            ("Acme is hiring an experienced Marketing Manager for its office.", "Marketing Manager"),
            ("Buscamos una enfermera para el turno de noche.", "enfermera"),
            ("The Data Analyst will be responsible for reports.", "Data Analyst"),
            ("Maintenance technician for a bottling plant: repair of pumps.", "Maintenance technician"),
        ],
    )
    def test_title(self, text: str, title: str) -> None:
        assert read_posting(text).title == title

    def test_no_title_is_no_error(self) -> None:
        assert read_posting("Python, SQL, Excel. Apply now!").title in ("", "Python")


class TestPay:
    @pytest.mark.parametrize(
        ("text", "least", "most", "currency"),
        [
            ("$34/hour", 70_720, 70_720, "USD"),
            ("\u20ac55k - \u20ac65k", 55_000, 65_000, "EUR"),
            ("Rs 4 - 5 LPA", 400_000, 500_000, "INR"),
            ("\u20b920,000 per month", 240_000, 240_000, "INR"),
        ],
    )
    def test_brought_to_a_year(self, text: str, least: int, most: int, currency: str) -> None:
        pay = find_pay(text)
        assert pay is not None
        assert (pay.least_year, pay.most_year, pay.currency) == (least, most, currency)

    @pytest.mark.parametrize("text", ["$5 billion in assets", "a $20 voucher", "raised $40M"])
    def test_other_sums_are_no_pay(self, text: str) -> None:
        assert find_pay(text) is None


class TestHtml:
    def test_html_reads_like_text(self) -> None:
        page = "<h2>Chef</h2><p>Requirements</p><ul><li>Menu&nbsp;planning</li><li>HACCP</li></ul><script>SQL</script>"
        assert plain_text(page).splitlines()[0] == "Chef"
        assert "sql" not in _by_slug(read_posting(page))
        assert {"haccp", "menu-planning"} <= set(_by_slug(read_posting(page)))

    def test_a_very_long_posting_is_read_whole(self) -> None:
        long = "About us\n" + "We make things. " * 3000 + "\nRequirements\n- Python\n"
        assert "python" in _by_slug(read_posting(long))

    @pytest.mark.parametrize("text", ["", " \n ", "?????", "\x00", "a" * 20_000, "- " * 5_000])
    def test_anything_can_be_read(self, text: str) -> None:
        read_posting(text)


def musts(text: str) -> set[str]:
    return {item.slug or item.name for item in read_posting(text).requirements if item.strength == "must"}


class TestWhatIsNotAsked:
    @pytest.mark.parametrize(
        "text",
        [
            "Junior Bookkeeper\n\nRequirements\n- Xero\n\nWhat you will not do: payroll, audits.",
            "Electrician\n\nMust haves\n- Conduit bending\n\nYou won't need\n- Payroll, audits",
            "Clerk\n\nRequirements\n- Excel\n- No payroll or audits experience required",
            "Developer\n\nRequirements\n- Git\n\nNot a must: payroll, audits.",
            "Accountant. You know Excel well. Our customers use payroll and audits heavily.",
        ],
    )
    def test_what_is_denied_or_belongs_to_others(self, text: str) -> None:
        assert not {"payroll", "auditing"} & musts(text)

    def test_an_advantage_named_first_is_no_talk_about_the_firm(self) -> None:
        posting = read_posting("Data engineer. You know SQL and Python. Terraform is desirable. Kafka helps.")
        strengths = {item.slug: item.strength for item in posting.requirements}
        assert (strengths["terraform"], strengths["apache-kafka"]) == ("nice", "nice")

    def test_names_of_countries_towns_and_buildings_are_no_skills(self) -> None:
        text = "Chef, Leeds. Italian kitchen, HACCP. We work in Building C beside the Python and Java people."
        assert not {"italian", "sustainable-design", "c"} & {
            item.slug for item in (*read_posting(text).requirements, *read_posting(text).languages)
        }

    def test_what_the_firm_sells_is_no_must(self) -> None:
        assert "electronics" not in musts("Sales associate for our electronics store. Run the cash register.")

    def test_a_wish_behind_years_is_no_wish_for_the_skills_before_it(self) -> None:
        text = "Requirements: gait training, active PT license, one year of experience preferred."
        posting = read_posting(text)
        assert (posting.years_least, [item.strength for item in posting.requirements][:1]) == (None, ["must"])
        assert [quote.quote for quote in posting.certificates] == ["active PT license"]

    def test_a_denied_certificate_and_a_degree_that_is_only_nice(self) -> None:
        posting = read_posting("Bookkeeper\n\n- No CPA required\n- A bachelor's degree is nice but not required")
        assert (posting.certificates, posting.education_is_must) == ([], False)


class TestOtherLanguages:
    @pytest.mark.parametrize(
        ("text", "title", "years", "education"),
        [
            ("Koch (m/w/d)\n\nIhr Profil\n- Abgeschlossene Ausbildung\n- Mindestens 3 Jahre", "Koch", 3, "vocational"),
            ("Vaga: Analista de Marketing\n\nRequisitos\n- Ensino superior\n- 2 anos de experiência", "Analista de Marketing", 2, "bachelor"),
            ("职位：前端开发工程师\n岗位要求：\n1. 本科及以上学历，3年以上前端开发经验", "前端开发工程师", 3, "bachelor"),
            ("Poste : Comptable\n\nProfil recherché\n- Bac+5\n- 4 ans d'expérience", "Comptable", 4, "master"),
            ("Buscamos Contador/a Senior para Lima\n\nRequisitos:\n- Licenciatura\n- 5 años de experiencia", "Contador/a Senior", 5, "bachelor"),
            ("पद: ऑपरेटर\nआवश्यक योग्यता:\n- 12वीं पास\n- 1 वर्ष का अनुभव", "ऑपरेटर", 1, "secondary"),
        ],
    )  # fmt: skip
    def test_title_years_and_degree(self, text: str, title: str, years: float, education: str) -> None:
        posting = read_posting(text)
        assert (posting.title, posting.years_least, posting.education) == (title, years, education)

    def test_sections_and_wishes(self) -> None:
        text = "Développeur\n\nVotre profil\n- Docker\n- Kubernetes est un plus\n\nAvantages\nCours de Python"
        posting = read_posting(text)
        assert {item.slug: item.strength for item in posting.requirements} == {"docker": "must", "kubernetes": "nice"}

    def test_going_to_market_is_no_go(self) -> None:
        assert not read_posting("Head of Go-to-market\nYou own sales.").roles or (
            read_posting("Head of Go-to-market\nYou own sales.").roles[0].slug != "backend-developer"
        )
