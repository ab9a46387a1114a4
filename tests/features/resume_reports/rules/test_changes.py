"""What a new version fixed, kept in other words, and brought."""

from careercoach.features.resume_reports.rules.changes import compare
from tests.features.resume_reports.conftest import RESUME
from tests.features.resume_reports.rules.fixers import Paper

OLD = Paper(RESUME)


def compared(new: Paper):
    return compare(OLD.report(), new.report(), new.text)


def test_the_same_file_has_nothing_fixed_and_nothing_new():
    result = compared(OLD)
    assert (result.fixed, result.same, result.new) == ([], {}, 0)


def test_a_fixed_opening_is_fixed():
    result = compared(OLD.put("Responsible for managing", "Managed"))
    assert [(one.kind, one.words) for one in result.fixed] == [("weak_verb", "Responsible for")]
    assert result.new == 0


def test_a_reworded_passage_with_the_same_fault_is_the_same_finding():
    result = compared(OLD.put("together with the warehouse", "together with our warehouse"))
    assert result.fixed == [] and result.new == 0
    assert len(result.same) == 2  # its weak verb and its missing number


def test_a_point_nobody_asks_about_any_more_was_not_fixed():
    # The number goes to another point than the one we asked about.
    result = compared(OLD.put("Trained new colleagues", "Trained 9 new colleagues"))
    assert result.fixed == [] and result.new == 0


def test_a_new_keyword_is_fixed_and_a_new_fault_is_new():
    result = compared(OLD.put("SQL, Excel,", "SQL, Excel, Power BI,").put("- Automated", "- I automated"))
    assert [(one.kind, one.skill) for one in result.fixed] == [("keyword", "power-bi")]
    assert result.new == 1


def test_ids_do_not_depend_on_spelling_of_spaces_case_and_marks():
    spaced = OLD.put("Worked on cleaning the product data", "worked  on cleaning, the Product data")
    weak = [{one.id for one in paper.report().findings if one.kind == "weak_verb"} for paper in (OLD, spaced)]
    assert weak[0] == weak[1]


def test_twice_the_same_words_are_two_findings():
    doubled = OLD.put(
        "- Trained new",
        "- Worked on cleaning the product data of the whole company together with the warehouse\n- Trained new",
    )
    ids = [one.id for one in doubled.report().findings]
    assert len(ids) == len(set(ids))
