"""One judge of addresses: what may be linked, stored or redirected to."""

from urllib.parse import urlsplit

MAX_LENGTH = 2000
_BAD = frozenset(chr(code) for code in [*range(0x21), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029]) | {"\\", "<", ">", '"'}


def safe_url(url: str) -> str | None:
    """The address when it is plain http(s) with a host and nothing hidden in it, else None."""
    url = url.strip(" ")
    if not url or len(url) > MAX_LENGTH or any(character in _BAD for character in url):
        return None
    try:
        parts = urlsplit(url)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        return None
    host_is_fine = bool(parts.hostname) and parts.username is None and parts.password is None
    return url if parts.scheme in ("http", "https") and host_is_fine and port_is_fine else None


def safe_path(path: str, otherwise: str = "/today") -> str:
    """A path on this site to go on to after a login; anything else becomes `otherwise`."""
    if not path.startswith("/") or path[:2] in ("//", "/\\") or len(path) > MAX_LENGTH:
        return otherwise
    return otherwise if any(character in _BAD for character in path) else path
