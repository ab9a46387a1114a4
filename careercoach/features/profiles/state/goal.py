"""The goal and the preferences: asked once after signup, changed any time in the settings."""

from typing import Literal
from zoneinfo import ZoneInfo

import reflex as rx
from pydantic import BaseModel, ValidationError

from careercoach.content.load import roles
from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.clock import time_zones, utc_now
from careercoach.core.errors import CoachError
from careercoach.core.identity import current_person
from careercoach.core.texts import text
from careercoach.features.accounts import service as accounts
from careercoach.features.profiles import service
from careercoach.features.profiles.rules import guess_roles, role_option, search_roles
from careercoach.features.profiles.schemas import FormatChoice, GoalInput, LearningType, ProfileView, RoleOption
from careercoach.ui.session import SessionState

GOAL_PROBLEMS = [
    "profiles.unknown_role", "profiles.role_needed", "profiles.hours_range", "profiles.days_all_off",
    "profiles.bad_time", "profiles.bad_name", "core.changed_elsewhere", "core.invalid_input",
]  # fmt: skip
ZONES_SHOWN, NAME_MAX = 30, 120
OWN_WORDS = "~"
STEP_PATHS = {"resume": "/onboarding/resume", "review": "/onboarding/review", "gap": "/onboarding/gap"}
_FIELD_PROBLEMS = {
    "weekly_minutes": "profiles.hours_range",
    "days_off": "profiles.days_all_off",
    "mail_minute": "profiles.bad_time",
}


# Browsers still say the old names of some places.
_RENAMED = {
    "Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu", "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Asia/Rangoon": "Asia/Yangon", "Asia/Dacca": "Asia/Dhaka", "Europe/Kiev": "Europe/Kyiv",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires", "Atlantic/Faeroe": "Atlantic/Faroe",
    "America/Indianapolis": "America/Indiana/Indianapolis", "America/Godthab": "America/Nuuk",
}  # fmt: skip


class Choice(BaseModel):
    """One entry of a list to search in."""

    value: str
    label: str
    keywords: list[str] = []


class GoalState(rx.State):
    """The goal on the screen. Saved as a whole; `version` guards against a change in another tab."""

    is_ready: bool = False
    role: RoleOption | None = None
    role_text: str = ""
    guesses: list[RoleOption] = []
    role_choices: list[Choice] = []
    role_words: str = ""
    """What the list of roles answers."""
    zone_choices: list[Choice] = []
    zone_words: str = ""
    hours: str = "5"
    days_off: list[int] = []
    zone: str = "UTC"
    browser_zone: str = ""
    format: FormatChoice = "any"
    learning_type: LearningType = "mixed"
    mail_on: bool = True
    mail_time: str = "07:00"
    name: str = ""
    problem_key: str = ""
    saved: bool = False
    version: int = 1
    _is_new: bool = True

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load_step(self):
        """The first step, or the one the person had reached."""
        profile = await self._load()
        if self.router.url.query_parameters.get("step", "") == "goal":
            return None
        if profile.step == "done":
            return rx.redirect("/today")
        return rx.redirect(STEP_PATHS[profile.step]) if profile.step in STEP_PATHS else None

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """The settings."""
        await self._load()

    async def _load(self) -> ProfileView:
        person = current_person()
        async with db.reading() as session:
            profile = await service.get_profile(session, user_id=person.id)
        self.name = person.name
        self.role = role_option(profile.role_slug) if profile.role_slug in roles() else None
        self.role_text, self.guesses = profile.role_text, []
        self.hours = f"{profile.weekly_minutes / 60:g}"
        self.days_off, self.format, self.learning_type = profile.days_off, profile.format, profile.learning_type
        self.mail_on = profile.mail_on
        self.mail_time = f"{profile.mail_minute // 60:02d}:{profile.mail_minute % 60:02d}"
        self._is_new = profile.goal_version == 1
        self.zone = self.browser_zone if self._is_new and self.browser_zone else profile.time_zone
        self.version, self.problem_key, self.saved = profile.goal_version, "", False
        self.role_choices = _role_choices("", person.language)
        self.zone_choices = _zone_choices("", self.zone)
        self.role_words = self.zone_words = ""
        self.is_ready = True
        return profile

    @rx.event
    @allow(Access.SIGNED_IN)
    async def search_role(self, words: str):
        """Roles that fit the typed words, and the words themselves as a choice."""
        self.role_choices = _role_choices(words[:120], current_person().language)
        self.role_words = words

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_role(self, value: str, typed: str = ""):
        """A role of the catalogue, or own words: then the nearest role is what we plan for.

        `typed`: words for which no list was shown yet; unless it would hold the value too, its first entry is meant.
        """
        self.problem_key, self.saved = "", False
        value = _meant(value, _role_choices(typed[:120], current_person().language)) if typed else value
        if value.startswith(OWN_WORDS):
            self.role_text = value[1:121].strip()
            self.guesses = guess_roles(self.role_text)[:4]
            self.role = self.guesses[0] if self.guesses else None
        elif value in roles():
            self.role, self.role_text, self.guesses = role_option(value), "", []

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_guess(self, slug: str):
        """Another role that the own words may mean."""
        if slug in roles():
            self.role = role_option(slug)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def search_zone(self, words: str):
        """Time zones by city or area."""
        self.zone_choices = _zone_choices(words[:60], self.zone)
        self.zone_words = words

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_zone(self, zone: str, typed: str = ""):
        """Only zones that exist. `typed`: as for roles."""
        zone = _meant(zone, _zone_choices(typed[:60], self.zone)) if typed else zone
        if zone in time_zones():
            self.zone, self.saved = zone, False

    @rx.event
    @allow(Access.SIGNED_IN)
    async def find_zone(self, zone: str):
        """What the browser says. It is taken for new people; others are offered it."""
        zone = _RENAMED.get(zone, zone)
        if zone not in time_zones():
            return
        self.browser_zone = zone
        if self._is_new:
            self.zone, self.zone_choices = zone, _zone_choices("", zone)

    @rx.event
    @allow(Access.SIGNED_IN)
    async def toggle_day(self, day: int):
        """A day off, or no longer. 0 is Monday."""
        if day in range(7):
            self.days_off = sorted({*self.days_off} ^ {day})
            self.saved = False

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_format(self, format: Literal["any", "video", "article", "interactive"]):
        self.format, self.saved = format, False

    @rx.event
    @allow(Access.SIGNED_IN)
    async def choose_learning(self, learning_type: Literal["project", "theory", "mixed"]):
        self.learning_type, self.saved = learning_type, False

    @rx.event
    @allow(Access.SIGNED_IN)
    async def switch_mail(self, on: bool):
        self.mail_on, self.saved = on, False

    @rx.event
    @allow(Access.SIGNED_IN)
    async def go_on(self, form: dict[str, str]):
        """Save the first step and show the second."""
        if not await self._save(form):
            return None
        async with db.transaction() as session:
            profile = await service.reach_step(session, user_id=current_person().id, step="resume")
        return rx.redirect(STEP_PATHS.get(profile.step, "/onboarding/gap"))

    @rx.event
    @allow(Access.SIGNED_IN)
    async def save(self, form: dict[str, str]):
        """Save the settings."""
        self.saved = False
        name = form.get("name", self.name).strip()
        if not 0 < len(name) <= NAME_MAX:
            self.problem_key = "profiles.bad_name"
        elif await self._save(form):
            await self._keep_name(name)
            self.saved = True

    async def _keep_name(self, name: str) -> None:
        self.name = name
        if name == current_person().name:
            return
        async with db.transaction() as session:
            await accounts.set_name(session, user_id=current_person().id, name=name)
        (await self.get_state(SessionState)).name = name

    async def _save(self, form: dict[str, str]) -> bool:
        self.problem_key = ""
        self.hours = str(form.get("hours") or self.hours)[:6]
        self.mail_time = str(form.get("mail_time") or self.mail_time)[:5]
        try:
            goal = self._goal()
            async with db.transaction() as session:
                profile = await service.save_goal(session, user_id=current_person().id, goal=goal, version=self.version)
        except ValidationError as error:
            name = str(error.errors()[0]["loc"][0])
            self.problem_key = _FIELD_PROBLEMS.get(name, "core.invalid_input")
            return False
        except CoachError as error:
            self.problem_key = error.text_key
            return False
        self.version, self._is_new = profile.goal_version, False
        return True

    def _goal(self) -> GoalInput:
        return GoalInput(
            role_slug=self.role.slug if self.role else "",
            role_text=self.role_text,
            weekly_minutes=_minutes_of_hours(self.hours),
            days_off=list(self.days_off),
            time_zone=self.zone,
            format=self.format,
            learning_type=self.learning_type,
            mail_on=self.mail_on,
            mail_minute=_minute_of_day(self.mail_time),
        )


def _minutes_of_hours(hours: str) -> int:
    """Minutes of "4", "4.5" or "4,5"; -1 for anything else."""
    try:
        return round(float(hours.replace(",", ".")) * 60)
    except (ValueError, OverflowError):
        return -1


def _minute_of_day(time: str) -> int:
    """Minutes since midnight of "07:30"; -1 for anything else."""
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute) if hour.isdecimal() and minute.isdecimal() else -1


def _meant(value: str, choices: list[Choice]) -> str:
    values = [choice.value for choice in choices]
    return value if value in values or not values else values[0]


def _role_choices(words: str, language: str) -> list[Choice]:
    found = [Choice(value=role.slug, label=role.title.in_(language)) for role in search_roles(words, language)]
    if own := words.strip():
        label = text("profiles.own_words", language, words=own)
        found.append(Choice(value=OWN_WORDS + own, label=label))
    return found


def _zone_choices(words: str, chosen: str) -> list[Choice]:
    wanted = words.strip().lower().replace(" ", "_")
    zones = [zone for zone in sorted(time_zones()) if "/" in zone and not zone.startswith(("Etc/", "SystemV/"))]
    fitting = [zone for zone in (*zones, "UTC") if wanted in zone.lower()]
    if not wanted and chosen in fitting:
        fitting = [chosen, *(zone for zone in fitting if zone.split("/")[0] == chosen.split("/")[0] and zone != chosen)]
    return [Choice(value=zone, label=zone_label(zone)) for zone in fitting[:ZONES_SHOWN]]


def zone_label(zone: str) -> str:
    """A zone with its present distance from UTC: "Asia/Kolkata (UTC+05:30)"."""
    offset = utc_now().astimezone(ZoneInfo(zone)).strftime("%z")
    return f"{zone.replace('_', ' ')} (UTC{offset[:3]}:{offset[3:]})"
