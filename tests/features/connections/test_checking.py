"""One small real call to each provider, over the real protocol: it works, or says why in one word."""

import pytest

from careercoach.features.connections.checking import check_provider
from careercoach.ports.ai.providers import Lineup, use_lineup
from careercoach.ports.ai.providers import lineup as chosen
from careercoach.settings import settings
from tests.servers import free_port
from tests.standins.gemini_server import GeminiServer
from tests.standins.openai_server import OpenAiServer
from tests.standins.resend_server import KEY as RESEND_KEY
from tests.standins.resend_server import resend_server


@pytest.fixture(autouse=True)
def own_lineup():
    before = chosen()
    use_lineup(Lineup())
    yield
    use_lineup(before)


@pytest.mark.parametrize("move", ["ok", "key", "no-model", "quota"])
async def test_openai(monkeypatch, move):
    async with OpenAiServer() as server:
        server.moves = [move] if move != "ok" else []
        monkeypatch.setattr(settings, "openai_base_url", server.url)
        monkeypatch.setattr(settings, "openai_api_key", "sk-test-check")
        found = await check_provider("openai")
    word = {"ok": "", "key": "key", "no-model": "missing", "quota": "quota"}[move]
    assert (found.ok, found.reason) == (move == "ok", word) and "sk-test" not in found.model_dump_json()
    assert not found.ok or found.detail.startswith("gpt-6-luna")


async def test_gemini(monkeypatch):
    async with GeminiServer() as server:
        monkeypatch.setattr(settings, "google_gemini_base_url", server.origin)
        monkeypatch.setattr(settings, "gemini_api_key", "g-test-check")
        assert (await check_provider("gemini")).ok


async def test_a_server_that_is_not_there(monkeypatch):
    monkeypatch.setattr(settings, "ai_local_base_url", f"http://127.0.0.1:{free_port()}/v1")
    monkeypatch.setattr(settings, "ai_local_model", "llama")
    assert (await check_provider("local")).reason == "network"


async def test_resend(monkeypatch):
    with resend_server() as server:
        monkeypatch.setattr(settings, "resend_api_url", server.url)
        monkeypatch.setattr(settings, "mail_from", "Coach <coach@mail.example.org>")
        monkeypatch.setattr(settings, "resend_api_key", RESEND_KEY)
        assert (await check_provider("resend")).reason in ("", "domain_not_verified")
        monkeypatch.setattr(settings, "resend_api_key", "re_wrong")
        assert (await check_provider("resend")).reason == "invalid_api_key"


@pytest.mark.parametrize("name", ["openai", "gemini", "local", "resend", "smtp", "s3"])
async def test_what_is_not_set_up_says_so(name):
    found = await check_provider(name)
    assert not found.ok and found.reason in ("key", "no_key", "no_host", "no_bucket_named")


@pytest.mark.usefixtures("database")
async def test_what_is_always_there(tmp_path, monkeypatch):
    for name in ("embedded", "outbox", "disk"):
        assert (await check_provider(name)).ok, name
    blocked = tmp_path / "a-file"
    blocked.write_text("x")
    monkeypatch.setattr(settings, "data_dir", blocked)
    found = await check_provider("outbox")
    assert not found.ok
