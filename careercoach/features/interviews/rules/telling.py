"""Turns what the rules found into sentences, in one language or in all."""

from careercoach.core.texts import LANGUAGES, text
from careercoach.features.interviews.schemas import Advice, Trio


def tell(advice: Advice, language: str) -> str:
    """The sentence in one language."""
    values = {name: value.in_(language) if isinstance(value, Trio) else value for name, value in advice.values.items()}
    return text(advice.key, language, **values)


def tell_all(advice: Advice) -> Trio:
    """The sentence in every language, for pages that switch without asking."""
    return Trio.model_validate({language: tell(advice, language) for language in LANGUAGES})


def say(key: str, **values: str | int | Trio) -> Trio:
    """A sentence of the catalogue in every language."""
    return tell_all(Advice(key=key, values=dict(values)))
