"""The frame around every page: side bar, bottom bar on phones, menus, footer, notices."""

from collections.abc import Sequence

import reflex as rx
from reflex.style import set_color_mode

from careercoach.settings import settings
from careercoach.ui import navigation
from careercoach.ui.bridge import preference_follower
from careercoach.ui.components.buttons import link_button, page_link
from careercoach.ui.components.forms import native_form
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import page_header
from careercoach.ui.navigation import Place
from careercoach.ui.palette.door import palette_button
from careercoach.ui.palette.window import palette as palette_window
from careercoach.ui.session import SessionState
from careercoach.ui.texts import t

Words = str | rx.Var
# Written in the reader's own language on purpose; the system's letters spare a stranger a font download.
LANGUAGE_NAMES = (("en", "English"), ("hi", "हिन्दी"), ("es", "Español"))
THEMES = (("light", "sun"), ("dark", "moon"), ("system", "monitor"))
ACCOUNT_SHEET, MORE_SHEET = "account-sheet", "more-sheet"


def page_frame(
    *children: rx.Component,
    title: Words | None = None,
    purpose: Words | rx.Component | None = None,
    actions: list[rx.Component] | None = None,
    active: str = "today",
) -> rx.Component:
    """A page of the app. `title` becomes its h1; leave it out when the page writes its own header.

    `active` is the name of the place that is marked in the navigation (see `navigation`).
    """
    head = [page_header(title, purpose=purpose, actions=actions)] if title is not None else []
    return rx.el.div(
        preference_follower(),
        _skip_link(),
        rx.el.div(
            _side_bar(active),
            rx.el.div(
                rx.el.main(*head, *children, id="content", tab_index=-1, class_name="main"),
                _footer(),
                class_name="column-main",
            ),
            class_name="shell",
        ),
        _bottom_bar(active),
        _account_sheet(),
        _more_sheet(active),
        palette_window(),
    )


def public_frame(
    *children: rx.Component,
    narrow: bool = False,
    login_link: bool = True,
    nav: Sequence[tuple[Words, str]] = (),
    palette: bool = False,
) -> rx.Component:
    """A page for strangers: the landing page, or with `narrow` one small form in the middle.

    `nav` are (words, "#place") links to parts of the page, shown beside the log-in link on wide screens. `palette`
    offers the command palette to who is signed in, on pages that it leads to.
    """
    search = rx.fragment(palette_button("btn btn-ghost max-sm:hidden"), palette_window())
    main = rx.el.main(
        *children,
        id="content",
        tab_index=-1,
        class_name="w-full max-w-[440px] mx-auto px-4 py-10 flex-1" if narrow else "wide flex-1",
    )
    return rx.el.div(
        preference_follower(),
        _skip_link(),
        rx.el.header(
            brand("/"),
            rx.el.div(
                *(rx.el.a(words, href=place, class_name="btn btn-ghost max-lg:hidden") for words, place in nav),
                *([rx.cond(SessionState.is_signed_in, search, rx.fragment())] if palette else []),
                language_select("public-language"),
                *([_login_or_today()] if login_link else []),
                class_name="flex items-center gap-2 sm:gap-3",
            ),
            class_name="wide flex items-center justify-between min-h-[72px] gap-3",
        ),
        main,
        _footer("wide py-8"),
        class_name="public",
    )


def _login_or_today() -> rx.Component:
    return rx.cond(
        SessionState.is_signed_in,
        link_button(t("ui.nav.today"), href="/today", variant="secondary"),
        link_button(t("ui.log_in"), href="/login", variant="secondary"),
    )


def brand(href: str) -> rx.Component:
    """The logo with the name."""
    return page_link(
        rx.el.span(icon("compass", 16), class_name="logo-mark"),
        rx.el.span("CareerCoach"),
        href=href,
        class_name="brand",
    )


def language_select(name: str) -> rx.Component:
    """The language of the page, each in its own words. Switches without a reload."""
    return rx.el.select(
        *(rx.el.option(words, value=code, lang=code) for code, words in LANGUAGE_NAMES),
        id=name,
        name=name,
        value=SessionState.language,
        on_change=SessionState.choose_language,
        aria_label=t("ui.language"),
        class_name="input input-quiet font-[system-ui] w-auto",
    )


def theme_choice() -> rx.Component:
    """Light, dark, or as the device says. The browser changes at once; the choice is kept on the account."""
    return rx.el.div(
        *(
            rx.el.button(
                icon(sign, 15),
                t(f"ui.theme.{mode}"),
                type="button",
                on_click=[set_color_mode(mode), SessionState.choose_theme(mode)],
                aria_pressed=rx.color_mode == mode,
                class_name="flex-1",
            )
            for mode, sign in THEMES
        ),
        role="group",
        aria_label=t("ui.theme.label"),
        class_name="segments w-full",
    )


def _skip_link() -> rx.Component:
    return rx.el.a(t("ui.skip"), href="#content", class_name="skip-link")


def _nav_item(place: Place, active: str) -> rx.Component:
    current = {"aria_current": "page"} if place.name == active else {}
    return page_link(icon(place.icon), t(f"ui.nav.{place.name}"), href=place.path, class_name="nav-item", **current)


def _admin_item(active: str) -> rx.Component:
    return rx.cond(SessionState.is_admin, _nav_item(navigation.ADMIN, active), rx.fragment())


def _side_bar(active: str) -> rx.Component:
    groups: list[rx.Component] = []
    for name, places in navigation.GROUPS:
        groups.append(rx.el.div(t(f"ui.group.{name}"), class_name="nav-group"))
        groups.extend(_nav_item(place, active) for place in places)
    return rx.el.nav(
        rx.el.div(brand("/today"), class_name="px-2.5 pt-1 pb-4"),
        palette_button("nav-item palette-open", 16),
        *groups,
        rx.el.div(class_name="flex-1 min-h-4"),
        _admin_item(active),
        *(_nav_item(place, active) for place in navigation.BELOW),
        rx.el.button(
            _avatar(),
            rx.el.span(_reader_name(), class_name="truncate"),
            type="button",
            class_name="nav-item",
            custom_attrs={"popoverTarget": ACCOUNT_SHEET},
            data_testid="account-menu",
        ),
        aria_label=t("ui.navigation"),
        class_name="side",
    )


def _reader_name() -> rx.Var:
    return rx.cond(SessionState.name != "", SessionState.name, t("ui.account"))


def _avatar() -> rx.Component:
    letters = rx.cond(SessionState.name != "", SessionState.name.to(str)[0:1], "·")
    return rx.el.span(letters, class_name="avatar", aria_hidden="true")


def _bottom_bar(active: str) -> rx.Component:
    def item(place: Place) -> rx.Component:
        current = {"aria_current": "page"} if place.name == active else {}
        word = "practise" if place is navigation.INTERVIEWS else place.name
        return page_link(icon(place.icon, 20), t(f"ui.bottom.{word}"), href=place.path, **current)

    return rx.el.nav(
        *(item(place) for place in navigation.BOTTOM_BAR),
        rx.el.button(
            icon("menu", 20),
            t("ui.bottom.more"),
            type="button",
            custom_attrs={"popoverTarget": MORE_SHEET},
            data_testid="more-menu",
        ),
        aria_label=t("ui.navigation_phone"),
        class_name="bottom-bar",
    )


def _preferences(name: str) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.span(icon("languages"), t("ui.language"), class_name="flex items-center gap-2.5"),
            language_select(name),
            class_name="flex items-center justify-between gap-3 pl-2.5 text-sm text-ink-2 font-medium",
        ),
        theme_choice(),
        class_name="flex flex-col gap-2 py-2",
    )


def _log_out() -> rx.Component:
    return native_form(
        rx.el.button(icon("log-out"), t("ui.log_out"), type="submit", class_name="nav-item", data_testid="log-out"),
        action="/api/auth/logout",
        class_name="border-t border-line pt-1",
    )


def _account_sheet() -> rx.Component:
    return rx.el.div(
        rx.el.div(_reader_name(), class_name="label px-2.5 pt-1.5 truncate"),
        _preferences("account-language"),
        _log_out(),
        id=ACCOUNT_SHEET,
        custom_attrs={"popover": "auto"},
        class_name="sheet float",
    )


def _more_sheet(active: str) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            palette_button("nav-item", sheet=MORE_SHEET),
            *(_nav_item(place, active) for place in navigation.MORE),
            _admin_item(active),
            class_name="flex flex-col gap-0.5",
        ),
        _preferences("more-language"),
        _log_out(),
        id=MORE_SHEET,
        custom_attrs={"popover": "auto"},
        class_name="sheet float",
        role="dialog",
        aria_label=t("ui.bottom.more"),
    )


def _footer(place: str = "app-foot") -> rx.Component:
    return rx.el.footer(
        rx.el.span(t("ui.footer")),
        rx.el.a(t("ui.source"), href=settings.source_url, rel="noopener", target="_blank"),
        page_link(t("ui.skills_and_roles"), href="/skills"),
        page_link(t("ui.privacy"), href="/privacy"),
        class_name=f"page-foot no-print {place}",
    )
