"""Names that share a word with organisations."""

from careercoach.features.resumes.rules.names import _score
from careercoach.features.resumes.rules.read import read_resume
from tests.features.resumes.rules.pages import column, paper, put


def test_a_small_word_inside_speaks_for_a_person_as_much_as_for_an_organisation():
    assert _score("Ana de la Cruz", "someone@example.org") > 0
    assert _score("Cruz Consulting Group", "someone@example.org") <= 0
    assert _score("Universidad de la Laguna", "someone@example.org") <= 0


def test_a_nickname_in_quotes_and_a_label_in_its_own_cell_are_no_part_of_the_name():
    quoted = paper([put('Geraldine "Gerry" O\'Shaughnessy', 40, 20, 20), put("gerry@example.org", 40, 50)])
    assert read_resume(quoted).resume["basics"]["name"] == "Geraldine O'Shaughnessy"
    labelled = paper([put("个人简历", 200, 20, 20), put("姓名", 40, 60), put("司马文昊", 140, 60), put("男", 300, 60)])
    assert read_resume(labelled).resume["basics"]["name"] == "司马文昊"


def test_letters_behind_a_name_are_no_state():
    lines = ["Leeds, UK | maria@example.org", "EXPERIENCE", "Staff Nurse, Leeds Infirmary", "Aug 2018 - Aug 2020"]
    page = paper([put("Maria Thompson, RN", 50, 40, 20.0, bold=True)], column(lines, 50, 70))
    assert read_resume(page).resume["basics"]["location"] == {"city": "Leeds, UK"}
