"""Names that share a word with organisations."""

from careercoach.features.resumes.rules.names import _score


def test_a_small_word_inside_speaks_for_a_person_as_much_as_for_an_organisation():
    assert _score("Ana de la Cruz", "someone@example.org") > 0
    assert _score("Cruz Consulting Group", "someone@example.org") <= 0
    assert _score("Universidad de la Laguna", "someone@example.org") <= 0
