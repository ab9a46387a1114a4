"""Credit between skills, order of learning, hours."""

import pytest

from careercoach.content.graph import Graph, credit

HOURS = {"basic": 10, "working": 50, "strong": 200}


def _graph(**edges: dict[str, object]) -> Graph:
    return Graph({slug.replace("_", "-"): {"hours": HOURS, **given} for slug, given in edges.items()})


@pytest.fixture
def web() -> Graph:
    return _graph(
        python={},
        sql={},
        frameworks={},
        databases={"broader": []},
        relational={"broader": ["databases"]},
        postgresql={"broader": ["relational"], "implies": {"sql": 0.9}},
        django={
            "broader": ["frameworks"],
            "implies": {"python": 0.95},
            "related": {"fastapi": 0.6},
            "prerequisites": ["python"],
        },
        fastapi={"broader": ["frameworks"], "implies": {"python": 0.95}, "prerequisites": ["python", "http"]},
        http={},
        close={"related": {"python": 0.9}},
    )


class TestCredit:
    def test_having_it_counts_full(self, web: Graph) -> None:
        assert web.credit({"python"}, "python") == (1.0, "python", "have", None)

    def test_child_proves_parent_and_a_little_less_the_grandparent(self, web: Graph) -> None:
        assert web.credit({"postgresql"}, "relational").share == 1.0
        assert web.credit({"postgresql"}, "databases").share == 0.9

    def test_implication_counts_its_weight(self, web: Graph) -> None:
        assert web.credit({"django"}, "python") == (0.95, "django", "implied", None)

    def test_neighbours_count_both_ways_and_name_what_they_share(self, web: Graph) -> None:
        assert web.credit({"fastapi"}, "django") == (0.6, "fastapi", "related", "frameworks")
        assert web.credit({"django"}, "fastapi").share == 0.6

    def test_neighbours_never_count_more_than_three_quarters(self, web: Graph) -> None:
        assert web.credit({"close"}, "python").share == 0.75

    def test_parent_only_is_the_basis(self, web: Graph) -> None:
        assert web.credit({"relational"}, "postgresql") == (0.4, "relational", "parent", "relational")

    def test_nothing_is_nothing(self, web: Graph) -> None:
        assert web.credit({"http"}, "postgresql").share == 0.0

    def test_best_way_wins(self, web: Graph) -> None:
        assert web.credit({"django", "close"}, "python").through == "django"

    def test_expand_agrees_with_credit(self, web: Graph) -> None:
        have = {"django", "postgresql", "http"}
        for slug, found in web.expand(have).items():
            assert found.share == web.credit(have, slug).share

    def test_real_catalogue(self) -> None:
        assert credit({"postgresql"}, "sql").share >= 0.8
        assert 0 < credit({"mysql"}, "postgresql").share <= 0.75
        assert credit({"typescript"}, "javascript").share >= 0.8


class TestLearning:
    def test_order_respects_what_comes_first(self, web: Graph) -> None:
        assert web.in_learning_order(["fastapi", "http", "python"]) == ["python", "http", "fastapi"]

    def test_a_circle_does_not_hang(self) -> None:
        graph = _graph(a={"prerequisites": ["b"]}, b={"prerequisites": ["a"]})
        assert graph.first_learn("a") == ["b"]

    def test_hours_between_levels(self, web: Graph) -> None:
        assert web.hours("python", have=None, want="working") == 50
        assert web.hours("python", have="working", want="strong") == 150
        assert web.hours("python", have="strong", want="working") == 0

    def test_credit_saves_at_most_four_fifths(self, web: Graph) -> None:
        assert web.hours("python", have=None, want="working", share=1.0) == 10
