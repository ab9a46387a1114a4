"""E-mail addresses and phone numbers, whole and broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach.features.resumes.rules.contacts import find_phone, find_profiles
from careercoach.features.resumes.rules.mails import find_email

NAMES = st.from_regex(r"[a-z][a-z0-9]{2,12}", fullmatch=True)
HOSTS = st.sampled_from(["example.com", "mail.example.org", "uni-bonn.example.de", "correo.example.es"])


@pytest.mark.parametrize(
    ("lines", "email"),
    [
        (["Email: ada@example.com | +44 20 7946 0958"], "ada@example.com"),
        (["priya.raghunathan@exa", "mple.com"], "priya.raghunathan@example.com"),
        (["CONNOR.O.SULLIVAN@EXAMP", "LE.COM"], "connor.o.sullivan@example.com"),
        (["ada@", "example.com"], "ada@example.com"),
        (["ada@example", ".com"], "ada@example.com"),
        (["jur-", "gen.muller95@mail.example.org"], "jurgen.muller95@mail.example.org"),
        (["ada (at) example (dot) org"], "ada@example.org"),
        (["Contact", "ada@example.com"], "ada@example.com"),
        (["ada@example.com", "me.example.com"], "ada@example.com"),
        (["Tyrone Jackson Jr.", "tyrone.jackson@example.com"], "tyrone.jackson@example.com"),
        (["ada.", "lovelace@example.com"], "ada.lovelace@example.com"),
        (["b.kowalczyk@poczta.example.pl", "Nationality"], "b.kowalczyk@poczta.example.pl"),
        (["ada@posteo.example.deErfahrung"], "ada@posteo.example.de"),
        (["no address here"], ""),
    ],
)
def test_finds_the_email(lines: list[str], email: str) -> None:
    assert find_email(lines) == email


def test_takes_the_link_where_none_is_printed() -> None:
    assert find_email(["Write to me"], ["mailto:ada@example.com?subject=Hi"]) == "ada@example.com"


@given(
    name=NAMES,
    host=HOSTS,
    before=st.sampled_from(["", "E-mail: ", "✉ ", "| "]),
    after=st.sampled_from(["", " | Leeds", ",", " •"]),
)
def test_every_plain_address_is_found(name: str, host: str, before: str, after: str) -> None:
    assert find_email([f"{before}{name}@{host}{after}"]) == f"{name}@{host}"


@pytest.mark.parametrize(
    ("lines", "phone"),
    [
        (["(909) 555-5555"], "(909) 555-5555"),
        (["1-650-999-7777"], "1-650-999-7777"),
        (["Tel: +49 (0) 30 1234567"], "+49 (0) 30 1234567"),
        (["ada@example.com | 06 12 34 56 78 | Lyon"], "06 12 34 56 78"),
        (["2015 - 2018", "+91 98765 43210"], "+91 98765 43210"),
        (["13912345678"], "13912345678"),
        (["+55 (41) 99876-5432"], "+55 (41) 99876-5432"),
        (["206.555.0177"], "206.555.0177"),
        (["Phone", "612 345 678"], "612 345 678"),
        (["Fax: +44 20 7946 0000", "Mobile: +44 7700 900123"], "+44 7700 900123"),
        (["2011-06-01 - 2014-01-01"], ""),
        (["09/2008 – 06/2012"], ""),
        (["Raised $1,200,000 in 2019"], ""),
        (["https://example.com/in/1234567890"], ""),
    ],
)
def test_finds_the_phone(lines: list[str], phone: str) -> None:
    assert find_phone(lines) == phone


@given(st.lists(st.text(max_size=60), max_size=6))
def test_no_text_breaks_them(lines: list[str]) -> None:
    find_email(lines)
    find_phone(lines)


def test_knows_accounts_on_networks() -> None:
    found = find_profiles("", ["linkedin.com/in/ada", "https://github.com/ada/", "https://example.com/x"])
    assert [(profile["network"], profile["username"]) for profile in found] == [
        ("LinkedIn", "ada"),
        ("GitHub", "ada"),
    ]
