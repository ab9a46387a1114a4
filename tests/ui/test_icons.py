"""Icons are drawn in place; every name that a page uses is there."""

import re

import pytest

from careercoach.core.texts import PACKAGE
from careercoach.ui.components.icons import icon, paths

NAMED = re.compile(r"""\bicon(?:_end|_button)?(?:=|\(\s*)"([a-z0-9-]+)\"""")


def test_every_name_in_the_sources_can_be_drawn():
    used = {name for path in PACKAGE.rglob("*.py") for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert used - set(paths()) == set()


@pytest.mark.parametrize("name", paths())
def test_each_path_begins_at_a_place_of_its_own(name: str):
    assert re.match(r"M[\d.-]", paths()[name])


def test_icon_is_silent_and_of_its_size():
    drawn = str(icon("sun", 15))
    assert '"aria-hidden":"true"' in drawn and "width:15" in drawn


def test_unknown_icon_fails_the_build():
    with pytest.raises(KeyError):
        icon("no-such-icon")
