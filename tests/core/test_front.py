"""The outermost layer: what every answer carries, and what the files of the build need not carry."""

from pathlib import Path

import httpx
import pytest

from careercoach.core.front import Front


async def _fine(scope, _receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"fine"})


@pytest.fixture
def build(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<html><script>let mode = 1</script><script src='/a.js'></script></html>")
    return tmp_path


async def _get(build: Path, path: str) -> httpx.Response:
    front = Front(_fine, origins=["http://coach.example"], build=build)
    transport = httpx.ASGITransport(app=front)
    async with httpx.AsyncClient(transport=transport, base_url="http://coach.example") as client:
        return await client.get(path)


async def test_pages_name_their_inline_scripts_and_nothing_looser(build):
    policy = (await _get(build, "/today/")).headers["content-security-policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert scripts.count("'sha256-") == 1
    assert "unsafe" not in scripts


async def test_pages_are_asked_for_anew(build):
    assert (await _get(build, "/today/")).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/assets/context-1a2b.js", "/fonts/inter-latin-87adcf32.woff2"])
async def test_hashed_files_are_kept_for_good_and_carry_little(build, path):
    headers = (await _get(build, path)).headers
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["content-security-policy"] == "default-src 'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert sum(len(name) + len(value) for name, value in headers.items()) < 250
