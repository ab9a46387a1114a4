"""The figures of a report say what the answers showed, and nothing when there is too little to tell."""

from careercoach.content import load
from careercoach.features.interviews.rules import report
from careercoach.features.interviews.rules.answers import score_answer
from careercoach.features.interviews.rules.choice import Wish, choose_questions
from careercoach.features.interviews.rules.report import Judged
from careercoach.features.interviews.rules.telling import tell_all

ROLE = "backend-developer"


def judged(answers: dict[str, str] | None = None, *, share: float = 1.0, size: int = 8) -> list[Judged]:
    """An interview in which everything (`share` of its words) is answered with the strong answers."""
    found: list[Judged] = []
    for question in choose_questions(Wish(ROLE, size)):
        words = question.strong_answer.en.split()
        answer = (answers or {}).get(question.slug, " ".join(words[: round(len(words) * share)]))
        found.append(Judged(question, score_answer(question, answer)))
    return found


def test_strong_interview_has_strong_figures():
    figures = report.figures(ROLE, judged())
    assert min(figures.overall, figures.technical or 0, figures.communication) >= 70
    assert figures.job_match is not None
    assert report.strengths(judged())


def test_nothing_said_is_nothing_on_every_figure():
    figures = report.figures(ROLE, judged(share=0))
    assert figures.overall == 0
    assert figures.technical == 0
    assert figures.communication <= 25
    assert not figures.job_match
    assert not report.strengths(judged(share=0))
    assert report.weaknesses(judged(share=0))


def test_better_answers_never_lower_a_figure():
    low, high = report.figures(ROLE, judged(share=0.5)), report.figures(ROLE, judged())
    assert low.overall < high.overall
    assert (low.job_match or 0) <= (high.job_match or 0)


def test_job_match_is_silent_when_too_few_needs_came_up():
    few = [entry for entry in judged() if entry.question.kind == "technical"][:2]
    figures = report.figures(ROLE, few)
    assert figures.job_match is None
    assert figures.job_match_note.key == "interviews.note.not_enough"


def test_role_outside_the_catalogue_has_no_job_match():
    assert report.figures("", judged()).job_match_note.key == "interviews.note.no_role"


def test_every_line_has_its_sentences():
    for share in (0, 0.3, 0.6, 1):
        entries = judged(share=share)
        figures = report.figures(ROLE, entries)
        notes = [figures.technical_note, figures.communication_note, figures.job_match_note]
        for advice in (
            *notes,
            *report.strengths(entries),
            *report.weaknesses(entries),
            *report.recommendations(entries),
        ):
            said = tell_all(advice)
            assert said.en != said.hi != said.es
            assert "{" not in said.en + said.hi + said.es


def test_weakest_question_is_the_first_to_repeat():
    entries = judged()
    target = entries[-1].question
    entries = judged({target.slug: "I do not know."})
    advice = report.recommendations(entries)[0]
    assert advice.key == "interviews.next.again"
    assert advice.values["question"].en == target.text.en  # pyright: ignore[reportAttributeAccessIssue]
    assert target.slug in load.questions() or target.slug.startswith("used-")
