"""Numbers inside sentences."""

import pytest

from careercoach.core.texts import figure, text


@pytest.mark.parametrize(
    ("value", "language", "said"),
    [(18.5, "en", "18.5"), (18.5, "es", "18,5"), (18.5, "hi", "18.5"), (42.0, "es", "42"), (0.75, "es", "0,75"),
     (0.0, "en", "0"), (100.0, "en", "100")],
)  # fmt: skip
def test_a_number_as_the_language_writes_it(value, language, said):
    assert figure(value, language) == said


def test_floats_of_a_sentence_follow_its_language_and_words_stay():
    assert text("core.percent", "es", n=42.5) == "42,5 %"
    assert text("core.percent", "es", n="42.5") == "42.5 %"
