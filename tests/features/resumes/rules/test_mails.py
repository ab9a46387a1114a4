"""The person's e-mail address, however it stands on the page, and never that of a referee."""

import pytest

from careercoach.features.resumes.rules.mails import Place, find_email, read_address
from careercoach.features.resumes.rules.read import read_resume
from careercoach.ports.resume_text import Document, read_document
from tests.features.resumes.rules.pages import paper, put


@pytest.mark.parametrize(
    ("line", "email"),
    [
        ("Email:ada.byron@example.co.ukPhone:07700 900 321", "ada.byron@example.co.uk"),
        ("07700900321ada@example.org", "ada@example.org"),
        ("Emailada@example.org", "ada@example.org"),
        ("ada@example.orghttps://ada.example", "ada@example.org"),
        ("ada@example.orglinkedin.com/in/ada", "ada@example.org"),
        ("邮箱：ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ手机：13800138000", "ada@example.com"),
        ("邮箱ada@example。com手机", "ada@example.com"),
        ("ada.byron [at] example [dot] co [dot] uk", "ada.byron@example.co.uk"),
        ("ada (dot) byron (at) example.org", "ada.byron@example.org"),
        ("Correo: ada (arroba) example.es", "ada@example.es"),
        ("Email: ada.byron AT example DOT org", "ada.byron@example.org"),
        ("{ada, byron}@cs.example.edu", "ada@cs.example.edu"),
        ("ada@ example. co. uk", "ada@example.co.uk"),
        ("ada .byron@example .org", "ada.byron@example.org"),
        ("josé.peña@müller-büro.example.de", "josé.peña@müller-büro.example.de"),
        ("अजय@डाटामेल.भारत", "अजय@डाटामेल.भारत"),
        ("ada@xn--mller-kva.example", "ada@xn--mller-kva.example"),
        ("hello@ada.community", "hello@ada.community"),
        ("@ada.byron@example.org", "ada.byron@example.org"),
        ("Skilled at tables. Based in Leeds", ""),
    ],
)
def test_reads_an_address_however_it_is_written(line: str, email: str) -> None:
    assert find_email([line]) == email


@pytest.mark.parametrize(
    ("lines", "email"),
    [
        (["ada.byron", "@example.org"], "ada.byron@example.org"),
        (["ada", ".byron@example.org"], "ada.byron@example.org"),
        (["ada.byron@exam", "ple.co.uk"], "ada.byron@example.co.uk"),
        (["ada-byron@post-", "office.example"], "ada-byron@post-office.example"),
        (["ada.byron@out-", "look.com"], "ada.byron@outlook.com"),
        (["ada.byron@example.co", "Bath"], "ada.byron@example.co"),
        (["@adabyron", "ada@example.org"], "ada@example.org"),
    ],
)
def test_joins_an_address_over_lines(lines: list[str], email: str) -> None:
    assert find_email(lines) == email


def test_a_line_above_that_does_not_fill_its_column_is_a_text_of_its_own() -> None:
    assert read_address(Place("byron@example.org", ("ada.lovelace",), (), (False,))) == "byron@example.org"
    assert read_address(Place("byron@example.org", ("ada.lovelace",), (), (True,))) == "ada.lovelacebyron@example.org"


def test_tex_draws_the_low_line_of_an_address() -> None:
    assert (
        read_address(Place("ada byron@example.org"), (), lambda: frozenset({"ada", "byron"})) == "ada_byron@example.org"
    )
    assert read_address(Place("mail byron@example.org"), (), lambda: frozenset({"ada", "byron"})) == "byron@example.org"


def test_cells_beside_each_other_break_their_lines_on_their_own() -> None:
    page = [
        put("Ada Byron", 40, 60, size=22),
        *(put("ada.byron@exa", 40, 90), put("12 Quay Street,", 160, 90), put("020 7946 0958", 300, 90)),
        *(put("mple.org", 40, 102), put("Flat 9, Leeds", 160, 102)),
        put("EXPERIENCE", 40, 130, 13, bold=True),
        put("Clerk, Marrow Ltd, 2018 - 2020", 40, 150),
    ]
    assert read_resume(paper(page)).resume["basics"]["email"] == "ada.byron@example.org"


REFEREE = """REFERENCES
Olga Pemble, Head of Survey, Marrow Ltd, opemble@marrow.example.com
"""
RESUME = "Ada Byron\nSurveyor\n{}\n\nEXPERIENCE\nClerk, Marrow Ltd\n2018 - 2020\n- Wrote to info@marrow.example.com\n\n"


def read_text(text: str, links: list[str]) -> dict[str, str]:
    document: Document = read_document(text.encode(), "resume.txt")
    document.links = links
    return read_resume(document).resume["basics"]


@pytest.mark.parametrize(
    ("text", "links", "email"),
    [
        (RESUME.format("Leeds") + REFEREE, ["mailto:ada@example.org"], "ada@example.org"),
        (RESUME.format("Leeds") + REFEREE, ["mailto:opemble@marrow.example.com", "mailto:ada%40example.org"], "ada@example.org"),
        (RESUME.format("Leeds") + REFEREE + "\nCONTACT\nada@example.org\n", [], "ada@example.org"),
        (RESUME.format("Leeds").replace("info@marrow.example.com", "firms") + REFEREE, [], None),
    ],
)  # fmt: skip
def test_a_referee_is_not_the_person(text: str, links: list[str], email: str | None) -> None:
    assert read_text(text, links).get("email") == email
