"""Goals 9 to 12: first and second visits of the landing page and of Today, beside a minimal page.

Needs npm and a browser; Lighthouse is fetched once into var/bench/lighthouse.
"""

import asyncio

from bench.browser import Form, Visit, can_run, fetched_again, visit
from bench.house import house
from bench.record import Bench
from bench.rounds import take_turns
from bench.servers import MinimalServer, build, lay_out
from careercoach import frontend
from careercoach.core import db
from tests.live import LiveServer
from tests.seed import seed

FORMS: tuple[Form, ...] = ("mobile", "desktop")
PAGES = {"landing": "/", "today": "/today"}


async def run(bench: Bench) -> None:
    """Records the page_* goals, or says why not."""
    if not can_run():
        bench.note("Pages were not measured: Lighthouse needs npm and Chromium.")
        return
    if not frontend.is_built():
        frontend.build()
    with house(bench.folder / "page") as folder:
        await db.dispose()
        token = (await seed()).owner
        await db.dispose()
    project = build(lay_out(bench.folder / "page-minimal"))
    ours = LiveServer(folder, with_pages=True)
    minimal = MinimalServer(project, with_pages=True, database=folder / "app.db")
    try:
        for server in (ours, minimal):
            await asyncio.to_thread(server.start)
        visits = await _visits(bench, ours.url, minimal.url, token)
        again = [name for path in PAGES.values() for name in await fetched_again(ours.url, path, token)]
    finally:
        for server in (ours, minimal):
            if server.process:
                server.stop()
    _record(bench, visits)
    bench.add("page_repeat", app=[float(len(again))], unit="files")


async def _visits(bench: Bench, ours: str, minimal: str, token: str) -> dict[tuple[str, Form], list[Visit]]:
    places = {name: (ours, path, token if name == "today" else "") for name, path in PAGES.items()}
    places["minimal"] = (minimal, "/", "")
    found: dict[tuple[str, Form], list[Visit]] = {(name, form): [] for name in places for form in FORMS}

    def visiting(name: str, form: Form):
        url, path, cookie = places[name]

        async def visited() -> float:
            seen = await visit(url, path, form=form, token=cookie)
            found[name, form].append(seen)
            return seen.score

        return visited

    contenders = {f"{name} {form}": visiting(name, form) for name, form in found}
    await take_turns(contenders, rounds=bench.scale.page_runs, warm_up=0)
    return found


def _record(bench: Bench, visits: dict[tuple[str, Form], list[Visit]]) -> None:
    for name in PAGES:
        mobile, desktop = visits[name, "mobile"], visits[name, "desktop"]
        plain = visits["minimal", "mobile"]
        ours, theirs = [seen.kib for seen in mobile], [seen.kib for seen in plain]
        bench.add(f"page_{name}_bytes", app=ours, raw=theirs, unit="KiB")
        bench.add(f"page_{name}_minimal", app=ours, raw=theirs, unit="KiB")
        scores = [seen.score for seen in plain]
        bench.add(f"page_{name}_mobile", app=[seen.score for seen in mobile], raw=scores, unit="")
        scores = [seen.score for seen in visits["minimal", "desktop"]]
        bench.add(f"page_{name}_desktop", app=[seen.score for seen in desktop], raw=scores, unit="")
        bench.add(f"page_{name}_shift", app=[seen.shift for seen in mobile], unit="")
        bench.add(f"page_{name}_blocking", app=[seen.blocking_ms for seen in mobile], unit="ms")
