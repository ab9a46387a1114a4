"""The fairness page: the audit runs at a click, and its lines arrive one by one."""

from careercoach.features.admin.state import FairnessState
from tests.features.people import Proxy, new_state


async def test_the_audit_runs_and_says_what_it_compared() -> None:
    state = new_state(FairnessState)
    state.running = True
    await FairnessState.run.fn(Proxy(state))
    assert not state.lines, "one run at a time"
    await FairnessState.load.fn(state)  # the process of that run has ended
    await FairnessState.run.fn(Proxy(state))
    assert [line.moved for line in state.lines] == [0] * 6 and state.done and not state.running
    assert {line.about for line in state.lines} == {"name", "gender", "age", "photo", "nationality", "school"}
    assert sum(line.comparisons for line in state.lines) > 5_000
    assert (state.people, state.postings, state.roles) == (6, 6, 6)
