"""The letter of the morning and the PDF of the day, in the person's language."""

from dataclasses import dataclass

from careercoach.core.dates import day_name
from careercoach.core.documents import (
    Block,
    Button,
    Figures,
    Html,
    Item,
    Items,
    Letter,
    Paragraph,
    el,
    letter,
    link,
    page,
)
from careercoach.core.texts import text, text_n
from careercoach.features.planner import service as planner
from careercoach.features.planner.schemas import ResourceCard, TaskView
from careercoach.features.today.rules import coach_line, next_line
from careercoach.features.today.schemas import TodayView
from careercoach.settings import settings

SUBJECT_MOST = 72
"""Characters; what comes after is not read anywhere and some programs cut it in the middle of a letter."""
MATERIAL_MOST = 2


@dataclass(frozen=True)
class Written:
    """A subject and its letter."""

    subject: str
    letter: Letter


def daily_letter(view: TodayView, *, asked: bool, unsubscribe_url: str = "", pdf_url: str = "") -> Written:
    """The tasks of the day. `asked`: the person pressed the button, so nothing about subscriptions."""
    language = view.language
    tasks = open_tasks(view)
    minutes = sum(task.minutes for task in tasks)
    hello = "today.mail.hello.later" if asked else "today.mail.hello.morning"
    blocks: list[Block] = [
        Paragraph(f"{text(hello, language, name=first_name(view.name))} {coach_line(view, language)}"),
        Items([_item(task, language) for task in tasks]),
        Button(text("today.mail.button", language), f"{settings.base_url}/today"),
        Figures(_figures(view)),
    ]
    if view.next_task is not None:
        blocks.append(Paragraph(next_line(view, language), quiet=True))
    if pdf_url:
        blocks.append(Paragraph(f"{text('today.mail.pdf_link', language)}:", quiet=True))
        blocks.append(Button(text("today.pdf", language), pdf_url))
    written = letter(
        title=text("today.mail.title", language, minutes=minutes),
        language=language,
        blocks=blocks,
        why=text("today.mail.why_asked" if asked else "today.mail.why", language),
        preview=planner.task_why(tasks[0], language) if tasks else "",
        unsubscribe_url=unsubscribe_url,
    )
    return Written(subject(tasks, language), written)


def finished_letter(view: TodayView, *, unsubscribe_url: str) -> Written:
    """Once, when a plan has come to its end."""
    language = view.language
    hours = f"{(view.plan.done_minutes if view.plan else 0) / 60:.0f}"
    blocks: list[Block] = [
        Paragraph(text("today.finished.hello", language, name=first_name(view.name), hours=hours)),
        Paragraph(text("today.finished.next", language)),
        Button(text("today.finished.button", language), f"{settings.base_url}/match"),
    ]
    title = text("today.finished.subject", language)
    why = text("today.mail.why", language)
    return Written(
        title, letter(title=title, language=language, blocks=blocks, why=why, unsubscribe_url=unsubscribe_url)
    )


def subject(tasks: list[TaskView], language: str) -> str:
    """The first task, and how many more."""
    if not tasks:
        return text("today.title", language)
    title = shortened(planner.task_title(tasks[0], language), SUBJECT_MOST)
    if len(tasks) == 1:
        return text("today.mail.subject", language, title=title)
    return text_n("today.mail.subject_more", language, len(tasks) - 1, title=title)


def shortened(words: str, most: int) -> str:
    """At most so many characters, cut between words."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + "…"


def first_name(name: str) -> str:
    """How one greets somebody: the first word of the name."""
    return name.split()[0] if name.split() else name


def open_tasks(view: TodayView) -> list[TaskView]:
    """What is still to do, in order."""
    return [task for task in view.day.tasks if task.state == "open"]


def _item(task: TaskView, language: str) -> Item:
    material = planner.answer_of(task, language).resources
    return Item(
        title=planner.task_title(task, language),
        detail=planner.task_why(task, language),
        aside=text("today.document.minutes", language, n=task.minutes),
        url=material[0].url if material else "",
    )


def _figures(view: TodayView) -> list[tuple[str, str]]:
    """Streak, plan and readiness, as (figure, what it counts)."""
    language = view.language
    figures: list[tuple[str, str]] = []
    if view.streak_before:
        days = text_n("today.mail.days", language, view.streak_before)
        figures.append((days, text("today.mail.streak", language)))
    figures.append((text("core.percent", language, n=view.percent), text("today.mail.plan", language)))
    if view.readiness is not None:
        score = text("today.mail.of_100", language, n=view.readiness.score)
        figures.append((score, text("today.mail.readiness", language)))
    return figures


def day_document(view: TodayView) -> tuple[str, Html]:
    """Title and HTML of the day for paper: boxes to tick, why and how, the material with its links."""
    language = view.language
    day = day_name(view.day.day, language, "weekday")
    title = day[:1].upper() + day[1:]
    tasks = [task for task in view.day.tasks if task.state != "skipped"]
    purpose = text("today.document.title", language)
    body: list[Html] = [el("p", coach_line(view, language), class_="muted")]
    if tasks:
        body.append(el("table", el("tbody", [_row(task, language) for task in tasks])))
        body.append(_figure_table(view))
        if view.next_task is not None:
            body.append(el("p", next_line(view, language), class_="quiet"))
    else:
        body.append(el("p", text("today.document.nothing", language)))
    return title, page(title=title, language=language, body=body, purpose=purpose, person=view.name)


def _row(task: TaskView, language: str) -> Html:
    is_done = task.state == "done"
    material = planner.answer_of(task, language).resources[:MATERIAL_MOST]
    cell = [
        el("div", planner.task_title(task, language), class_="task-title"),
        el("div", planner.task_why(task, language), class_="task-why"),
        None if is_done else el("div", planner.task_how(task, language), class_="small"),
        el("div", _material(material, language), class_="task-links") if material and not is_done else None,
    ]
    minutes = text("today.document.minutes", language, n=task.minutes)
    return el(
        "tr",
        el("td", el("span", class_="box done" if is_done else "box"), class_="col-mark"),
        el("td", cell),
        el("td", minutes, class_="col-s right muted"),
    )


def _material(material: list[ResourceCard], language: str) -> list[Html | str]:
    parts: list[Html | str] = [f"{text('today.document.material', language)}: "]
    for number, resource in enumerate(material):
        if number:
            parts.append(" · ")
        parts += [link(resource.title, resource.url), f" ({resource.provider})"]
    return parts


def _figure_table(view: TodayView) -> Html:
    cells = [
        el("td", el("div", figure, class_="figure"), el("div", words, class_="figure-words"))
        for figure, words in _figures(view)
    ]
    return el("div", el("table", el("tr", cells), class_="figures"), style="margin-top:14pt")
