"""Ten hostile files at once: everyone else is served, each sender gets a sentence, nothing is left behind."""

import asyncio
import statistics
import time
from pathlib import Path

import httpx
import pytest

from tests.ports.resume_text.bad_files import all_bad_files, hostile_pdfs
from tests.sweep.conftest import Scene
from tests.timing import stretched

SOUND = b"Otto Fremd\notto@example.org\n\nSkills: SQL, Excel\n"
MEGABYTES = 100


def bombs() -> list[tuple[str, bytes]]:
    packed = [
        (name, data) for name, data, _ in all_bad_files() if name in ("bomb.docx", "bomb-ratio.docx", "many.docx")
    ]
    found = [*hostile_pdfs(), *packed]
    return [*found, *(("again-" + name, data) for name, data in found[: 10 - len(found)])]


def server_process(scene: Scene) -> int:
    """The process that serves: the youngest generation below the one that was started."""
    assert scene.server.process is not None
    children = _children(scene.server.process.pid)
    return next((child for child in children if "workers.process" not in _command(child)), scene.server.process.pid)


def _children(pid: int) -> list[int]:
    return [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]


def _command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def readers(scene: Scene) -> list[int]:
    """The processes that read files; others print documents."""
    return [child for child in _children(server_process(scene)) if "resumes.rules.apart" in _command(child)]


def memory_mb(pid: int) -> float:
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


async def pings(client: httpx.AsyncClient, until) -> list[float]:
    took: list[float] = []
    while not until():
        began = time.perf_counter()
        assert (await client.get("/ping")).status_code == 200
        took.append(time.perf_counter() - began)
        await asyncio.sleep(0.02)
    return took


async def send(client: httpx.AsyncClient, scene: Scene, name: str, data: bytes) -> tuple[httpx.Response, float]:
    headers = {"Origin": scene.server.url, "Cookie": scene.cookie("stranger")}
    began = time.perf_counter()
    answer = await client.post("/api/resumes", headers=headers, files={"file": (name, data)}, timeout=90)
    return answer, time.perf_counter() - began


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes as Linux shows them")
async def test_ten_bombs_at_once(scene):
    scene.forget_tries()
    async with httpx.AsyncClient(base_url=scene.server.url) as client:
        assert (await send(client, scene, "first.txt", SOUND))[0].status_code == 201
        serving = server_process(scene)
        before = memory_mb(serving)
        senders = [asyncio.create_task(send(client, scene, name, data)) for name, data in bombs()]
        took = await pings(client, lambda: all(sender.done() for sender in senders))
        for answer, _ in (sender.result() for sender in senders):
            assert answer.status_code in (201, 413, 422), answer.text[:300]
            if answer.status_code != 201:
                assert answer.json()["key"].startswith("resumes.unreadable_") and len(answer.json()["title"]) > 30
        p95 = statistics.quantiles(took, n=20)[-1]
        assert p95 < stretched(0.2), f"p95 of {len(took)} pings: {p95 * 1000:.0f} ms"
        assert memory_mb(serving) - before < MEGABYTES
        assert 1 <= len(readers(scene)) <= 2
        assert (await send(client, scene, "next.txt", SOUND))[0].status_code == 201
        for one in (await client.get("/api/resumes", headers={"Cookie": scene.cookie("stranger")})).json():
            headers = {"Origin": scene.server.url, "Cookie": scene.cookie("stranger")}
            assert (await client.delete(f"/api/resumes/{one['id']}", headers=headers)).status_code == 204
