"""The open form as the page draws it: fields in their order, each with its words."""

from collections.abc import Mapping

from careercoach.content.shapes import Words
from careercoach.core.texts import LANGUAGES, text
from careercoach.features.profiles.rules.sections import FIELDS, Field
from careercoach.features.profiles.schemas import FormField, Section, label_key

_COMPLETE = {
    "name": "name", "email": "email", "phone": "tel", "city": "address-level2", "region": "address-level1",
    "countryCode": "country-name",
}  # fmt: skip
_TYPES = {"mail": "email", "url": "url"}
_HINTS = {"lines": "one_a_line", "words": "commas", "level": "level_hint"}
_GOES_ON = ("work", "education", "projects", "volunteer")


def form_fields(section: Section, form: Mapping[str, str], problems: Mapping[str, str]) -> list[FormField]:
    """What to draw; the proofs of a skill are drawn apart."""
    shown = [field for field in FIELDS[section] if field.kind != "refs"]
    return [
        FormField(
            id=f"{section}-{field.name}",
            name=field.name,
            kind=field.kind,
            type="tel" if field.name == "phone" else _TYPES.get(field.kind, "text"),
            complete=_COMPLETE.get(field.name, "off") if section == "basics" else "off",
            label=_words(label_key(section, field.name)),
            hint=_hint(section, field),
            value=form.get(field.name, ""),
            problem=problems.get(field.name, ""),
            is_first=place == 0,
        )
        for place, field in enumerate(shown)
    ]


def _words(key: str) -> Words:
    return Words(**{language: text(key, language) for language in LANGUAGES})


def _hint(section: Section, field: Field) -> Words | None:
    name = _HINTS.get(field.kind, "")
    if field.name == "endDate" and section in _GOES_ON:
        name = "end_hint"
    return _words(f"profiles.record.{name}") if name else None
