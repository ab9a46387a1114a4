"""Text that is in the file but not for the eye."""

from careercoach.features.resumes.parsed import HiddenText
from careercoach.features.resumes.rules.letters import clean
from careercoach.ports.resume_text import Document


def find_hidden(document: Document) -> list[HiddenText]:
    """Hidden stretches, neighbours of one kind put together."""
    found: list[HiddenText] = []
    for number, page in enumerate(document.pages):
        for line in page.lines:
            for span in line.spans:
                text = clean(span.text).strip()
                if not span.hidden or not text:
                    continue
                if found and found[-1].page == number and found[-1].reason == span.hidden:
                    found[-1].text += f" {text}"
                else:
                    found.append(HiddenText(text, span.hidden, number))
    return found
