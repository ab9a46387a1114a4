"""Numbers, names and skills that nobody wrote are found, in any spelling; what was written is left alone."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach.ports.ai.guard.names import Written, claims_others_skill, inventions, sentences

CV = (
    "Reporting assistant, Lumen Foods, Pune, 2022 - present. Wrote SQL queries for 14 store managers; built Excel pivot "
    "tables every week. Saved 1,200 hours a year, 12% of costs. Pune University, Bachelor of Commerce."
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Led SQL work at Google.", {"name"}),
        ("Globex hired me to write SQL.", {"name"}),
        ("Worked for GlobexCorp on SQL", {"name"}),
        ("worked at microsoft", {"name"}),
        ("Wrote SQL queries at globex for managers.", {"name"}),
        ("Wrote SQL with unicef", {"name"}),
        ("Wrote queries for dozens of managers", {"number"}),
        ("Saved thousands of hours", {"number"}),
        ("सैकड़ों घंटे बचाए", {"number"}),
        ("Ahorré miles de horas", {"number"}),
        ("Trabajé en Telefónica con SQL", {"name"}),
        ("गूगल में SQL लिखा", {"name"}),
        ("टाटा कंपनी में Excel", {"name"}),
        ("Saved 12,000 hours", {"number"}),
        ("Saved 1.3k hours", {"number"}),
        ("Cut costs by 40%", {"number"}),
        ("Wrote queries for forty managers", {"number"}),
        ("Doubled the output of Excel reports", {"number"}),
        ("Redujo los costes un 40 %", {"number"}),
        ("चालीस प्रबंधकों के लिए SQL", {"number"}),
        ("Ran SQL on Kubernetes", {"skill", "name"}),
        ("Built dashboards in power bi", {"skill"}),
        ("Harvard graduate", {"name"}),
    ],
)
def test_inventions_are_found(text, kinds):
    assert {one.kind for one in Written(CV).inventions(text, starts_freely=False)} >= kinds


@pytest.mark.parametrize(
    "text",
    [
        "Wrote SQL queries for fourteen store managers at Lumen Foods.",
        "Saved 1.2k hours, 12 percent of costs.",
        "Wrote SQL at work, at scale, at least every week and at the store.",
        "Automated Lumen's weekly reporting in Excel.",
        "Redacté consultas SQL para 14 gerentes en Lumen Foods.",
        "Lumen Foods के 14 प्रबंधकों के लिए SQL लिखा।",
        "Practise 20 minutes a day, three times a week.".replace("three times", "3 times"),
    ],
)
def test_what_was_written_stays(text):
    assert inventions(text, [CV]) == []


def test_only_the_sentence_with_the_invention_goes():
    assert (
        Written(CV).keep_true("Wrote SQL queries. Led 40 people at Google. Built Excel tables.")
        == "Wrote SQL queries. Built Excel tables."
    )


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("You are an expert in Kubernetes.", True), ("Tienes gran dominio de Kubernetes.", True), ("आपको Kubernetes आता है।", True),
        ("Learn Kubernetes next.", False), ("Kubernetes is missing.", False), ("Te falta Kubernetes.", False),
        ("You know SQL well.", False), ("Kubernetes सीखना शुरू करें।", False),
    ],
)  # fmt: skip
def test_a_skill_of_somebody_elses_is_not_claimed(sentence, claims):
    assert claims_others_skill(sentence, Written(CV)) is claims


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_sentences_lose_nothing_but_stops(text):
    stops = r"[\s.!?;\u0964]"
    assert re.sub(stops, "", "".join(sentences(text))) == re.sub(stops, "", text)


@given(st.integers(0, 10**12))
def test_a_number_is_itself_in_every_spelling(number):
    written = Written(f"It was {number} in all")
    for spelling in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "."), f"{number:,}".replace(",", " ")):
        assert not [one for one in written.inventions(f"we had {spelling} of them") if one.kind == "number"]
    assert [one.kind for one in written.inventions(f"we had {number + 101} of them")] == ["number"]
