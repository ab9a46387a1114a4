"""Goals 1, 2, 4: the PDF of the day beside WeasyPrint alone, on two processes beside one, and asked again."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.house import house
from bench.machine import Clock
from bench.record import Bench
from bench.rounds import take_turns
from careercoach.core import db
from careercoach.core.clock import local_date, utc_now
from careercoach.core.documents import Html
from careercoach.core.workers import Workers
from careercoach.features.planner import service as planner
from careercoach.features.today import service
from careercoach.features.today.documents import day_document
from careercoach.features.today.rules import coach_line
from careercoach.features.today.schemas import TodayView
from careercoach.ports.pdf.printer import WeasyPrintPdf
from tests.seed import seed

ZONE = "Asia/Kolkata"
TASKS, NEAR_DAYS = 5, 28
Print = Callable[[], Awaitable[float]]


async def run(bench: Bench) -> None:
    """Records pdf_tuned, pdf_naive, pdf_again and pdf_fan_out."""
    with house(bench.folder / "pdf"):
        view = await _full_day()
        await _beside_raw(bench, view)
        await _fan_out(bench, view)


async def _full_day() -> TodayView:
    """Today of the seeded plan with the tasks of a long evening, whatever weekday it is."""
    await db.dispose()
    people = await seed()
    today = local_date(utc_now(), ZONE)
    async with db.reading() as session:
        view = await service.get_day(session, user_id=people.owner_id, day=today, today=today)
        tasks = await planner.list_tasks(
            session, user_id=people.owner_id, first=today, last=today + timedelta(days=NEAR_DAYS)
        )
    await db.dispose()
    return view.model_copy(update={"day": view.day.model_copy(update={"tasks": tasks[:TASKS]})})


def _documents(view: TodayView) -> Callable[[], tuple[str, Html]]:
    """The same day for ever new people, so that no cache helps."""
    numbers = itertools.count()
    return lambda: day_document(view.model_copy(update={"name": f"Asha Rao {next(numbers)}"}))


def content_of(view: TodayView) -> dict[str, Any]:
    """The words of the day, for the raw templates."""
    title, _ = day_document(view)
    return {
        "title": title,
        "purpose": "Your day",
        "foot": f"Made for {view.name}",
        "line": coach_line(view, "en"),
        "figures": [
            [f"{view.percent} %", "of the plan"],
            [str(view.readiness.score if view.readiness else 0), "ready"],
        ],
        "tasks": [
            {
                "title": planner.task_title(task, "en"),
                "why": planner.task_why(task, "en"),
                "how": planner.task_how(task, "en"),
                "minutes": f"{task.minutes} min",
                "links": [[one.title, one.url] for one in planner.answer_of(task, "en").resources[:2]],
            }
            for task in view.day.tasks
        ],
    }


async def _beside_raw(bench: Bench, view: TodayView) -> None:
    printer = WeasyPrintPdf(bench.folder / "pdf-cache", size=1)
    raw = {style: Workers(target=f"bench.raw.paper:{style}") for style in ("tuned", "naive")}
    content, new, many = {"day": content_of(view)}, _documents(view), bench.scale.documents
    again: list[float] = []

    async def ours() -> float:
        documents = [new() for _ in range(many)]
        first = await _cost(printer, documents)
        again.append(await _cost(printer, documents) / many)
        return first / many

    def theirs(style: str) -> Print:
        async def printed() -> float:
            answers = [await raw[style].run(content) for _ in range(many)]
            return sum(head["cpu_s"] for head, _ in answers) / many

        return printed

    await ours()  # starts the process
    samples = await take_turns(
        {"ours": ours, "tuned": theirs("tuned"), "naive": theirs("naive")},
        rounds=bench.scale.rounds,
        warm_up=bench.scale.warm_up,
    )
    for workers in (printer, *raw.values()):
        await workers.close()
    in_ms = {name: [cost * 1000 for cost in costs] for name, costs in samples.items()}
    bench.add("pdf_tuned", app=in_ms["ours"], raw=in_ms["tuned"], unit="ms")
    bench.add("pdf_naive", app=in_ms["ours"], raw=in_ms["naive"], unit="ms")
    later = [cost * 1000 for cost in again[-bench.scale.rounds :]]
    bench.add("pdf_again", app=later, raw=in_ms["ours"], unit="ms")


async def _cost(printer: WeasyPrintPdf, documents: list[tuple[str, Html]]) -> float:
    """CPU seconds of app and worker together."""
    clock = Clock()
    for title, html in documents:
        await printer.render(html, title=title, language="en")
    return clock.passed()


async def _fan_out(bench: Bench, view: TodayView) -> None:
    """Documents a second. The raw figure is what two bare processes do: the machine, on a busy day."""
    new, many = _documents(view), bench.scale.fan_out_documents
    printers = {size: WeasyPrintPdf(_cache(bench, size), size=size) for size in (1, 2)}
    raw = {size: Workers(target="bench.raw.paper:tuned", size=size) for size in (1, 2)}
    content = {"day": content_of(view)}

    def ours(size: int) -> Print:
        async def printed() -> float:
            pages = [new() for _ in range(many)]
            jobs = [printers[size].render(html, title=title, language="en") for title, html in pages]
            return await _pace(jobs)

        return printed

    def theirs(size: int) -> Print:
        async def printed() -> float:
            return await _pace([raw[size].run(content) for _ in range(many)])

        return printed

    contenders: dict[str, Print] = {}
    for size in (1, 2):
        contenders |= {f"ours{size}": ours(size), f"raw{size}": theirs(size)}
    rounds = max(2, bench.scale.rounds // 4)
    found = await take_turns(contenders, rounds=rounds, warm_up=1)
    for workers in (*printers.values(), *raw.values()):
        await workers.close()
    bench.add("pdf_fan_out", app=found["ours2"], raw=found["ours1"], unit="/s")
    machine = [two / one for one, two in zip(found["raw1"], found["raw2"], strict=True)]
    bench.note(f"Two bare WeasyPrint processes beside one, same minutes: {sum(machine) / len(machine):.2f}x.")


def _cache(bench: Bench, size: int) -> Path:
    return bench.folder / f"pdf-cache-{size}"


async def _pace(jobs: list[Awaitable[Any]]) -> float:
    began = time.perf_counter()
    await asyncio.gather(*jobs)
    return len(jobs) / (time.perf_counter() - began)
