"""A picture of a person, made small and harmless: drawn anew, so that nothing but its pixels is kept.

Runs in a worker process with limits of its own; what else a file carries (place, camera, scripts) stays behind.
"""

import io
from typing import Any

from careercoach.core.errors import CoachError

SIDE_PX = 320
MAX_BYTES = 5 * 1024 * 1024
MAX_SIDE_PX, MAX_PIXELS = 12_000, 40_000_000
QUALITY = 84


class PictureUnreadableError(CoachError):
    """Not a picture we take; the sentence says what to do."""

    text_key = "profiles.avatar.unreadable"
    status = 422


def picture_format(data: bytes) -> str:
    """PNG, JPEG or WEBP by the first bytes, whatever the name says. Raises PictureUnreadableError."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    raise PictureUnreadableError("profiles.avatar.wrong_type")


def shrink(header: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """The middle square of a picture as WebP, `SIDE_PX` wide. Raises PictureUnreadableError."""
    from PIL import Image, ImageOps

    kind = picture_format(data)
    try:
        with Image.open(io.BytesIO(data), formats=[kind]) as picture:
            width, height = picture.size
            if max(width, height) > MAX_SIDE_PX or width * height > MAX_PIXELS:
                raise PictureUnreadableError("profiles.avatar.too_many_pixels")
            picture.draft("RGB", (SIDE_PX * 2, SIDE_PX * 2))
            square = ImageOps.fit(ImageOps.exif_transpose(picture).convert("RGBA"), (SIDE_PX, SIDE_PX))
    except PictureUnreadableError:
        raise
    except (OSError, ValueError, SyntaxError, TypeError, EOFError, Image.DecompressionBombError) as error:
        raise PictureUnreadableError from error
    drawn = Image.new("RGB", square.size, "white")
    drawn.paste(square, mask=square.getchannel("A"))
    out = io.BytesIO()
    drawn.save(out, "WEBP", quality=QUALITY, method=4)
    return {}, out.getvalue()
