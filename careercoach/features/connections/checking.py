"""One cheap real call to each provider, and what came of it in one technical word."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

from careercoach.core.logs import log
from careercoach.features.connections.schemas import CheckResult, ProviderName
from careercoach.ports.ai.asking import ProviderFaultError, Question
from careercoach.ports.ai.providers import lineup
from careercoach.ports.files import FilesUnavailableError
from careercoach.ports.files.choice import disk_files, s3_files
from careercoach.ports.mail import MailUnavailableError
from careercoach.ports.mail.choice import resend_mailer, smtp_mailer
from careercoach.settings import settings

WAIT_S = 20.0
PROBE = Question(system="Answer with the one word ok.", user="Say ok.", max_output_tokens=64)


async def check_provider(name: ProviderName) -> CheckResult:
    """Ask it something small. Never raises."""
    began = monotonic()
    wait_s = max(WAIT_S, settings.ai_local_timeout_s) if name == "local" else WAIT_S
    try:
        detail = await asyncio.wait_for(CHECKS[name](), wait_s)
    except TimeoutError:
        return _result(began, "timeout")
    except ProviderFaultError as fault:
        return _result(began, fault.kind)
    except (MailUnavailableError, FilesUnavailableError) as error:
        return _result(began, error.reason)
    except Exception as error:  # whatever an SDK raises, the admin sees a failed test and its class, never its words
        log.warning("testing %s failed: %s", name, type(error).__name__)
        return _result(began, "error", type(error).__name__)
    return CheckResult(ok=True, detail=detail, took_ms=_ms(began))


def _result(began: float, reason: str, detail: str = "") -> CheckResult:
    return CheckResult(ok=False, reason=reason, detail=detail, took_ms=_ms(began))


def _ms(began: float) -> int:
    return round(1000 * (monotonic() - began))


def _asks(name: str) -> Callable[[], Awaitable[str]]:
    async def ask() -> str:
        provider = await lineup().find(name)
        if provider is None:
            raise ProviderFaultError("key", "not set up")
        reply = await provider.ask(PROBE, timeout_s=settings.ai_local_timeout_s if name == "local" else WAIT_S)
        return reply.model

    return ask


async def _resend() -> str:
    return await resend_mailer().check()


async def _smtp() -> str:
    return await smtp_mailer().check()


async def _s3() -> str:
    await s3_files().check()
    return settings.s3_bucket


async def _disk() -> str:
    await disk_files().check()
    return ""


def _write_outbox() -> str:
    folder = settings.data_dir / "outbox"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    probe = folder / ".test"
    try:
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        raise MailUnavailableError("disk") from error
    return ""


async def _outbox() -> str:
    return await asyncio.to_thread(_write_outbox)


async def _embedded() -> str:
    return ""


CHECKS: dict[ProviderName, Callable[[], Awaitable[str]]] = {
    "openai": _asks("openai"), "gemini": _asks("gemini"), "local": _asks("local"), "resend": _resend, "smtp": _smtp,
    "s3": _s3, "embedded": _embedded, "outbox": _outbox, "disk": _disk,
}  # fmt: skip
