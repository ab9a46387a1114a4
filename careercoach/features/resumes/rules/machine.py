"""What an applicant tracking system sees of a file: plain lines in reading order, and what hides in it."""

from careercoach.features.resumes.schemas import HiddenText, MachineLine, MachineView, ParsedResume

LINES_MAX = 400
HIDDEN_MAX, HIDDEN_CHARACTERS = 12, 200


def as_machine_reads(parsed: ParsedResume) -> MachineView:
    """The lines as read, headings marked; long files are cut."""
    headings = {section.start for section in parsed.sections if section.title}
    lines: list[MachineLine] = []
    at = 0
    for line in parsed.text.split("\n"):
        if line.strip():
            lines.append(MachineLine(text=line[:500], heading=at in headings))
        at += len(line) + 1
    return MachineView(
        lines=lines[:LINES_MAX],
        shortened=len(lines) > LINES_MAX,
        hidden=[
            HiddenText(note.text[:HIDDEN_CHARACTERS], note.reason, note.page + 1) for note in parsed.hidden[:HIDDEN_MAX]
        ],
        unmapped=parsed.unmapped,
        pages=parsed.pages,
    )
