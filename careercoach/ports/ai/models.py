"""What is known about models: what they cost, and which names end. Data, in models.toml."""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from careercoach.ports.ai.asking import Usage

OWN_FILE = Path(__file__).with_name("models.toml")
DATED = re.compile(r"-(\d{4}-\d{2}-\d{2}|\d{8}|\d{3,4})$")
"""Providers reply with the day of a model: gpt-6-luna-2026-09-01."""


class Price(BaseModel):
    """US dollars for a million tokens."""

    model_config = ConfigDict(extra="forbid")

    input: float = Field(ge=0)
    output: float = Field(ge=0)
    cached: float | None = Field(default=None, ge=0)
    """None: cached input costs as much as any."""
    search: float | None = Field(default=None, ge=0)
    """US dollars for a thousand searches on the web; None: what an answer with a search costs is not known."""


class Retired(BaseModel):
    """A name that ends."""

    model_config = ConfigDict(extra="forbid")

    on: date | None = None
    """None: it is gone already, or may be any day."""
    instead: str = ""


class KnownModels(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")

    checked: date
    """When somebody last compared the file with the makers' lists."""
    price: dict[str, Price]
    retired: dict[str, Retired]


@cache
def known_models(path: Path = OWN_FILE) -> KnownModels:
    """The file, read once. Raises ValueError when it is not in form."""
    return KnownModels.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def find_price(model: str, known: KnownModels) -> Price | None:
    """The price of a model by its name, with or without the day at its end."""
    return known.price.get(model) or known.price.get(DATED.sub("", model))


def cost_of(usage: Usage, price: Price | None) -> int | None:
    """Millionths of a dollar, rounded up; None when the price is not known."""
    if price is None or (usage.searches and price.search is None):
        return None
    cached = min(usage.cached_tokens, usage.input_tokens)
    cached_price = price.input if price.cached is None else price.cached
    # Dollars for a million tokens are millionths of a dollar for one.
    exact = (usage.input_tokens - cached) * price.input + cached * cached_price + usage.output_tokens * price.output
    exact += usage.searches * (price.search or 0) * 1000
    return -int(-exact // 1)


def find_retired(model: str, known: KnownModels) -> Retired | None:
    """What is known about the end of a name, or None when nothing is."""
    return known.retired.get(model) or known.retired.get(DATED.sub("", model))
