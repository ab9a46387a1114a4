"""Does mail arrive? One button in the outbox, and a word when all of it waits."""

import asyncio
from uuid import UUID

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.identity import current_person
from careercoach.features.admin.components import reason_words
from careercoach.features.admin.state import OutboxState
from careercoach.features.connections import service as connections
from careercoach.features.notifications import flows, service
from careercoach.features.notifications.schemas import MailState
from careercoach.settings import settings
from careercoach.ui.components.buttons import button
from careercoach.ui.components.surfaces import notice, stack
from careercoach.ui.texts import t

LOOKS, LOOK_S = 30, 0.5


class TrialMailState(rx.State):
    """A test mail to the admin's own address, and what came of it."""

    outcome: str = ""
    """`waiting`, `kept`, `sent`, `delayed` or `failed`; empty before the first."""
    reason: str = ""
    """Names the sentence why not."""
    is_busy: bool = False
    held_reason: str = ""
    held_min: int = 0

    @rx.event
    @allow(Access.ADMIN)
    async def load(self):
        """Whether all mail waits at the moment."""
        self.outcome = self.reason = ""
        self.is_busy = False  # whoever waited may have ended with its process
        await self._look_at_hold()

    @rx.event(background=True)
    @allow(Access.ADMIN)
    async def send(self):
        """Write it into the outbox as any other mail, and wait a little for what is said to it."""
        async with self:
            if self.is_busy:
                return
            self.is_busy, self.outcome, self.reason = True, "", ""
        outcome, reason = "waiting", ""
        try:
            mail = await flows.queue_trial(current_person().id)
            outcome, reason = await _outcome(mail.id)
        finally:
            async with self:
                self.is_busy, self.outcome, self.reason = False, outcome, reason
                await self._look_at_hold()
        return OutboxState.load

    async def _look_at_hold(self) -> None:
        hold = await flows.find_hold()
        self.held_reason = connections.sentence_of(hold.reason) if hold else ""
        self.held_min = int(hold.wait_s // 60) + 1 if hold else 0


async def _outcome(mail_id: UUID) -> tuple[str, str]:
    """What came of it, and why not."""
    reason = ""
    for _ in range(LOOKS):
        async with db.reading() as session:
            mail = await service.get_mail(session, mail_id=mail_id)
        reason = mail.reason
        if mail.state in (MailState.FAILED, MailState.BOUNCED, MailState.COMPLAINED):
            return "failed", connections.sentence_of(reason)
        if mail.state in (MailState.SENT, MailState.DELIVERED):
            return ("kept" if settings.mail_service == "outbox" else "sent"), ""
        await asyncio.sleep(LOOK_S)
    return ("delayed", connections.sentence_of(reason)) if reason else ("waiting", "")


def trial_mail() -> rx.Component:
    """The button, what came of it, and whether all mail waits."""
    state = TrialMailState
    held = rx.el.span(reason_words(state.held_reason), " ", t("notifications.trial.held", minutes=state.held_min))
    not_sent = rx.el.span(t("notifications.trial.failed"), " ", reason_words(state.reason))
    later = rx.el.span(reason_words(state.reason), " ", t("notifications.trial.delayed"))
    return stack(
        rx.cond(state.held_reason != "", notice(held, tone="warning", test_id="mail-held"), rx.fragment()),
        rx.el.div(
            button(
                t("notifications.trial.send"),
                icon="mail",
                variant="secondary",
                busy=state.is_busy,
                on_click=state.send,
                data_testid="trial-mail",
            )
        ),
        rx.match(
            state.outcome,
            ("sent", notice(t("notifications.trial.sent"), tone="good", test_id="trial-done")),
            ("kept", notice(t("notifications.trial.kept"), tone="good", test_id="trial-done")),
            ("waiting", notice(t("notifications.trial.waiting"), test_id="trial-done")),
            ("delayed", notice(later, tone="warning", test_id="trial-done")),
            ("failed", notice(not_sent, tone="problem", test_id="trial-done")),
            rx.fragment(),
        ),
        on_mount=state.load,
        class_name="mb-4",
    )
