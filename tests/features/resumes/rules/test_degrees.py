"""A degree and its subject, and what in an entry is prose."""

import pytest

from careercoach.features.resumes.rules.education import split_degree


@pytest.mark.parametrize(
    ("text", "degree", "subject"),
    [
        ("Grado en Ingeniería Informática", "Grado", "Ingeniería Informática"),
        ("Técnico Superior en Desarrollo de Aplicaciones Web", "Técnico Superior", "Desarrollo de Aplicaciones Web"),
        ("Master of Science in Statistics", "Master of Science", "Statistics"),
        ("B.Sc. in Biology", "B.Sc.", "Biology"),
    ],
)
def test_a_subject_may_be_named_like_a_degree(text, degree, subject):
    assert split_degree(text, []) == (degree, subject)
