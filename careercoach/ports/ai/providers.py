"""Who can be asked: the providers that are set up, in the order the settings say, with the model for each task."""

from careercoach.ports.ai.asking import Provider
from careercoach.ports.ai.bookkeeping import Turn
from careercoach.ports.ai.gemini import OFFICIAL as GEMINI
from careercoach.ports.ai.gemini import GeminiProvider
from careercoach.ports.ai.models import OWN_FILE, KnownModels, known_models
from careercoach.ports.ai.openai import OFFICIAL as OPENAI
from careercoach.ports.ai.openai import OpenAiProvider
from careercoach.ports.ai.seams import Keys
from careercoach.settings import Settings, settings

NAMES = ("openai", "gemini", "local")
EMBEDDED = "embedded"


async def keys_of_settings(name: str) -> str:
    """The key of a provider as the environment has it."""
    return {"openai": settings.openai_api_key, "gemini": settings.gemini_api_key, "local": settings.ai_local_api_key}[
        name
    ]


class Lineup:
    """Lists who is asked. A provider is made once for each key: what was learned about it stays."""

    def __init__(self, keys: Keys = keys_of_settings, chosen: Settings = settings) -> None:
        self._keys = keys
        self._settings = chosen
        self._made: dict[str, tuple[tuple[object, ...], Provider]] = {}

    async def __call__(self, task: str) -> list[Turn]:
        """Who is asked for a task, first to last."""
        wish = self._wish(task)
        if wish == EMBEDDED:
            return []
        first, _, model = wish.partition(":")
        turns = [Turn(provider, provider.model) for provider in await self.providers()]
        ahead = [Turn(turn.provider, model or turn.model) for turn in turns if turn.provider.name == first]
        return [*ahead, *(turn for turn in turns if turn.provider.name != first)]

    async def providers(self) -> list[Provider]:
        """Everybody who is set up, in order."""
        wanted = [name.strip() for name in self._settings.ai_order.split(",")]
        found = [await self.find(name) for name in dict.fromkeys(wanted) if name in NAMES]
        return [provider for provider in found if provider is not None]

    async def find(self, name: str) -> Provider | None:
        """One of NAMES, or None while it is not set up."""
        key = await self._keys(name)
        form = self._form(name, key)
        if form is None:
            self._made.pop(name, None)
            return None
        if name not in self._made or self._made[name][0] != form:
            self._made[name] = (form, self._make(name, key))
        return self._made[name][1]

    def _form(self, name: str, key: str) -> tuple[object, ...] | None:
        """Everything a provider depends on; None while something is missing."""
        mine = self._settings
        if name == "gemini":
            return (key, mine.gemini_model, mine.google_gemini_base_url, mine.ai_timeout_s) if key else None
        if name == "local":
            form = (key, mine.ai_local_model, mine.ai_local_base_url, mine.ai_local_timeout_s)
            return form if mine.ai_local_base_url and mine.ai_local_model else None
        form = (key, mine.openai_model, mine.openai_base_url, mine.ai_timeout_s, mine.openai_effort)
        return form if key or mine.openai_base_url else None

    def _make(self, name: str, key: str) -> Provider:
        mine = self._settings
        if name == "gemini":
            base_url = mine.google_gemini_base_url or GEMINI
            return GeminiProvider(key=key, model=mine.gemini_model, base_url=base_url, timeout_s=mine.ai_timeout_s)
        if name == "local":
            return OpenAiProvider(
                key=key, model=mine.ai_local_model, name="local", base_url=mine.ai_local_base_url,
                timeout_s=mine.ai_local_timeout_s, is_local=True,
            )  # fmt: skip
        return OpenAiProvider(
            key=key, model=mine.openai_model, base_url=mine.openai_base_url or OPENAI,
            timeout_s=mine.ai_timeout_s, effort=mine.openai_effort,
        )  # fmt: skip

    def _wish(self, task: str) -> str:
        """The setting of the task, else of its room."""
        wishes = self._settings.ai_task_models
        return wishes.get(task) or wishes.get(task.partition(".")[0]) or ""


def models_known() -> KnownModels:
    """Prices and retired names: the operator's table when there is one."""
    return known_models(settings.ai_models_file or OWN_FILE)


_lineup = Lineup()


def lineup() -> Lineup:
    """Who can be asked, as the house chose."""
    return _lineup


def use_lineup(chosen: Lineup) -> None:
    """Choose who can be asked (start of the app, tests)."""
    global _lineup
    _lineup = chosen
