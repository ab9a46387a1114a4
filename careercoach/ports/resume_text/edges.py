"""What a browser prints twice: a line that the edge between two pages cuts."""

from careercoach.ports.resume_text import Page


def drop_cut_lines(page: Page, after: Page) -> None:
    """A line on the edge between two pages is drawn on both: it stays on the later, with the letters of the earlier."""
    cut = [line for line in after.lines if line.box[1] < 0]
    for line in [line for line in page.lines if line.box[3] > page.height] if cut else []:
        bare = _bare(line.text)
        same = next((other for other in cut if bare and bare == _bare(other.text)), None)
        if same is not None:
            page.lines.remove(line)
            for span in line.spans:
                span.box = (span.box[0], same.box[1], span.box[2], same.box[3])
            same.spans = line.spans


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
