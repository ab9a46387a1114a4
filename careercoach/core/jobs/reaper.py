"""Jobs of dead processes go to the living, once: the reaper is itself a job whose id is accepted once."""

import asyncio
import logging

from careercoach.core.jobs.config import JobsConfig
from careercoach.core.jobs.contract import JobKind, JobRun, JobState, Json, Queue
from careercoach.core.jobs.engine import DurableJobs
from careercoach.core.jobs.ledger import Ledger

log = logging.getLogger("careercoach.jobs")

TRIES = 4
WAIT_S = 1.0


class Reaper:
    """Beats for this process and looks after the others."""

    def __init__(self, config: JobsConfig) -> None:
        self._config = config
        self._jobs: DurableJobs | None = None
        self._ledger: Ledger | None = None
        self._executor_id = ""
        self.kind = JobKind(name="jobs.reap", queue=Queue.MAINTENANCE, body=self._reap)

    def connect(self, jobs: DurableJobs, ledger: Ledger, executor_id: str) -> None:
        """The engine has started: from now on there is something to look after."""
        self._jobs, self._ledger, self._executor_id = jobs, ledger, executor_id

    async def beat(self) -> None:
        """Say that we live, then start one reaper for each process that does not."""
        jobs, ledger = self._connected()
        # Our own beat comes first: after a night asleep nobody should take us for dead.
        await asyncio.to_thread(ledger.beat, self._executor_id)
        silent = await asyncio.to_thread(lambda: ledger.silent(self._config.silent_s, except_for=self._executor_id))
        for dead in silent:
            ref = f"{dead.executor_id}/{dead.last_beat_ms}"
            await self._start_or_retry(jobs, ref)

    async def watch_strangers(self) -> None:
        """Processes that hold jobs but never beat (their row was lost) are watched from now on."""
        jobs, ledger = self._connected()
        await asyncio.to_thread(ledger.know, await jobs.holders())

    async def _start_or_retry(self, jobs: DurableJobs, ref: str) -> None:
        job = await jobs.start_now(self.kind, ref, key=f"reap/{ref}")
        status = await jobs.status(job)
        if status.state in (JobState.FAILED, JobState.DEAD, JobState.CANCELLED):
            await jobs.retry(job)

    async def _reap(self, run: JobRun, ref: str) -> Json:
        return await run.step("take over", self._take_over, ref, tries=TRIES, wait_s=WAIT_S)

    async def _take_over(self, ref: str) -> dict[str, int]:
        """Queue the jobs of a dead process again. Repeating it finds only those still in its name."""
        jobs, ledger = self._connected()
        executor_id, _, last_beat_ms = ref.rpartition("/")
        outcome = {"taken_over": 0, "given_up": 0}
        for record in await jobs.running_on(executor_id):
            takeovers = await asyncio.to_thread(ledger.count_takeover, record.workflow_id, ref)
            if takeovers > self._config.max_takeovers:
                await jobs.cancel(record.workflow_id)
                outcome["given_up"] += 1
            else:
                await jobs.hand_over(record.workflow_id, record.name)
                outcome["taken_over"] += 1
        await asyncio.to_thread(ledger.forget, executor_id, int(last_beat_ms))
        log.warning("process %s fell silent: %s", executor_id, outcome)
        return outcome

    def _connected(self) -> tuple[DurableJobs, Ledger]:
        if self._jobs is None or self._ledger is None:
            raise RuntimeError("the engine has not started")
        return self._jobs, self._ledger
