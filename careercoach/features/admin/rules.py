"""How rows of other rooms look in the admin's lists."""

from careercoach.core.jobs import JobState, JobView
from careercoach.features.accounts.schemas import UserView
from careercoach.features.admin.schemas import JobRow, MailRow, PersonRow
from careercoach.features.notifications.schemas import OutboxMail

SHORT_TIME = "%Y-%m-%d %H:%M"


def person_row(user: UserView) -> PersonRow:
    """Times are UTC."""
    return PersonRow(
        id=str(user.id),
        name=user.name,
        email=user.email,
        is_admin=user.is_admin,
        disabled=user.disabled,
        joined=f"{user.created_at:{SHORT_TIME}}",
    )


def mail_row(mail: OutboxMail) -> MailRow:
    """Times are UTC."""
    return MailRow(
        id=str(mail.id),
        recipient=mail.to,
        subject=mail.subject,
        state=str(mail.state),
        reason=mail.reason,
        at=f"{mail.created_at:{SHORT_TIME}}",
    )


def job_row(job: JobView) -> JobRow:
    """Times are UTC."""
    return JobRow(
        id=job.id,
        kind=job.kind,
        state=str(job.state),
        attempts=job.attempts,
        error=job.error,
        at=f"{job.created_at:{SHORT_TIME}}",
        can_retry=job.state in (JobState.FAILED, JobState.DEAD, JobState.CANCELLED),
        can_cancel=not job.state.is_final,
    )
