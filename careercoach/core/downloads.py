"""Files for download: a header that carries any name and no trick."""

from urllib.parse import quote

LINK_HEADERS = {"cache-control": "private, no-store"}
"""For an answer that leads to a signed address: it is kept nowhere."""


def attachment_header(file_name: str) -> str:
    """Content-Disposition for a download, in plain letters for old readers and in full for all others (RFC 6266)."""
    plain = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in " ._-") else "_" for letter in file_name
    )
    encoded = quote(file_name.encode("utf-8", "replace"), safe="")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}"
