"""Choosing or dropping a file, with progress, type and size in words."""

from typing import Any

import reflex as rx

from careercoach.ui.bridge import UploadBridge
from careercoach.ui.components.icons import icon
from careercoach.ui.texts import t

Words = str | rx.Var


def file_drop(
    name: str,
    *,
    action: str,
    endings: tuple[str, ...] = (".pdf", ".docx", ".txt"),
    max_bytes: int,
    label: Words | None = None,
    on_done: Any = None,
    test_id: str = "file-drop",
) -> rx.Component:
    """A place to drop a file or choose one. It is POSTed as `file` to `action`, one of our authorised routes.

    `on_done` is a handler that takes the `id` of the JSON answer (str). A refusal shows the `title` of the
    problem+json. `max_bytes` and `endings` are checked here for comfort only; the route decides.
    """
    kinds = ", ".join(ending.lstrip(".").upper() for ending in endings)
    megabytes = f"{round(max_bytes / 1024 / 1024, 1):g}"
    heading = label if label is not None else t("ui.upload.drop")
    words = {
        "label": heading,
        "sending": t("ui.upload.sending"),
        "done": t("ui.upload.done"),
        "cancel": t("ui.cancel"),
        "wrong_type": t("ui.upload.wrong_type", kinds=kinds),
        "too_large": t("ui.upload.too_large", megabytes=megabytes),
        "failed": t("ui.upload.failed"),
    }
    return UploadBridge.create(
        rx.el.span(
            icon("upload", 22),
            class_name="grid place-items-center w-11 h-11 rounded-full bg-accent-soft text-accent",
        ),
        rx.el.span(heading, class_name="subtitle"),
        rx.el.span(t("ui.upload.limits", kinds=kinds, megabytes=megabytes), class_name="tiny"),
        action=action,
        accept=",".join(endings),
        max_bytes=max_bytes,
        words=words,
        input_id=name,
        test_id=test_id,
        **({"on_done": on_done} if on_done is not None else {}),
    )
