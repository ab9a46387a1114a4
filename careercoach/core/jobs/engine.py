"""The jobs port on DBOS: SQLite in one process, PostgreSQL in many, the same code."""

import asyncio
import contextvars
from collections.abc import AsyncIterator, Coroutine
from datetime import timedelta
from typing import Any, TypeVar

from dbos import DBOS, SetEnqueueOptions, SetWorkflowID, WorkflowStatus, error

from careercoach.core.clock import utc_now
from careercoach.core.errors import ConflictError, NotFoundError
from careercoach.core.jobs.contract import (
    JobCounts,
    JobId,
    JobKind,
    JobsNotRunningError,
    JobState,
    JobStatus,
    JobView,
    Offer,
    ProgressEvent,
    Queue,
    checked_key,
    checked_prefix,
)
from careercoach.core.jobs.host import EngineHost
from careercoach.core.jobs.run import PROGRESS
from careercoach.core.jobs.views import (
    FINAL_STATUSES,
    job_status,
    job_view,
    state_of,
    statuses_of,
    totals_by_state,
)

T = TypeVar("T")

ID_BATCH = 500
INTERRUPT_S = 2.0


class DurableJobs:
    """What the rest of the app may ask of the engine (see Jobs).

    Every call runs apart from the caller's context and to its end: a job that submits another one offers it
    like anybody else, and a reader who leaves cannot leave a half-started job behind.
    """

    def __init__(self, host: EngineHost) -> None:
        self._host = host
        self._calls: set[asyncio.Task[Any]] = set()

    async def submit(
        self,
        kind: JobKind,
        ref: str,
        *,
        key: str,
        queue: Queue | None = None,
        delay: timedelta | None = None,
        priority: int | None = None,
    ) -> JobId:
        """Put a job into its queue. An id already on record stays as it is, finished or not."""
        job = checked_key(key)
        if await self._is_new(job, kind):
            await self._apart(self._enqueue(kind, ref, job, queue or kind.queue, delay, priority))
        return job

    async def start_now(self, kind: JobKind, ref: str, *, key: str) -> JobId:
        """Start a job here without waiting for its turn: for a click that somebody waits on."""
        job = checked_key(key)
        if not self._host.config.run_jobs:
            return await self.submit(kind, ref, key=key, queue=Queue.INTERACTIVE)
        if await self._is_new(job, kind):
            await self._apart(self._start(kind, ref, job))
        return job

    async def offer(self, offers: list[Offer]) -> int:
        """Submit those offers whose keys are not on record yet; returns how many that were."""
        known = await self._known([checked_key(offer.key) for offer in offers])
        fresh = {offer.key: offer for offer in offers if offer.key not in known}
        for key, offer in fresh.items():
            queue = offer.queue or offer.kind.queue
            await self._apart(self._enqueue(offer.kind, offer.ref, key, queue, offer.delay, None))
        return len(fresh)

    async def status(self, job: JobId) -> JobStatus:
        """Where a job is. Raises NotFoundError for an id that is not (or no longer) on record."""
        record = await self._get(job)
        steps = await self._apart(DBOS.list_workflow_steps_async(job, load_output=False))
        takeovers = await asyncio.to_thread(self._host.ledger.takeovers, [job])
        names = [step["function_name"] for step in steps]
        return job_status(record, names, takeovers.get(job, 0), self._host.config.max_takeovers)

    async def progress(self, job: JobId, offset: int = 0) -> AsyncIterator[ProgressEvent]:
        """The reports of a job from number `offset` on; waits for more and ends when the job has ended.

        Raises NotFoundError for an id that is not on record.
        """
        await self._get(job)
        reports = DBOS.read_stream_async(job, PROGRESS, offset=offset)
        try:
            async for number, report in _numbered(reports, offset):
                yield ProgressEvent(offset=number, **report)
        except Exception:
            # Whoever still reads while the process stops reads on after the restart.
            if self._host.is_running:
                raise

    async def cancel(self, job: JobId) -> None:
        """Stop a job; nothing happens if it has ended. A running step is interrupted within seconds."""
        await self._apart(DBOS.cancel_workflow_async(job))

    async def retry(self, job: JobId) -> None:
        """Run a failed, cancelled or dead job again from the step that failed.

        Raises NotFoundError for an unknown id, ConflictError for a job that is done or still on its way.
        """
        record = await self._get(job)
        takeovers = await asyncio.to_thread(self._host.ledger.takeovers, [job])
        state = state_of(record.status, takeovers.get(job, 0), self._host.config.max_takeovers)
        if state is JobState.DONE or not state.is_final:
            raise ConflictError
        queue = self._host.queues.get(record.name, Queue.MAINTENANCE)
        await asyncio.to_thread(self._host.ledger.clear_takeovers, [job])
        if state is JobState.FAILED:
            step = await self._first_failed_step(job)
            await self._apart(DBOS.rewind_workflow_async(job, start_step=step, queue_name=queue))
        else:
            await self._apart(DBOS.resume_workflow_async(job, queue_name=queue))

    async def erase(self, prefix: str) -> int:
        """Stop and delete every job whose id begins so; returns how many."""
        erased = 0
        while found := await self._list(workflow_id_prefix=checked_prefix(prefix), limit=ID_BATCH):
            jobs = [record.workflow_id for record in found]
            await self._apart(DBOS.cancel_workflows_async(jobs))
            if any(record.status == "PENDING" for record in found):
                # The process that runs it looks for the mark once a second; without a record it would see none.
                await asyncio.sleep(INTERRUPT_S)
            await self.delete(jobs)
            erased += len(jobs)
        return erased

    async def list_jobs(self, state: JobState | None = None, limit: int = 50) -> list[JobView]:
        """The newest jobs, of one state or of all."""
        ledger, max_takeovers = self._host.ledger, self._host.config.max_takeovers
        statuses = None if state is None else statuses_of(state)
        content: dict[str, Any] = {"limit": limit, "load_input": True, "load_output": True, "sort_desc": True}
        records = await self._list(status=statuses, **content)
        if state is JobState.DEAD:
            given_up = await asyncio.to_thread(ledger.given_up, max_takeovers)
            records += await self._list(workflow_ids=given_up[:ID_BATCH], **content) if given_up else []
        takeovers = await asyncio.to_thread(ledger.takeovers, [record.workflow_id for record in records])
        views = [job_view(r, takeovers.get(r.workflow_id, 0), max_takeovers) for r in records]
        return [view for view in views if state is None or view.state is state][:limit]

    async def counts(self) -> JobCounts:
        """How many jobs are in which state, and how long the oldest waits."""
        ledger = self._host.ledger
        totals = await asyncio.to_thread(ledger.totals)
        given_up = len(await asyncio.to_thread(ledger.given_up, self._host.config.max_takeovers))
        by_state = totals_by_state(totals)
        cancelled = max(0, by_state[JobState.CANCELLED] - given_up)
        by_state[JobState.DEAD] += by_state[JobState.CANCELLED] - cancelled
        by_state[JobState.CANCELLED] = cancelled
        now_ms = utc_now().timestamp() * 1000
        waiting = [total.oldest_ms for total in totals if state_of(total.status) is JobState.WAITING]
        return JobCounts(
            **{state.value: total for state, total in by_state.items()},
            oldest_waiting_s=max(0.0, now_ms - min(waiting)) / 1000 if waiting else 0.0,
        )

    async def running_on(self, executor_id: str) -> list[WorkflowStatus]:
        """The engine's records of the jobs a process holds."""
        return await self._list(status=["PENDING"], executor_id=executor_id)

    async def holders(self) -> set[str]:
        """The processes that hold jobs."""
        records = await self._list(status=["PENDING"])
        return {record.executor_id for record in records if record.executor_id}

    async def hand_over(self, job: JobId, kind_name: str) -> None:
        """Take a job from the process that held it and queue it again; finished steps stay finished."""
        queue = self._host.queues.get(kind_name, Queue.MAINTENANCE)
        await self._apart(DBOS.resume_workflow_async(job, queue_name=queue))

    async def finished_before(self, moment: str, limit: int) -> list[JobId]:
        """Ids of jobs that ended before an ISO moment, the oldest first."""
        records = await self._list(status=FINAL_STATUSES, completed_before=moment, limit=limit)
        return [record.workflow_id for record in records]

    async def delete(self, jobs: list[JobId]) -> None:
        """Remove all records of these jobs."""
        await self._apart(DBOS.delete_workflows_async(jobs))
        await asyncio.to_thread(self._host.ledger.clear_takeovers, jobs)

    async def _enqueue(
        self,
        kind: JobKind,
        ref: str,
        job: JobId,
        queue: Queue,
        delay: timedelta | None,
        priority: int | None,
    ) -> None:
        target = await DBOS.retrieve_queue_async(queue.value)
        if target is None:
            raise JobsNotRunningError
        delay_s = delay.total_seconds() if delay else None
        with SetWorkflowID(job), SetEnqueueOptions(priority=priority, delay_seconds=delay_s):
            await target.enqueue_async(self._workflow(kind), ref)

    async def _start(self, kind: JobKind, ref: str, job: JobId) -> None:
        with SetWorkflowID(job):
            await DBOS.start_workflow_async(self._workflow(kind), ref)

    def _workflow(self, kind: JobKind) -> Any:
        if kind.name not in self._host.workflows:
            raise ValueError(f"job kind {kind.name!r} was registered after the engine started")
        return self._host.workflows[kind.name]

    async def _is_new(self, job: JobId, kind: JobKind) -> bool:
        records = await self._list(workflow_ids=[job])
        if records and records[0].name != kind.name:
            raise ValueError(f"{job!r} is a job of kind {records[0].name!r} already, not {kind.name!r}")
        return not records

    async def _known(self, jobs: list[JobId]) -> set[JobId]:
        known: set[JobId] = set()
        for first in range(0, len(jobs), ID_BATCH):
            batch = jobs[first : first + ID_BATCH]
            known |= {record.workflow_id for record in await self._list(workflow_ids=batch)}
        return known

    async def _get(self, job: JobId) -> WorkflowStatus:
        records = await self._list(workflow_ids=[job], load_input=True, load_output=True)
        if not records:
            raise NotFoundError
        return records[0]

    async def _list(self, **filters: Any) -> list[WorkflowStatus]:
        options: dict[str, Any] = {"load_input": False, "load_output": False, **filters}
        return await self._apart(DBOS.list_workflows_async(**options))

    async def _first_failed_step(self, job: JobId) -> int:
        steps = await self._apart(DBOS.list_workflow_steps_async(job))
        failed = [step["function_id"] for step in steps if step["error"] is not None]
        # No step failed: the body itself did, after the last one.
        return min(failed, default=max((step["function_id"] for step in steps), default=0) + 1)

    async def _apart(self, call: Coroutine[Any, Any, T]) -> T:
        if not self._host.is_running:
            call.close()
            raise JobsNotRunningError
        task = asyncio.get_running_loop().create_task(call, context=contextvars.Context())
        self._calls.add(task)
        task.add_done_callback(self._calls.discard)
        try:
            return await asyncio.shield(task)
        except error.DBOSConflictingWorkflowError as conflict:
            raise ValueError(str(conflict)) from conflict


async def _numbered(reports: AsyncIterator[Any], first: int) -> AsyncIterator[tuple[int, Any]]:
    number = first
    async for report in reports:
        yield number, report
        number += 1
