"""The skill scanner on a small catalogue of awkward names, then on the real one."""

import time

import pytest

from careercoach.content.scan import Scanner, find_skills
from careercoach.content.shapes import Hours, Skill
from careercoach.content.terms import Term, build_trie, compile_skills, pack, skill_terms, unpack


def _skill(name: str, slug: str = "", **more: object) -> Skill:
    slug = slug or name.lower().replace("+", "p").replace("#", "sharp").replace(".", "dot").replace(" ", "-").strip("-")
    return Skill.model_validate(
        {"slug": slug, "name": name, "category": "test", "hours": Hours(basic=1, working=2, strong=3), **more}
    )


CODE = ["programming", "developer", "code", "language", "software"]
SKILLS = [
    _skill("C", "c", context=CODE, case_sensitive=True),
    _skill("C++", "cpp"),
    _skill("C#", "c-sharp"),
    _skill("R", "r", context=["statistics", "programming", "tidyverse"], case_sensitive=True),
    _skill("Go", "go", aliases=["golang"], context=CODE, case_sensitive=True),
    _skill(".NET", "dotnet", aliases=["dotnet"]),
    _skill("ASP.NET", "asp-net"),
    _skill("Node.js", "nodejs"),
    _skill("Java", "java"),
    _skill("JavaScript", "javascript", aliases=["JS"]),
    _skill("SQL", "sql"),
    _skill("SQL Server", "sql-server"),
    _skill("SQL Server Reporting Services", "ssrs"),
    _skill("Microsoft Excel", "excel", aliases=["Excel", "एक्सेल"], context=["spreadsheet", "office", "pivot"]),
    _skill("Python", "python"),
    _skill("CI/CD", "ci-cd"),
    _skill("Machine learning", "ml"),
    _skill("Contabilidad", "accounting", names={"hi": "लेखांकन"}),
    _skill("Project management", "pm"),
    _skill("Scaled Agile", "safe", aliases=["SAFe"], case_sensitive=True),
    _skill("React", "react", context=["javascript", "frontend"]),
    _skill("Study data", "cdisc", exact=["ADaM", "SEM"]),
    _skill("Corrective action (CAPA)", "capa"),
    _skill("Litigation", "litigation", names={"hi": "मुकदमेबाज़ी"}),
]


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner(
        {
            "trie": pack(build_trie(term for skill in SKILLS for term in skill_terms(skill))),
            "names": {skill.slug: skill.name for skill in SKILLS},
            "context": {skill.slug: skill.context for skill in SKILLS if skill.context},
        }
    )


def _slugs(scanner: Scanner, text: str) -> list[str]:
    return [found.slug for found in scanner.find(text)]


class TestNames:
    @pytest.mark.parametrize(
        ("text", "slugs"),
        [
            ("Skills: C/C++/C#, R, Go, .NET, Node.js.", ["c", "cpp", "c-sharp", "r", "go", "dotnet", "nodejs"]),
            ("I know C++.", ["cpp"]),
            ("Written in C#.", ["c-sharp"]),
            ("Built in ASP.NET/C#.", ["asp-net", "c-sharp"]),
            ("Services in Node.js. Then more.", ["nodejs"]),
            ("NodeJS and node js", ["nodejs", "nodejs"]),
            ("ASP.NET/.NET", ["asp-net", "dotnet"]),
            ("Java, JavaScript", ["java", "javascript"]),
            ("SQL Server Reporting Services and SQL", ["ssrs", "sql"]),
            ("machine-learning, Machine\nLearning", ["ml", "ml"]),
            ("CI / CD, ci-cd", ["ci-cd", "ci-cd"]),
            ("contabilidad, CONTABILIDAD", ["accounting", "accounting"]),
            ("लेखांकन में अनुभव", ["accounting"]),
            ("C programming language, Go developer", ["c", "go"]),
            ("managing projects of all sizes", ["pm"]),
            ("python, excel, sql", ["python", "excel", "sql"]),
            ("PYTHON | EXCEL | SQL", ["python", "excel", "sql"]),
            ("एक्सेल में काम किया है", ["excel"]),
            ("ADaM data, then SEM", ["cdisc", "cdisc"]),
            ("a CAPA log", ["capa"]),
            ("मुकदमेबाजी का अनुभव", ["litigation"]),
        ],
    )
    def test_found(self, scanner: Scanner, text: str, slugs: list[str]) -> None:
        assert _slugs(scanner, text) == slugs

    @pytest.mark.parametrize(
        "text",
        [
            "We go to the market and excel at it.",
            "Vitamin C helps. John R. Smith agrees.",
            "Javanese food in Sequel street",
            "Machine. Learning never stops",
            "machine\n\nlearning",
            "python@example.com and https://node.js.org/python and github.com/python",
            "How customers react matters.",
            "example.net is a web site",
            "go, see, conquer",
            "a safe place; safe at last",
            "Adam, sem experiência, com capas",
        ],
    )
    def test_plain_words_are_no_skills(self, scanner: Scanner, text: str) -> None:
        assert _slugs(scanner, text) == []

    def test_capital_inside_a_sentence_is_a_name(self, scanner: Scanner) -> None:
        assert _slugs(scanner, "building React applications") == ["react"]
        assert _slugs(scanner, "reports in Excel for the board") == ["excel"]

    def test_place_and_surface_are_of_the_text(self, scanner: Scanner) -> None:
        text = "Ünïcode first • then Node.js, C++ — done"
        for found in scanner.find(text):
            assert text[found.start : found.end] == found.surface

    def test_parted_accents_keep_their_places(self, scanner: Scanner) -> None:
        text = "Gestio\u0301n y contabilidad, Python"
        found = scanner.find(text)
        assert [(item.slug, item.surface) for item in found] == [("accounting", "contabilidad"), ("python", "Python")]


class TestTrie:
    def test_variant_never_takes_a_written_spelling(self) -> None:
        trie = build_trie([Term("back-end", "a"), Term("backend", "b")])
        assert trie["backend"][""] == ["b"]

    def test_packing_loses_nothing(self) -> None:
        trie = build_trie(term for skill in SKILLS for term in skill_terms(skill))
        assert {word: unpack(branch) for word, branch in pack(trie).items()} == trie

    def test_compiled_skills_are_json_without_loss(self) -> None:
        import json

        compiled = compile_skills()
        assert json.loads(json.dumps(compiled, ensure_ascii=False)) == compiled


EVERYDAY = [
    "Oakland, CA",
    "cada mes, con el fin de cumplir los fines de la empresa",
    "los titulares de la cuenta debían acudir en primavera",
    "vivo en Valencia; nos acompañó Vasco",
    "j'ai su, de mon point de vue, aller vite",
    "le mois payé et mes enfants",
    "sem experiência",
    "Luigi Bianchi, Rahul Misra and Adam Smith",
    "a lamp, a yarn and a cap on spending; oops",
    "in her companionship we heard impressions of the firearms debate",
    "creo que nace otra idea, jamás inferior",
]
WORDED = [
    ("telemetry, ACLS and patient care", "telemetry"),
    ("Enhanced EICR and PAT testing", "electrical-testing"),
    ("NVQ Level 2 in Health and Social Care", "health-social-care-diploma"),
    ("ISO 27001 lead auditor", "iso-27001"),
    ("Okta administration", "okta"),
    ("Next.js, Prisma ORM", "prisma-orm"),
    ("FTTH fusion splicing with OTDR", "fiber-optics"),
    ("tramitación de siniestros", "claims-handling"),
    ("fichas de unidades de tratamiento de aire", "chillers-air-handlers"),
    ("मरीज़ों की निगरानी", "patient-monitoring"),
    ("दूध दुहना", "dairy-farming"),
    ("SAP EWM consultant", "sap-ewm"),
]


class TestRealCatalogue:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Skills: C, C++, C#, R, Go, .NET, Node.js", {"C", "C++", "C#", "R", "Go", ".NET", "Node.js"}),
            ("C/C++/C#", {"C", "C++", "C#"}),
            ("Python, SQL; Excel.", {"Python", "SQL"}),
        ],
    )
    def test_name_cases(self, text: str, names: set[str]) -> None:
        assert names <= {found.name for found in find_skills(text)}

    def test_plain_sentence_holds_no_machine_language(self) -> None:
        found = {item.name for item in find_skills("We go on and on; plan C is to rest, R. Miller said at noon.")}
        assert not found & {"C", "R", "Go"}

    @pytest.mark.parametrize("text", EVERYDAY)
    def test_everyday_words_are_no_skills(self, text: str) -> None:
        assert [item.surface for item in find_skills(text)] == []

    @pytest.mark.parametrize(("text", "slug"), WORDED)
    def test_as_adverts_word_it(self, text: str, slug: str) -> None:
        assert slug in {item.slug for item in find_skills(text)}

    def test_a_long_text_is_scanned_in_milliseconds(self) -> None:
        text = "Led a team of Python developers; wrote SQL, kept Kubernetes alive and trained new staff.\n" * 200
        find_skills(text)
        start = time.process_time()
        find_skills(text)
        assert time.process_time() - start < 0.1
