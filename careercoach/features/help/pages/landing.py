"""The front page: what the coach does, shown, with figures counted from what is really here."""

import reflex as rx

from careercoach.content import load
from careercoach.core.texts import LANGUAGES
from careercoach.settings import settings
from careercoach.ui.components.buttons import link_button, outside_link, page_link
from careercoach.ui.page import page
from careercoach.ui.primitives.accordion import accordion, accordion_item
from careercoach.ui.session import SessionState
from careercoach.ui.shell import public_frame
from careercoach.ui.texts import t
from careercoach.ui.theme import ASSETS

STEPS = ("read", "gap", "plan", "interview")
QUESTIONS = ("cost", "key", "where", "verdict")
SHOTS = "shots/today-{screen}-{mode}.avif"
"""Upper part of the Today page: wide 1440 x 540, phone 780 x 560; see tests/e2e/take_shots.py."""
COMMANDS = "make run"


@page("/", title="help.title", description="help.description", public=True)
def landing_page() -> rx.Component:
    return public_frame(
        _hero(),
        _shot(),
        _steps(),
        _figures(),
        _self_host(),
        _faq(),
        nav=[
            (t("help.nav.how"), "#how"),
            (t("help.nav.self_host"), "#self-host"),
            (t("help.nav.faq"), "#faq"),
        ],
    )


def _hero() -> rx.Component:
    start = rx.cond(
        SessionState.is_signed_in,
        link_button(t("help.hero.back"), href="/today", size="lg", icon_end="arrow-right"),
        link_button(t("help.hero.start"), href="/signup", size="lg", icon_end="arrow-right", data_testid="start"),
    )
    return rx.el.section(
        rx.el.h1(
            rx.el.span(t("help.hero.first"), class_name="block"),
            rx.el.span(t("help.hero.second"), class_name="block"),
            class_name="display",
        ),
        rx.el.p(t("help.hero.promise"), class_name="text-md md:text-lg leading-normal muted max-w-[56ch] mt-5 mb-7"),
        rx.el.div(
            start,
            rx.el.a(t("help.hero.how"), href="#how", class_name="btn btn-secondary btn-lg"),
            class_name="flex flex-wrap gap-3",
        ),
        rx.el.p(t("help.hero.free"), class_name="text-sm muted mt-4"),
        class_name="pt-8 md:pt-[72px]",
    )


def _shot() -> rx.Component:
    """The real Today page, in the mode of the reader and cut for their screen; the other files are not loaded."""
    if not (ASSETS / SHOTS.format(screen="wide", mode="light")).exists():
        return rx.fragment()  # the pictures are taken from the finished app; a fresh clone may not have them yet
    modes = (("light", "dark:hidden"), ("dark", "hidden dark:block"))
    return rx.el.div(
        *(_picture(mode, shown) for mode, shown in modes),
        class_name="card card-flush rounded-b-none border-b-0 border-line-strong shadow-card mt-9 md:mt-[52px]",
    )


def _picture(mode: str, shown: str) -> rx.Component:
    # Sizes as plain attributes: as props Reflex would turn them into a style, which wins over the classes.
    phone = {
        "width": 780,
        "height": 456,
        "media": "(max-width: 767px)",
        "srcSet": f"/{SHOTS}".format(screen="phone", mode=mode),
    }
    return rx.el.picture(
        rx.el.source(custom_attrs=phone),
        rx.el.img(
            src=f"/{SHOTS}".format(screen="wide", mode=mode),
            alt=t("help.shot"),
            loading="lazy",
            custom_attrs={"width": 1440, "height": 540, "decoding": "async"},
            class_name="w-full h-auto",
        ),
        class_name=shown,
    )


def _steps() -> rx.Component:
    def step(number: int, name: str) -> rx.Component:
        return rx.el.li(
            rx.el.div(f"{number}", class_name="small font-semibold text-accent mb-2.5", aria_hidden="true"),
            rx.el.h3(t(f"help.step.{name}.title"), class_name="subtitle"),
            rx.el.p(t(f"help.step.{name}.text"), class_name="muted text-sm mt-1.5"),
            class_name="py-5 md:pt-8 md:pb-10 md:pr-6 border-b md:border-b-0 border-line",
        )

    return rx.el.section(
        rx.el.h2(t("help.nav.how"), class_name="sr-only"),
        rx.el.ol(
            *(step(number, name) for number, name in enumerate(STEPS, start=1)),
            class_name="grid md:grid-cols-2 lg:grid-cols-4",
        ),
        id="how",
        class_name="border-t border-line",
    )


def _at_least(count: int) -> str:
    """A count as "120+": the ten below, so that it stays true while the catalogue grows."""
    return f"{count - count % 10}+" if count % 10 else str(count)


def _figures() -> rx.Component:
    counts = {
        "skills": _at_least(len(load.skills())),
        "roles": _at_least(len(load.roles())),
        "questions": _at_least(len(load.questions())),
        "languages": str(len(LANGUAGES)),
    }
    lists = {"skills": "/skills", "roles": "/roles"}

    def words(name: str) -> rx.Var[str] | rx.Component:
        said = t(f"help.figure.{name}")
        return page_link(said, href=lists[name], class_name="link") if name in lists else said

    tiles = [
        rx.el.div(
            rx.el.dt(words(name), class_name="small muted"),
            rx.el.dd(count, class_name="figure"),
            class_name="flex flex-col-reverse justify-end",
        )
        for name, count in counts.items()
    ]
    return rx.el.section(
        rx.el.h2(t("help.figures"), class_name="sr-only"),
        rx.el.dl(*tiles, class_name="grid grid-cols-2 lg:grid-cols-4 gap-6 py-8 border-t border-line"),
    )


def _self_host() -> rx.Component:
    source = settings.source_url
    commands = f"git clone {source}\ncd {source.rstrip('/').rsplit('/', 1)[-1]}\n{COMMANDS}"
    return rx.el.section(
        rx.el.div(
            rx.el.h2(t("help.self_host.title"), class_name="heading"),
            rx.el.p(t("help.self_host.text"), class_name="muted text-md mt-3"),
            rx.el.p(outside_link(t("help.self_host.link"), href=source), class_name="mt-3"),
        ),
        rx.el.pre(
            rx.el.code(commands),
            class_name="code",
            tab_index=0,
            role="region",
            aria_label=t("help.self_host.title"),
        ),
        id="self-host",
        class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-2 gap-10 items-center py-14 border-t border-line",
    )


def _faq() -> rx.Component:
    items = [
        accordion_item(t(f"help.faq.{name}.ask"), rx.el.p(t(f"help.faq.{name}.answer")), group="faq")
        for name in QUESTIONS
    ]
    return rx.el.section(
        rx.el.h2(t("help.faq.title"), class_name="heading mb-6"),
        accordion(*items),
        id="faq",
        class_name="py-12 md:py-16 border-t border-line grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[1fr_2fr] gap-x-10",
    )
