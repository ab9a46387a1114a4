"""What the palette finds: pages by their own titles, deeds by sentences of the palette. No Reflex here."""

from collections.abc import Iterator
from dataclasses import dataclass

from careercoach.core.texts import text
from careercoach.ui import navigation
from careercoach.ui.page import TITLES

GROUPS = ("do", "go", "set", "admin")
LANGUAGE_NAMES = (("en", "English", "english"), ("hi", "हिन्दी", "hindi"), ("es", "Español", "spanish"))


@dataclass(frozen=True)
class Entry:
    """One line. `labels` and `words` are sentence keys; what it does is told by one field of `act`:

    `to` a page of ours, `file` a download, `form` where a form is sent, `language`, `theme`.
    """

    name: str
    group: str
    icon: str
    labels: tuple[str, ...]
    words: tuple[str, ...]
    act: tuple[str, str]
    tail: str = ""
    """Said after the label in any language: a language's own name."""

    def said(self, language: str) -> dict[str, str]:
        """The label and the words it is found by."""
        parts = [*(text(key, language) for key in self.labels), *([self.tail] if self.tail else [])]
        return {"label": ": ".join(parts), "words": " ".join(text(key, language) for key in self.words)}


def _page(name: str, path: str, icon: str, group: str = "go", label: str = "") -> Entry:
    return Entry(name, group, icon, (label or TITLES[path],), (f"palette.page.{name}",), ("to", path))


def _deed(name: str, icon: str, act: tuple[str, str], group: str = "do") -> Entry:
    return Entry(f"do-{name}", group, icon, (f"palette.do.{name}",), (f"palette.do.{name}.words",), act)


_NAMED = {
    place.name: place for place in (*(place for _, places in navigation.GROUPS for place in places), *navigation.BELOW)
}
_DEEPER = (
    ("wording", "/resume/rewrite", "wand-sparkles", "resume_report"),
    ("review", "/resume/review", "file-check", "resume_report"),
    ("compare", "/resume/compare", "files", "resume_report"),
    ("import", "/profile/import", "file-up", "profile"),
    ("analyses", "/jobs/matches", "list-checks", "job_match"),
    ("security", "/settings/security", "shield-check", "settings"),
    ("data", "/settings/data", "eye-off", "settings"),
    ("skills", "/skills", "library", ""),
    ("roles", "/roles", "briefcase", ""),
    ("privacy", "/privacy", "lock", ""),
)
"""Pages the side bar does not show, each after the place it belongs to."""
_ADMIN = (
    ("health", "/admin", "heart-pulse"),
    ("people", "/admin/people", "users"),
    ("jobs", "/admin/jobs", "layers"),
    ("outbox", "/admin/outbox", "inbox"),
    ("usage", "/admin/usage", "gauge"),
    ("connections", "/admin/connections", "key"),
    ("audit", "/admin/audit", "history"),
    ("fairness", "/admin/fairness", "scale"),
    ("gallery", "/admin/gallery", "columns-3"),
)
LEFT_OUT = frozenset({"/", "/404", "/login", "/signup", "/forgot", "/reset", "/unsubscribe"}) | {
    f"/onboarding{step}" for step in ("", "/resume", "/review", "/gap")
}
"""Pages for strangers, and the steps after signup: what they do is done elsewhere later."""


def _pages() -> Iterator[Entry]:
    for name, place in _NAMED.items():
        yield _page(name, place.path, place.icon, label=f"ui.nav.{name}")
        yield from (_page(deeper, path, icon) for deeper, path, icon, after in _DEEPER if after == name)
    yield from (_page(deeper, path, icon) for deeper, path, icon, after in _DEEPER if not after)


def _deeds() -> Iterator[Entry]:
    yield _deed("upload", "upload", ("to", "/resume"))
    yield _deed("posting", "scale", ("to", "/jobs/match"))
    yield _deed("plan", "calendar-plus", ("to", "/plan?build"))
    yield _deed("interview", "mic", ("to", "/interviews"))
    yield _deed("day", "download", ("file", "/api/today/pdf"))
    yield _deed("paper", "file-text", ("to", "/resume/rewrite"))
    yield _deed("record", "download", ("file", "/api/v1/profile/json-resume"))


def _settings() -> Iterator[Entry]:
    yield _deed("goal", "target", ("to", "/settings"), "set")
    yield _deed("mail", "mail", ("to", "/settings"), "set")
    for mode, icon in (("light", "sun"), ("dark", "moon"), ("system", "monitor")):
        words = ("palette.do.theme.words", f"palette.do.{mode}.words")
        yield Entry(f"theme-{mode}", "set", icon, ("ui.theme.label", f"ui.theme.{mode}"), words, ("theme", mode))
    for code, own, name in LANGUAGE_NAMES:
        words = ("palette.do.language.words", f"palette.do.{name}.words")
        yield Entry(f"language-{code}", "set", "languages", ("ui.language",), words, ("language", code), own)
    yield _deed("password", "key", ("to", "/settings/security"), "set")
    yield _deed("devices", "smartphone", ("to", "/settings/security"), "set")
    yield _deed("consent", "eye-off", ("to", "/settings/data"), "set")
    yield Entry(
        "log-out", "set", "log-out", ("ui.log_out",), ("palette.do.log_out.words",), ("form", "/api/auth/logout")
    )


def entries() -> list[Entry]:
    """All of them in the order in which they are shown. The pages must have been registered."""
    return [*_deeds(), *_pages(), *_settings(), *(_page(*row, group="admin") for row in _ADMIN)]
