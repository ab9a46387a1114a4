"""Goal 14: whether a text comes out in the order it is read in, beside `get_text()` of the same pages."""

import asyncio
import re
from itertools import groupby
from typing import Any

from bench.modules.resume import ROOM
from bench.raw.columns import BULLETS, KINDS, page_of
from bench.record import Bench
from careercoach.core.workers import Workers
from tests.resumes_lab.html_maker import print_pdf

PAGES = 5
"""Of each kind."""
_WORD = re.compile(r"\S+")
_MARK = re.compile(r"[LR]\d\d")


async def run(bench: Bench) -> None:
    """Records order_bullets and order_mixed."""
    pages = [page_of(kind, seed) for kind in KINDS for seed in range(PAGES)]
    files = await asyncio.to_thread(lambda: [print_pdf(page) for page in pages])
    readers = {
        "ours": (Workers(target="bench.raw.columns:ours", memory_bytes=ROOM), {}),
        "plain": (Workers(target="bench.raw.columns:plain", memory_bytes=ROOM), {"sort": False}),
        "sorted": (Workers(target="bench.raw.columns:plain", memory_bytes=ROOM), {"sort": True}),
    }
    intact: dict[str, list[float]] = {}
    mixed: dict[str, int] = {}
    for name, (workers, header) in readers.items():
        texts = [(await workers.run(header, data))[0]["text"] for data in files]
        await workers.close()
        intact[name] = [_intact(text, page) for text, page in zip(texts, pages, strict=True)]
        mixed[name] = sum(_is_mixed(text) for text in texts)
    worst = {name: min(shares) for name, shares in intact.items()}
    bench.add("order_bullets", app=[worst["ours"]], raw=[worst["plain"]], unit="")
    bench.add("order_mixed", app=[mixed["ours"]], raw=[mixed["plain"]], unit="")
    bench.note(
        f"Goal 14: {len(pages)} pages of {2 * BULLETS} bullets, the worst page counts. `get_text(sort=True)` keeps "
        f"{worst['sorted']:.0%} of them whole on its worst page and mixes {mixed['sorted']} pages."
    )


def _intact(text: str, page: str) -> float:
    """The share of bullets whose words all follow each other."""
    read = " ".join(_WORD.findall(text))
    written: list[Any] = re.findall(r"[LR]\d\d [^<]+", page)
    return sum(bullet.strip() in read for bullet in written) / len(written)


def _is_mixed(text: str) -> bool:
    """Whether the text goes back to a column that it had left."""
    return len(list(groupby(mark[0] for mark in _MARK.findall(text)))) != 2
