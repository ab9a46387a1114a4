"""Mail: written with the news it tells, sent after it, kept as a history."""

from careercoach.features.notifications.service.queueing import find_mail, keep_attachment, queue_mail
from careercoach.features.notifications.service.reading import get_mail, get_own_mail, list_mails, list_outbox
from careercoach.features.notifications.service.sending import (
    claim_mail,
    forget_old,
    get_outgoing,
    give_up_stale,
    has_stale,
    list_due,
    list_file_keys,
    list_old_attachments,
    save_delivery,
)
from careercoach.features.notifications.service.subscription import (
    is_daily_mail_on,
    list_headers,
    set_daily_mail,
    unsubscribe_url,
)

__all__ = [
    "claim_mail",
    "find_mail",
    "forget_old",
    "get_mail",
    "get_outgoing",
    "get_own_mail",
    "give_up_stale",
    "has_stale",
    "is_daily_mail_on",
    "keep_attachment",
    "list_due",
    "list_file_keys",
    "list_headers",
    "list_mails",
    "list_old_attachments",
    "list_outbox",
    "queue_mail",
    "save_delivery",
    "set_daily_mail",
    "unsubscribe_url",
]
