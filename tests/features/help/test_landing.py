"""The front page promises only what is there."""

import re

from careercoach.content import load
from careercoach.features.help.pages import landing
from careercoach.settings import settings


def test_figures_are_never_above_what_is_there():
    for count in (len(load.skills()), len(load.roles()), len(load.questions())):
        said = landing._at_least(count)
        assert count - 10 < int(said.rstrip("+")) <= count
    assert landing._at_least(120) == "120" and landing._at_least(127) == "120+"


def test_commands_lead_to_the_source_that_runs_here():
    assert settings.source_url in str(landing._self_host())


def test_page_asks_nothing_of_other_sites():
    shown = str(landing.landing_page())
    foreign = {url for url in re.findall(r"https?://[^\"'\s`\\]+", shown) if not url.startswith(settings.source_url)}
    assert foreign <= {"http://www.w3.org/2000/svg"}


def test_pictures_are_shown_only_when_they_were_taken(monkeypatch, tmp_path):
    monkeypatch.setattr(landing, "ASSETS", tmp_path)
    assert "img" not in str(landing._shot())
    (tmp_path / "shots").mkdir()
    (tmp_path / "shots" / "today-wide-light.avif").touch()
    assert "today-phone-dark.avif" in str(landing._shot())
