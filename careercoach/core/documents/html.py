"""HTML built from values, so that no text can become markup: everything is escaped unless it is `Html` already."""

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from careercoach.core.urls import safe_url

Child: TypeAlias = "str | int | Iterable[Child] | None"
EMPTY_TAGS = frozenset({"br", "hr", "img", "meta", "col"})
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_FORBIDDEN = re.compile(r"on.*|src|srcset|data|action|formaction|poster|background")
# XML's own list: these can stand in no document, and some readers stop at them.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Html(str):
    """Markup made here. Only `el` and `escape` make it; everything else is text."""

    __slots__ = ()


def escape(child: Child) -> Html:
    """Text as markup that shows it; markup as it is; nothing for None; the parts of a list in a row."""
    if isinstance(child, Html):
        return child
    if child is None:
        return Html()
    if isinstance(child, (str, int)):
        return Html(html.escape(_CONTROLS.sub("", str(child))))
    return Html("".join(escape(part) for part in child))


def el(tag: str, *children: Child, **attributes: str | int | None) -> Html:
    """One element. `class_` is written for class, `_` in names becomes `-`; attributes that are None are left out.

    Raises ValueError for attributes that load or run something, and for an `href` that is no plain address.
    """
    written = "".join(_attribute(name, value) for name, value in attributes.items() if value is not None)
    _check_tag(tag)
    if tag in EMPTY_TAGS:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{escape(children)}</{tag}>")


def link(words: Child, url: str, **attributes: str | int | None) -> Html:
    """A link, or only its words when the address is not one we would open."""
    good = safe_url(url)
    return el("a", words, href=good, **attributes) if good else escape(words)


# Names come from our own code and are few; each is looked at once.
@lru_cache(maxsize=256)
def _check_tag(tag: str) -> None:
    if not _NAME.fullmatch(tag):
        raise ValueError(f"no element is called {tag!r}")


@lru_cache(maxsize=256)
def _written(name: str) -> str:
    name = name.rstrip("_").replace("_", "-")
    if not _NAME.fullmatch(name) or _FORBIDDEN.fullmatch(name):
        raise ValueError(f"no document has a {name!r}")
    return name


def _attribute(name: str, value: str | int) -> str:
    name = _written(name)
    words = str(value)
    if name == "href" and not (words.startswith("#") or safe_url(words)):
        raise ValueError("not an address to link to")
    if name == "style" and ("url" in words.lower() or "\\" in words or "@" in words or "expression" in words.lower()):
        raise ValueError("styles load nothing")
    return f' {name}="{html.escape(_CONTROLS.sub("", words))}"'
