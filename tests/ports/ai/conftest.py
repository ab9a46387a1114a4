"""The SDKs are imported before any clock runs: their import takes seconds, once."""

from importlib import import_module

import pytest


@pytest.fixture(scope="session", autouse=True)
def sdks() -> None:
    import_module("openai")
    import_module("google.genai")
