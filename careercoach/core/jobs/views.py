"""The engine's records as the values everybody else sees."""

from datetime import UTC, datetime

from dbos import WorkflowStatus

from careercoach.core.jobs.contract import JobState, JobStatus, JobView
from careercoach.core.jobs.ledger import StatusTotal
from careercoach.core.jobs.run import failure_parts

_STATES = {
    "DELAYED": JobState.DELAYED,
    "ENQUEUED": JobState.WAITING,
    "PENDING": JobState.RUNNING,
    "SUCCESS": JobState.DONE,
    "ERROR": JobState.FAILED,
    "CANCELLED": JobState.CANCELLED,
    "MAX_RECOVERY_ATTEMPTS_EXCEEDED": JobState.DEAD,
}

FINAL_STATUSES = [status for status, state in _STATES.items() if state.is_final]


def statuses_of(state: JobState) -> list[str]:
    """The engine's names of a state."""
    return [status for status, known in _STATES.items() if known == state]


def state_of(status: str, takeovers: int = 0, max_takeovers: int = 0) -> JobState:
    """A job we gave up ourselves stands as cancelled in the engine; the count of takeovers tells it apart."""
    state = _STATES[status]
    if state is JobState.CANCELLED and takeovers > max_takeovers:
        return JobState.DEAD
    return state


def job_view(record: WorkflowStatus, takeovers: int, max_takeovers: int) -> JobView:
    """One record for the admin's list."""
    error, text_key = failure_parts(record.error) if record.error else ("", "")
    # The takeover that was refused began no run.
    refused = 1 if takeovers > max_takeovers else 0
    args = record.input["args"] if record.input else ()
    return JobView(
        id=record.workflow_id,
        kind=record.name,
        ref=str(args[0]) if args else "",
        queue=record.queue_name or "",
        state=state_of(record.status, takeovers, max_takeovers),
        attempts=(record.recovery_attempts or 0) + takeovers - refused,
        error=error,
        text_key=text_key,
        created_at=_moment(record.created_at),
        updated_at=_moment(record.updated_at),
    )


def job_status(record: WorkflowStatus, steps: list[str], takeovers: int, max_takeovers: int) -> JobStatus:
    """One record with the last of the job's own steps and its result."""
    own = [step for step in steps if not step.startswith("DBOS.")]
    return JobStatus(
        **job_view(record, takeovers, max_takeovers).model_dump(),
        step=own[-1] if own else "",
        result=record.output,
    )


def totals_by_state(totals: list[StatusTotal]) -> dict[JobState, int]:
    """Jobs by state; two engine statuses may be one state."""
    by_state = dict.fromkeys(JobState, 0)
    for total in totals:
        by_state[state_of(total.status)] += total.jobs
    return by_state


def _moment(epoch_ms: int | None) -> datetime:
    return datetime.fromtimestamp((epoch_ms or 0) / 1000, UTC)
