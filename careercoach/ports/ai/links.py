"""Links that a provider's search found: followed to their end and kept only when a page is there."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from urllib.parse import urlsplit

from pydantic import BaseModel

from careercoach.core.clock import utc_now
from careercoach.core.outbound import Page, RefusedError, fetch_page
from careercoach.ports.ai.asking import FoundLink
from careercoach.ports.ai.guard.quoting import without_links

MOST_LINKS = 8
REDIRECTORS = ("vertexaisearch.cloud.google.com", "google.com", "www.google.com")
"""Where the search's own redirects live: whoever ends there has not led anywhere."""

Fetch = Callable[[str], Awaitable[Page]]


class GroundedLink(BaseModel):
    """A page that was there when we looked."""

    url: str
    """Where the search's address led: never the address a model wrote."""
    title: str
    site: str
    checked_at: datetime


async def check_links(found: Iterable[FoundLink], *, fetch: Fetch = fetch_page) -> list[GroundedLink]:
    """The links that lead to a page, in order, each page once. Looks at all of them at the same time."""
    pages = await asyncio.gather(*(_look(link, fetch) for link in list(found)[:MOST_LINKS]))
    kept: dict[str, GroundedLink] = {}
    for page in pages:
        if page is not None:
            kept.setdefault(page.url, page)
    return list(kept.values())


async def _look(link: FoundLink, fetch: Fetch) -> GroundedLink | None:
    try:
        page = await fetch(link.url)
    except RefusedError:
        return None
    site = urlsplit(page.url).hostname or ""
    if page.status != 200 or site in REDIRECTORS:
        return None
    # Titles are other people's words: no address, no tag, no control letter.
    title = without_links(page.title).strip() or site
    return GroundedLink(url=page.url, title=title[:160], site=site.removeprefix("www."), checked_at=utc_now())
