"""The admin's look at fairness."""

from careercoach.features.admin.pages.fairness import FairnessState
from tests.features.people import Proxy, new_state


async def test_the_audit_finds_nothing_that_moves():
    state = new_state(FairnessState)
    await FairnessState.run.fn(Proxy(state))
    assert state.is_done and not state.running
    assert state.moved == 0 and state.comparisons > 5_000
    assert {line.about for line in state.lines} == {"name", "gender", "age", "photo", "nationality", "school"}
