"""What the person must know about the file though it costs no points by itself."""

from careercoach.features.resume_reports.rules.material import Material
from careercoach.features.resume_reports.schemas import Notice

QUOTES, LETTERS = 4, 160


def find_notices(material: Material) -> list[Notice]:
    """Hidden and tiny text, pictures of pages, letters without a character, lines that talk to a program."""
    reading = material.reading
    notices: list[Notice] = []
    tiny = [one for one in reading.hidden if one.reason == "tiny"]
    hidden = [one for one in reading.hidden if one.reason != "tiny"]
    for kind, found in (("hidden", hidden), ("tiny", tiny)):
        if found:
            quotes = [one.text[:LETTERS] for one in found[:QUOTES]]
            pages = sorted({one.page + 1 for one in found})
            notices.append(Notice(kind=kind, n=len(found), quotes=quotes, pages=pages))  # pyright: ignore[reportArgumentType]
    pictures = [number for number, look in enumerate(reading.looks, 1) if look.is_picture]
    if pictures:
        notices.append(Notice(kind="pictures", n=len(pictures), pages=pictures))
    if reading.unmapped:
        notices.append(Notice(kind="unmapped", n=reading.unmapped))
    if material.instructions:
        quotes = [place.quote[:LETTERS] for place in material.instructions[:QUOTES]]
        pages = sorted({place.page for place in material.instructions if place.page})
        notices.append(Notice(kind="instructions", n=len(material.instructions), quotes=quotes, pages=pages))
    return notices
