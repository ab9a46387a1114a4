"""Mail: written with the news it tells, sent after it, kept as a history."""

from careercoach.features.notifications.service.news import keep_news
from careercoach.features.notifications.service.queueing import is_queued, keep_attachment, queue_mail
from careercoach.features.notifications.service.reading import get_mail, get_own_mail, list_mails, list_outbox
from careercoach.features.notifications.service.sending import (
    begin_attempt,
    claim_companions,
    claim_mail,
    forget_old,
    get_outgoing,
    give_up_stale,
    has_stale,
    list_batch,
    list_claimed,
    list_due,
    list_file_keys,
    list_old_attachments,
    save_delivery,
)
from careercoach.features.notifications.service.stopping import (
    find_stopped,
    is_stopped,
    resume_address,
    stop_address,
)
from careercoach.features.notifications.service.subscription import (
    is_daily_mail_on,
    list_headers,
    set_daily_mail,
    unsubscribe_url,
)

__all__ = [
    "begin_attempt",
    "claim_companions",
    "claim_mail",
    "find_stopped",
    "forget_old",
    "get_mail",
    "get_outgoing",
    "get_own_mail",
    "give_up_stale",
    "has_stale",
    "is_daily_mail_on",
    "is_queued",
    "is_stopped",
    "keep_attachment",
    "keep_news",
    "list_batch",
    "list_claimed",
    "list_due",
    "list_file_keys",
    "list_headers",
    "list_mails",
    "list_old_attachments",
    "list_outbox",
    "queue_mail",
    "resume_address",
    "save_delivery",
    "set_daily_mail",
    "stop_address",
    "unsubscribe_url",
]
