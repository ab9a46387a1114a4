"""The outermost layer: what every answer carries, and what the files of the build need not carry."""

from pathlib import Path

import httpx
import pytest

from careercoach.core.front import Front


async def _fine(scope, _receive, send):
    kind = b"text/html; charset=utf-8" if scope["path"].endswith("/") else b"text/plain"
    kept = any(name == b"if-none-match" for name, _ in scope["headers"])
    headers = [] if kept else [(b"content-type", kind)]
    await send({"type": "http.response.start", "status": 304 if kept else 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"fine"})


@pytest.fixture
def build(tmp_path: Path) -> Path:
    pages = {"index": "let a = 1", "today/index": "let a = 1</script><script>let b = 2", "404": "let c = 3"}
    for name, script in pages.items():
        file = tmp_path / f"{name}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"<html><script>{script}</script><script src='/a.js'></script></html>")
    return tmp_path


def _scripts(answer: httpx.Response) -> str:
    policy = answer.headers["content-security-policy"]
    return next(part for part in policy.split("; ") if part.startswith("script-src"))


async def _get(build: Path, path: str, **headers: str) -> httpx.Response:
    front = Front(_fine, origins=["http://coach.example"], build=build)
    transport = httpx.ASGITransport(app=front)
    async with httpx.AsyncClient(transport=transport, base_url="http://coach.example") as client:
        return await client.get(path, headers=headers)


@pytest.mark.parametrize(("path", "inline"), [("/", 1), ("/today/", 2), ("/plan/3/", 1)])
async def test_pages_name_their_own_inline_scripts_and_nothing_looser(build, path, inline):
    scripts = _scripts(await _get(build, path))
    assert scripts.count("'sha256-") == inline
    assert "unsafe" not in scripts


@pytest.mark.parametrize(("path", "inline"), [("/today/", 2), ("/plan/3/", 1)])
async def test_a_page_kept_by_the_browser_keeps_its_scripts(build, path, inline):
    answer = await _get(build, path, **{"If-None-Match": "x"})
    assert answer.status_code == 304
    assert _scripts(answer).count("'sha256-") == inline


async def test_other_answers_allow_no_inline_script(build):
    assert _scripts(await _get(build, "/api/x")) == "script-src 'self'"


async def test_pages_are_asked_for_anew(build):
    assert (await _get(build, "/today/")).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/assets/context-1a2b.js", "/fonts/inter-latin-7e9c49fb.woff2"])
async def test_hashed_files_are_kept_for_good_and_carry_little(build, path):
    headers = (await _get(build, path)).headers
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["content-security-policy"] == "default-src 'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert sum(len(name) + len(value) for name, value in headers.items()) < 250
