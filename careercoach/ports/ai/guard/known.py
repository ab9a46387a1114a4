"""What the house knows of a person and a model need not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Known:
    """Values of one person, as written somewhere."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    """Street lines and postal codes; a town alone names nobody."""
    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    """Names on other sites."""

    def __add__(self, other: "Known") -> "Known":
        """Both together."""
        return Known(
            _once(self.names, other.names),
            _once(self.emails, other.emails),
            _once(self.phones, other.phones),
            _once(self.addresses, other.addresses),
            _once(self.links, other.links),
            _once(self.ids, other.ids),
        )


def known_of(person: Mapping[str, Any]) -> Known:
    """From a record in the shape of JSON Resume; what is missing or malformed is nothing."""
    basics = _fields(person.get("basics"))
    location = _fields(basics.get("location"))
    profiles = [_fields(one) for one in _rows(basics.get("profiles"))]
    referees = [_fields(one).get("name") for one in _rows(person.get("references"))]
    return Known(
        names=_texts(basics.get("name"), *referees),
        emails=_texts(basics.get("email")),
        phones=_texts(basics.get("phone")),
        addresses=_texts(location.get("address"), location.get("postalCode")),
        links=_texts(basics.get("url"), *(one.get("url") for one in profiles)),
        ids=_texts(*(one.get("username") for one in profiles)),
    )


def _once(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*first, *second]))


def _fields(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}  # pyright: ignore[reportUnknownVariableType]


def _rows(value: object) -> list[Any]:
    return value if isinstance(value, list) else []  # pyright: ignore[reportUnknownVariableType]


def _texts(*values: object) -> tuple[str, ...]:
    return tuple(value.strip() for value in values if isinstance(value, str) and value.strip())
