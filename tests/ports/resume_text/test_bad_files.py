"""Every bad file is refused with its own plain reason; none is read, none raises anything else."""

import pytest

from careercoach.ports.resume_text import ResumeUnreadableError, read_document
from tests.ports.resume_text.bad_files import Bad, all_bad_files, make_docx, make_pdf

BAD_FILES = all_bad_files()


def test_there_are_many() -> None:
    assert len(BAD_FILES) >= 60
    assert len({name for name, _, _ in BAD_FILES}) == len(BAD_FILES)


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad[0])
def test_is_refused_with_its_reason(bad: Bad) -> None:
    name, data, reason = bad
    with pytest.raises(ResumeUnreadableError) as refused:
        read_document(data, name)
    assert refused.value.reason == reason
    assert refused.value.text_key == f"resumes.unreadable_{reason}"


@pytest.mark.parametrize(
    ("name", "data"), [("good.pdf", make_pdf()), ("good.docx", make_docx()), ("good.txt", b"Ada Lovelace")]
)
def test_sound_files_of_the_same_makers_are_read(name: str, data: bytes) -> None:
    document = read_document(data, name)
    assert "Ada Lovelace" in "".join(line.text for page in document.pages for line in page.lines)
