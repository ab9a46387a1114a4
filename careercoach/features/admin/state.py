"""The admin pages. Every handler is for admins only; the gate looks at each event."""

import asyncio
from typing import Literal

import reflex as rx
from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core import db, jobs
from careercoach.core.access import Access, allow
from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.ids import read_id
from careercoach.features.accounts import service as accounts
from careercoach.features.admin import flows, service, usage
from careercoach.features.admin.rules import act_row, job_row, mail_row, person_row
from careercoach.features.admin.schemas import ActRow, Check, JobRow, MailRow, PersonRow
from careercoach.features.admin.usage import FailureRow, LatencyRow, ModelRow, UsageRow
from careercoach.features.matching import service as matching
from careercoach.features.matching.schemas import AuditLine
from careercoach.features.notifications import flows as mails
from careercoach.features.notifications import service as notifications
from careercoach.features.profiles import service as profiles
from careercoach.features.usage import service as usage_service
from careercoach.ports.ai.providers import lineup, models_known
from careercoach.ui.shapes import Series, series

PAGE = 50


async def own_zone(session: AsyncSession) -> str:
    """The time zone of the admin who looks."""
    return await profiles.get_time_zone(session, user_id=current_person().id)


class HealthState(rx.State):
    """What the app depends on, and how many jobs there are."""

    checks: list[Check] = []
    people: int = 0
    waiting: int = 0
    running: int = 0
    failed: int = 0

    @rx.event
    @allow(Access.ADMIN)
    async def load(self):
        """Look at everything now."""
        health = await service.check_health()
        self.checks = health.checks
        async with db.reading() as session:
            self.people = await accounts.count_users(session)
        try:
            found = await jobs.counts()
        except CoachError:
            return
        self.waiting, self.running = found.waiting + found.delayed, found.running
        self.failed = found.failed + found.dead


class PeopleState(rx.State):
    """Accounts: find, lock out, let in."""

    rows: list[PersonRow] = []
    search: str = ""
    problem_key: str = ""

    async def _list(self) -> None:
        async with db.reading() as session:
            users = await accounts.list_users(session, search=self.search, limit=PAGE)
            zone = await own_zone(session)
        self.rows = [person_row(user, zone) for user in users]

    @rx.event
    @allow(Access.ADMIN)
    async def load(self):
        """The newest accounts."""
        self.search, self.problem_key = "", ""
        await self._list()

    @rx.event
    @allow(Access.ADMIN)
    async def find(self, search: str):
        """By part of the name or the address."""
        self.search = search[:100]
        await self._list()

    @rx.event
    @allow(Access.ADMIN)
    async def set_disabled(self, user_id: str, disabled: bool):
        """Lock an account out (its sessions end at once), or let it in again."""
        self.problem_key = ""
        try:
            async with db.transaction() as session:
                await accounts.set_disabled(
                    session, admin=current_person(), user_id=read_id(user_id), disabled=disabled
                )
        except CoachError as error:
            self.problem_key = error.text_key
        await self._list()


class OutboxState(rx.State):
    """Every mail the app wrote."""

    rows: list[MailRow] = []
    total: int = 0
    shown: int = PAGE
    open_id: str = ""
    open_subject: str = ""
    open_to: str = ""
    open_text: str = ""

    async def _list(self) -> None:
        async with db.reading() as session:
            page = await notifications.list_outbox(session, limit=self.shown)
            zone = await own_zone(session)
        self.rows, self.total = [mail_row(mail, zone) for mail in page.mails], page.total

    @rx.event
    @allow(Access.ADMIN)
    async def load(self):
        """The newest mails."""
        self.shown, self.open_id = PAGE, ""
        await self._list()

    @rx.event
    @allow(Access.ADMIN)
    async def more(self):
        """Fifty more."""
        self.shown = min(self.shown + PAGE, 500)
        await self._list()

    @rx.event
    @allow(Access.ADMIN)
    async def open(self, mail_id: str):
        """Show what a mail says, as text. That it was read is on record."""
        mail = await mails.read_mail(read_id(mail_id), actor=current_person().id)
        self.open_id, self.open_to = str(mail.id), mail.to
        self.open_subject, self.open_text = mail.subject, mail.text[:20_000]

    @rx.event
    @allow(Access.ADMIN)
    async def close(self):
        """Back to the list."""
        self.open_id = self.open_text = ""


class UsageState(rx.State):
    """What models cost, how often they fail, how long they take, and what the ones that are set up can do."""

    is_ready: bool = False
    is_empty: bool = False
    cost: str = ""
    calls: int = 0
    failed: int = 0
    people: int = 0
    cost_bars: Series = Series()
    call_bars: Series = Series()
    tasks: list[UsageRow] = []
    models: list[UsageRow] = []
    persons: list[UsageRow] = []
    failures: list[FailureRow] = []
    latencies: list[LatencyRow] = []
    providers: list[ModelRow] = []
    probing: str = ""

    @rx.event
    @allow(Access.ADMIN)
    async def load(self):
        """The last 30 days."""
        language, self.probing = current_person().language, ""
        async with db.reading() as session:
            figures = await usage_service.get_figures(session, now=utc_now())
            names = {str(user): (await accounts.get_user(session, user_id=user)).name for user in figures.person_ids}
        self.is_empty = not figures.models
        self.cost = usage.dollars(sum(day.cost_micro_usd for day in figures.days), language)
        self.calls, self.people = sum(day.calls for day in figures.days), figures.person_count
        self.failed = sum(day.failed for day in figures.days)
        costs = usage.cost_points(figures, language)
        self.cost_bars = series(costs, top=usage.small_top(costs), columns=True)
        self.call_bars = series(usage.call_points(figures, language), columns=True)
        self.tasks = usage.rows_of(figures.tasks, language, usage.task_names(figures, language))
        self.models = usage.rows_of(figures.models, language)
        self.persons = usage.rows_of(figures.people, language, names)
        self.failures, self.latencies = usage.failure_rows(figures), usage.latency_rows(figures, language)
        self.providers = [
            usage.model_row(provider, models_known(), language) for provider in await lineup().providers()
        ]
        self.is_ready = True

    @rx.event(background=True)
    @allow(Access.ADMIN)
    async def probe(self, name: Literal["openai", "gemini", "local"]):
        """Ask a provider three small things, and show what it can do."""
        language = current_person().language
        async with self:
            if self.probing:
                return
            self.probing = name
        try:
            provider = await lineup().find(name)
            found = await flows.try_model(provider, actor=current_person().id) if provider else None
        finally:
            async with self:
                self.probing = ""
        async with self:
            self.providers = [
                usage.probed(row, found, language) if found and row.name == name else row for row in self.providers
            ]


class JobsState(rx.State):
    """Background work: what waits, runs, failed; try again or stop."""

    rows: list[JobRow] = []
    state: str = ""
    problem_key: str = ""

    async def _list(self) -> None:
        try:
            found = await jobs.list_jobs(jobs.JobState(self.state) if self.state else None, limit=PAGE)
        except CoachError as error:
            self.problem_key = error.text_key
            return
        async with db.reading() as session:
            zone = await own_zone(session)
        self.rows = [job_row(job, zone) for job in found]

    @rx.event
    @allow(Access.ADMIN)
    async def load(self):
        """The newest jobs."""
        self.problem_key = ""
        await self._list()

    @rx.event
    @allow(Access.ADMIN)
    async def choose(self, state: Literal["", "waiting", "delayed", "running", "done", "failed", "dead", "cancelled"]):
        """Only jobs in one state."""
        self.state, self.problem_key = state, ""
        await self._list()

    @rx.event
    @allow(Access.ADMIN)
    async def retry(self, job_id: str):
        """Run a failed or given-up job again."""
        await self._act("job_retried", job_id)

    @rx.event
    @allow(Access.ADMIN)
    async def cancel(self, job_id: str):
        """Stop a job that has not finished."""
        await self._act("job_stopped", job_id)

    async def _act(self, act: Literal["job_retried", "job_stopped"], job_id: str) -> None:
        self.problem_key = ""
        try:
            await flows.act_on_job(job_id[:256], act, actor=current_person().id)
        except CoachError as error:
            self.problem_key = error.text_key
        await self._list()


class AuditState(rx.State):
    """What admins did, and whether anybody tampered with the list."""

    rows: list[ActRow] = []
    total: int = 0
    shown: int = PAGE
    is_ready: bool = False
    is_intact: bool = True
    broken_at: int = 0

    async def _list(self) -> None:
        async with db.reading() as session:
            page = await accounts.list_acts(session, limit=self.shown)
            zone = await own_zone(session)
        self.rows, self.total = [act_row(act, zone) for act in page.entries], page.total
        self.is_intact, self.broken_at = page.is_intact, page.broken_at or 0
        self.is_ready = True

    @rx.event
    @allow(Access.ADMIN)
    async def load(self):
        """The newest acts."""
        self.shown = PAGE
        await self._list()

    @rx.event
    @allow(Access.ADMIN)
    async def more(self):
        """Fifty more."""
        self.shown = min(self.shown + PAGE, 500)
        await self._list()


class FairnessState(rx.State):
    """The self-audit: made-up people compared again and again, each time somebody else."""

    lines: list[AuditLine] = []
    people: int = 0
    postings: int = 0
    roles: int = 0
    running: bool = False
    done: bool = False
    _run: int = 0

    @rx.event
    @allow(Access.ADMIN)
    async def load(self):
        """What was found stays; a run is over with its page: its process may have ended."""
        if self.running:
            self.running, self.lines, self._run = False, [], self._run + 1

    @rx.event(background=True)
    @allow(Access.ADMIN)
    async def run(self):
        """Compare everybody; each line is shown when it is known."""
        async with self:
            if self.running:
                return
            self.running, self.done, self.lines = True, False, []
            self._run = mine = self._run + 1
        found: asyncio.Queue[AuditLine | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def tell(line: AuditLine | None) -> None:
            loop.call_soon_threadsafe(found.put_nowait, line)

        work = asyncio.create_task(asyncio.to_thread(matching.audit_fairness, on_topic=tell))
        work.add_done_callback(lambda _done: found.put_nowait(None))
        while (line := await found.get()) is not None:
            async with self:
                if self._run != mine:
                    return
                self.lines = [*self.lines, line]
        async with self:
            if self._run != mine:
                return
            self.running = False
            report = work.result()
            self.people, self.postings, self.roles = report.people, report.postings, report.roles
            self.lines, self.done = report.lines, True
