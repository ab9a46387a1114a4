"""The engine inside this process: started on the running loop, stopped within seconds."""

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer
from dbos import error as engine_error

from careercoach.core.jobs import sqlite
from careercoach.core.jobs.config import LOCAL_EXECUTOR, SCHEMA, VERSION, JobsConfig, unique_executor_id
from careercoach.core.jobs.contract import JobKind, Json, Queue
from careercoach.core.jobs.ledger import Ledger
from careercoach.core.jobs.run import JobFailedError, run_body

log = logging.getLogger("careercoach.jobs")

APPLICATION = "careercoach"
FOLLOW_POLL_S = 0.25
"""How often SQLite is asked for news while somebody follows a job; PostgreSQL tells by itself."""
MAX_THREADS = 64
POOL_CONNECTIONS = 10


class EngineHost:
    """DBOS keeps one engine per process, so there is one running host at a time."""

    def __init__(self, config: JobsConfig) -> None:
        self.config = config
        self.executor_id = ""
        self.workflows: dict[str, Callable[[str], Any]] = {}
        """The engine's function of each kind, by name."""
        self.queues: dict[str, Queue] = {}
        """The queue of each kind, by name: where a job goes when it is taken over."""
        self.is_running = False
        self.database: sa.Engine | None = None
        self._running: set[asyncio.Task[Any]] = set()
        self._owner = sqlite.OwnerLock(config.data_dir / "jobs.owner")

    async def start(self, kinds: list[JobKind]) -> None:
        """Open the database, launch the engine on this loop, and let the queues run."""
        await asyncio.to_thread(self._open)
        _quiet_engine_log()
        DBOS(config=self._engine_config())
        for kind in kinds:
            self._register(kind)
        if not self.config.run_jobs:
            DBOS.listen_queues([])
        # Not in a thread: the engine runs jobs on the loop that is running where it is launched.
        DBOS.launch()
        for queue, rule in self.config.queues.items():
            await DBOS.register_queue_async(
                queue.value,
                worker_concurrency=rule.at_once,
                limiter=None if rule.limit is None else {"limit": rule.limit, "period": rule.period_s},
                polling_interval_sec=rule.poll_s,
            )
        self.is_running = True

    async def stop(self) -> None:
        """Take no new job, let running ones finish for `grace_s`, hand back the rest; all within `stop_s`."""
        self.is_running = False
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.config.stop_s
        destroyed = _in_daemon_thread(self._destroy)
        if not await _happens(destroyed, self.config.grace_s):
            for task in self._running:
                task.cancel()
        if not await _happens(destroyed, deadline - loop.time() - 1.0):
            log.warning("background work did not stop in time; it is continued by the next process")
        # The engine lent its threads to this loop and has taken them away again.
        loop.set_default_executor(ThreadPoolExecutor(thread_name_prefix="asyncio"))
        handed_back = _in_daemon_thread(self._hand_back)
        await _happens(handed_back, max(1.0, deadline - loop.time()))
        self._owner.release()

    def _open(self) -> None:
        if self.config.is_sqlite:
            # A second process on the same file (a reload that overlaps) is a guest with a name of its own.
            owns = self._owner.acquire()
            self.executor_id = LOCAL_EXECUTOR if owns else unique_executor_id()
            database = sqlite.open_engine(self.config.data_dir / "jobs.db")
        else:
            self.executor_id = unique_executor_id()
            database = sa.create_engine(self.config.sync_url, pool_size=2, max_overflow=2, pool_pre_ping=True)
        self.database = database
        self.ledger = Ledger(database)
        self.ledger.create_tables()
        # Before the engine takes its first job: what it holds can then always be traced to somebody watched.
        self.ledger.beat(self.executor_id)

    def _engine_config(self) -> DBOSConfig:
        config: DBOSConfig = {
            "name": APPLICATION,
            "system_database_url": self.config.sync_url,
            "application_version": VERSION,
            "executor_id": self.executor_id,
            # The engine's default is pickle: whoever can write to the database could then run code here.
            "serializer": DBOSPortableJSONSerializer(),
            "log_level": "WARNING",
            "max_executor_threads": MAX_THREADS,
        }
        if self.config.is_sqlite:
            config["system_database_engine"] = self.database
            config["notification_listener_polling_interval_sec"] = FOLLOW_POLL_S
        else:
            config["dbos_system_schema"] = SCHEMA
            config["sys_db_pool_size"] = POOL_CONNECTIONS
        return config

    def _register(self, kind: JobKind) -> None:
        # One takeover more than the limit is a run more: the first one was none.
        @DBOS.workflow(name=kind.name, max_recovery_attempts=self.config.max_takeovers)
        async def run_job(ref: str) -> Json:
            task = asyncio.current_task()
            if task is not None:
                self._running.add(task)
                task.add_done_callback(self._running.discard)
            return await run_body(kind, str(DBOS.workflow_id), ref)

        self.workflows[kind.name] = run_job
        self.queues[kind.name] = kind.queue

    def _destroy(self) -> None:
        wait_s = int(self.config.grace_s) + 2 if self._running else 0
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=wait_s)

    def _hand_back(self) -> None:
        """Queue again what this process could not finish, so that nobody must wait for the reaper."""
        if self.database is None:
            return
        client = DBOSClient(
            system_database_url=self.config.sync_url,
            system_database_engine=self.database,
            dbos_system_schema=None if self.config.is_sqlite else SCHEMA,
            serializer=DBOSPortableJSONSerializer(),
            application_name=APPLICATION,
        )
        try:
            left = client.list_workflows(
                status="PENDING", executor_id=self.executor_id, load_input=False, load_output=False
            )
            for record in left:
                client.resume_workflows(
                    [record.workflow_id], queue_name=self.queues.get(record.name, Queue.MAINTENANCE)
                )
            self.ledger.forget(self.executor_id)
        finally:
            client.destroy()
            self.database.dispose()


def _quiet_engine_log() -> None:
    """Let the engine's log go the way of all others: a handler of its own would skip our redaction."""
    engine_log = logging.getLogger("dbos")
    if not engine_log.handlers:
        engine_log.addHandler(logging.NullHandler())
    if _is_news not in engine_log.filters:
        engine_log.addFilter(_is_news)
    engine_log.setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)


def _is_news(record: logging.LogRecord) -> bool:
    """False for the engine's own page-long account of a failed or cancelled job; ours is written already."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, JobFailedError | engine_error.DBOSAwaitedWorkflowCancelledError)


def _in_daemon_thread(action: Callable[[], None]) -> asyncio.Event:
    """Run blocking work that must not hold up the end of the process; the event is set when it is done."""
    loop = asyncio.get_running_loop()
    done = asyncio.Event()

    def run() -> None:
        try:
            action()
        except Exception:
            log.exception("background work did not stop cleanly")
        finally:
            if not loop.is_closed():
                loop.call_soon_threadsafe(done.set)

    threading.Thread(target=run, name="jobs-stop", daemon=True).start()
    return done


async def _happens(event: asyncio.Event, within_s: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), max(0.0, within_s))
    except TimeoutError:
        return False
    return True
