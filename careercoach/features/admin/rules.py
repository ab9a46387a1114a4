"""How rows of other rooms look in the admin's lists."""

from careercoach.core.jobs import JobState, JobView
from careercoach.core.moments import moment
from careercoach.features.accounts.schemas import AuditView, Facts, UserView
from careercoach.features.admin.schemas import ActRow, ConnectionRow, JobRow, MailRow, PersonRow
from careercoach.features.connections.schemas import Connection
from careercoach.features.notifications.schemas import OutboxMail


def person_row(user: UserView, zone: str) -> PersonRow:
    """An account; `zone` is the admin's."""
    return PersonRow(
        id=str(user.id),
        name=user.name,
        email=user.email,
        is_admin=user.is_admin,
        disabled=user.disabled,
        joined=moment(user.created_at, zone),
    )


def mail_row(mail: OutboxMail, zone: str) -> MailRow:
    """A mail of the outbox."""
    return MailRow(
        id=str(mail.id),
        recipient=mail.to,
        subject=mail.subject,
        state=str(mail.state),
        reason=mail.reason,
        at=moment(mail.created_at, zone),
    )


def job_row(job: JobView, zone: str) -> JobRow:
    """A job, and what may be done to it."""
    return JobRow(
        id=job.id,
        kind=job.kind,
        state=str(job.state),
        attempts=job.attempts,
        error=job.error,
        at=moment(job.created_at, zone),
        can_retry=job.state in (JobState.FAILED, JobState.DEAD, JobState.CANCELLED),
        can_cancel=not job.state.is_final,
    )


def connection_row(connection: Connection, zone: str) -> ConnectionRow:
    """A provider with the time of its last test."""
    return ConnectionRow(**connection.model_dump(), when=moment(connection.tested_at, zone))


def act_row(act: AuditView, zone: str) -> ActRow:
    """An act with what is known of it."""
    return ActRow(
        seq=act.seq,
        at=moment(act.at, zone),
        who=act.actor_name,
        by_command=act.actor_id is None,
        action=act.action,
        target_kind=act.target_kind,
        target=act.target,
        name=act.target_name,
        facts=_facts(act.before, act.after),
    )


def _facts(before: Facts, after: Facts) -> str:
    """The values in words of ours; what is only yes or no the act itself says."""
    pairs = [*before.items(), *(pair for pair in after.items() if pair[0] not in before)]
    told = [(name, before.get(name), after.get(name)) for name, value in pairs if isinstance(value, str)]
    return ", ".join(
        f"{name}: {old or '–'} → {new or '–'}" if name in before and name in after else f"{name}: {old or new or '–'}"
        for name, old, new in told
    )
