"""Forms that resumes unknown to us brought up: each line of a table here was once read wrong."""

import pytest

from careercoach.features.resumes.rules.dates import find_periods, without_dates
from careercoach.features.resumes.rules.names import _candidates
from careercoach.features.resumes.rules.read import read_resume
from careercoach.features.resumes.rules.telling import is_bare_place, is_field, is_place, schoolness, titleness
from careercoach.features.resumes.rules.titles import section_kind
from careercoach.ports.resume_text import Line, read_document
from tests.features.resumes.rules.pages import paper, put

TOP = "Ada Lovelace\nada@example.org\n\n"


def read(text: str) -> dict:
    return read_resume(read_document((TOP + text).encode(), "ada.txt")).resume


def read_page(*lines: Line) -> dict:
    name = [put("Ada Lovelace", 40, 20, 20), put("ada@example.org", 40, 44)]
    return read_resume(paper([*name, *lines])).resume


def posts(resume: dict) -> list[tuple[str, str]]:
    return [(post.get("name", ""), post.get("position", "")) for post in resume["work"]]


def keywords(resume: dict) -> list[str]:
    return [word for group in resume["skills"] for word in (group["keywords"] or [group["name"]])]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cook, CV Jati Lestari, Solo, 2012–2023\nBaker, UD Rimba, Solo, 2009–2012", ("CV Jati Lestari, Solo", "Cook")),
        ("2019 – 2021 Bilbao, España\nTÉCNICO DE OBRA | TALLERES ORDUNTE S.COOP.", ("TALLERES ORDUNTE S.COOP.", None)),
        ("2018.07-2020.02 鹭岛会计师事务所 审计助理", ("鹭岛会计师事务所", "审计助理")),
        ("Vendeuse - Maison Dubreuil\nDe septembre 2022 à juillet 2024", ("Maison Dubreuil", "Vendeuse")),
        ("Hôtesse de caisse - Maison Dubreuil\nJuillet et août 2021", ("Maison Dubreuil", "Hôtesse de caisse")),
        ("Kettle Analytics\nSales Director\n2019 - 2022\nRolled out the new CPQ.", ("Kettle Analytics", None)),
    ],
)
def test_post_and_employer(text: str, wanted: tuple[str, str | None]) -> None:
    found = posts(read(f"EXPERIENCE\n\n{text}\n"))
    assert found[0][0] == wanted[0]
    assert wanted[1] in (None, found[0][1])


def test_a_town_behind_a_dash_is_no_part_of_a_place_that_hides_the_employer() -> None:
    assert posts(read("EXPERIENCE\n\nBookkeeper, Tidewater Dental — Moncton, NB\nJune 2013 to August 2019\n")) == [
        ("Tidewater Dental", "Bookkeeper")
    ]


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("Computer Science\nB.Tech\nIIT Bombay\n2012 – 2016", "IIT Bombay"),
        ("Master Comptabilité, Contrôle, Audit\nINP-HB\n2014", "INP-HB"),
        ("Programme Grande École\nAudencia\n2013 – 2016", "Audencia"),
        ("MBA, Finance\nKellogg\n2006 – 2008", "Kellogg"),
        ("Bachelor’s of Science, Computer Science\nHarvey Mudd\n2019 – 2023", "Harvey Mudd"),
    ],
)
def test_schools_without_a_word_for_it(text: str, school: str) -> None:
    assert [entry["institution"] for entry in read(f"EDUCATION\n\n{text}\n")["education"]] == [school]


def test_the_line_that_names_columns_is_no_entry() -> None:
    table = [
        put(text, x, y, bold=y == 120)
        for y, row in (
            (120, ("Course", "Institute", "Year", "%")),
            (140, ("MCA", "Thapar University", "2019", "78")),
            (160, ("BCA", "Khalsa College", "2017", "74")),
        )
        for x, text in zip((40, 160, 340, 420), row, strict=True)
    ]
    read_schools = read_page(put("EDUCATION", 40, 90, 13, bold=True), *table)["education"]
    assert [entry["institution"] for entry in read_schools] == ["Thapar University", "Khalsa College"]


def test_what_stands_among_skills_by_accident_is_none() -> None:
    found = keywords(
        read("SKILLS\nLogik, Weben\nRegensburg, den 3. Mai 2024\nada@example.org\n+49 941 555 0163\nAda Lovelace\n1")
    )
    assert found == ["Logik", "Weben"]


def test_a_grid_of_skills_set_flush_right_keeps_its_left_half() -> None:
    def flush(text: str, right: float, y: float, size: float = 10.0, *, bold: bool = False) -> Line:
        return put(text, right - len(text) * size / 2, y, size, bold=bold)

    lines = [flush("SKILLS", 555, 300, 13, bold=True)]
    lines += [flush(text, 555, 200 + 14 * at) for at, text in enumerate(("Weaving for looms", "Lectures", "Letters"))]
    for at, (left, right) in enumerate((("Budgeting", "Vendor management"), ("Staging", "Cvent"), ("Maps", "Risks"))):
        lines += [flush(left, 290, 322 + 14 * at), flush(right, 555, 322 + 14 * at)]
    assert {"Budgeting", "Staging", "Maps", "Cvent"} <= set(keywords(read_page(*lines)))


def test_lines_set_flush_right_are_a_list() -> None:
    words = ("Range planning", "Supplier negotiation", "Merchandising", "Forecasts")
    lines = [put("SKILLS", 495, 100, 13, bold=True)]
    lines += [put(word, 555 - 5 * len(word), 120 + 12 * at) for at, word in enumerate(words)]
    assert keywords(read_page(*lines)) == list(words)


def test_training_holds_the_degrees_where_no_section_is_titled_education() -> None:
    assert read("TRAINING\n\nBSc Physiotherapy\nLeeds Beckett University\n2013 – 2017\n")["education"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Academic Appointments", "work"),
        ("Research & Work Experience", "work"),
        ("Where I Studied", "education"),
        ("Professional Preparation", "education"),
        ("What I'm Good At", "skills"),
        ("Qualificações e Cursos", "certificates"),
    ],
)
def test_titles(title: str, kind: str) -> None:
    assert section_kind(title) == kind


def test_words_alone() -> None:
    assert is_place("Boulder, CO")
    assert not is_bare_place("Tidewater Dental — Moncton, NB")
    assert is_field("Computer Science") and not is_field("Computer Science, Reed")
    assert all(
        schoolness(name) >= 2 for name in ("Caltech", "Sciences Po Rennes"[:11], "TU Delft", "Kellogg, Evanston")
    )
    assert all(titleness(post) >= 2 for post in ("Gestionnaire de paie", "Rechtsanwältin", "Bricklayer", "Porteiro"))
    assert titleness("Attending Surgeon, Department of Surgery, Harlan Medical Center") >= 2
    assert _candidates("Resume of Ada Lovelace") == ["Ada Lovelace"]


@pytest.mark.parametrize("text", ["Étés 2017 et 2018", "De 05/2018 até o momento", "2020 – auj."])
def test_nothing_of_a_date_is_left(text: str) -> None:
    assert find_periods(text)
    assert without_dates(text) == ""


def read_text(*lines: str) -> dict:
    return read_resume(read_document("\n".join(lines).encode(), "resume.txt")).resume


def test_skills_on_the_last_line_of_a_plain_text() -> None:
    head = (
        "ADA BYRON",
        "ada@example.org",
        "EXPERIENCE",
        "Clerk, Marrow Ltd, Leeds (04/2019-Present)",
        "* Kept the books",
    )
    found = read_text(
        *head, "EDUCATION", "BSc Mathematics, University of Leeds (2014)", "Skills: Excel, Ledgers, Payroll"
    )
    assert [skill["name"] for skill in found["skills"]] == ["Excel", "Ledgers", "Payroll"]
    assert found["education"][0]["institution"] == "University of Leeds"


def test_fields_named_before_colons_in_any_order() -> None:
    post = (
        "Period: {}",
        "Company: {}",
        "Place: Leeds",
        "Position: {}",
        "Duties: Kept the books",
        "- Founded in 2016 the club that keeps the books of the whole region",
        "",
    )
    facts = [("2019 - Present", "Huma", "Clerk"), ("2014 - 2019", "Quorum", "Junior Clerk")]
    lines = [
        line.format(fact) for one in facts for line, fact in zip(post, (*one[:2], "", one[2], "", "", ""), strict=True)
    ]
    found = read_text("ADA BYRON", "ada@example.org", "EXPERIENCE", *lines)["work"]
    assert [(entry["name"], entry["position"]) for entry in found] == [("Huma", "Clerk"), ("Quorum", "Junior Clerk")]


def test_posts_in_three_columns() -> None:
    lines = [put("ADA BYRON", 40, 40, 20), put("EXPERIENCE", 40, 80, 13, bold=True)]
    for top, dates, firm, role in (
        (100, ("May 2016 – Aug", "2023", "Leeds"), ("Marrow and his Son", "Trading"), "Clerk"),
        (160, ("Feb 2011 – Apr", "2016", "York"), ("Quorum",), "Junior Clerk"),
    ):
        lines += [put(text, 40, top + 12 * row) for row, text in enumerate(dates)]
        lines += [put(text, 150, top + 12 * row, bold=True) for row, text in enumerate(firm)]
        lines += [put(role, 150, top + 12 * len(firm)), put("Kept the books", 262, top)]
        lines += [put("Answered letters", 262, top + 12)]
    found = read_resume(paper(lines)).resume["work"]
    assert [(entry["name"], entry["position"], entry["startDate"], entry["endDate"]) for entry in found] == [
        ("Marrow and his Son Trading", "Clerk", "2016-05", "2023-08"),
        ("Quorum", "Junior Clerk", "2011-02", "2016-04"),
    ]


def test_a_post_with_the_consonants_of_a_title_is_a_post() -> None:
    found = read_text(
        "सरिता भटनागर", "sarita@example.org", "", "कार्य अनुभव", "", "वरिष्ठ शिक्षिका", "राजकीय विद्यालय | 2016 - 2020", "",
        "शिक्षिका", "सरस्वती विद्यालय | 2010 - 2016", "", "शिक्षा", "", "बी.एड., अजमेर विश्वविद्यालय, 2010",
    )  # fmt: skip
    assert [entry["position"] for entry in found["work"]] == ["वरिष्ठ शिक्षिका", "शिक्षिका"]


def test_a_surname_that_ends_as_posts_do_is_a_name() -> None:
    found = read_text(
        "Eberhard Tönnies-Kraft",
        "eberhard.toennies@example.de",
        "",
        "BERUFSERFAHRUNG",
        "Konstrukteur, Vowalon, 2019 - 2020",
    )
    assert found["basics"]["name"] == "Eberhard Tönnies-Kraft"


def test_the_name_before_its_address_and_posts_set_in_below_their_dates() -> None:
    found = read_text(
        "Hester Quillfeather <hester.quill@example.com>", "01736 555 0171 // Penzance", "", "~ Experience ~", "",
        "02/2019 - Present  Tidewright (Penzance)", "    Senior Ecologist", "    + Mapped 140 ha of seagrass", "",
        "~ Education ~", "", "2012 - 2013  University of Plymouth", "    MSc Marine Biology",
    )  # fmt: skip
    assert found["basics"]["name"] == "Hester Quillfeather"
    assert posts(found) == [("Tidewright", "Senior Ecologist")]


def test_skills_parted_by_ornaments_and_rated_by_stars() -> None:
    assert keywords(read("SKILLS\nDiving ✦ QGIS ✦ Species identification")) == [
        "Diving",
        "QGIS",
        "Species identification",
    ]


@pytest.mark.parametrize("text", ["Bilkent Üniversitesi", "Stavanger Tekniske Skole", "Universitas Gadjah Mada"])
def test_schools_of_other_countries(text: str) -> None:
    assert schoolness(text) >= 2


@pytest.mark.parametrize(
    "text", ["Goldschmiedemeisterin", "Enóloga", "Fontanera", "Puéricultrice", "Caldeireiro", "焊工", "वनरक्षक"]
)
def test_trades_are_posts(text: str) -> None:
    assert titleness(text) >= 2
