"""Real files through the real reader; of a file that fails nothing is kept and the earlier resume stays."""

import io
import zipfile

import pymupdf  # noqa: TID251  (makes the bad files)
import pytest

from careercoach.core import db
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.workers import Workers
from careercoach.features.resumes import flows, service
from careercoach.ports import files as files_door
from careercoach.ports.files import FilesUnavailableError
from tests.features.resumes.conftest import read_resume, sample, stored


def _pdf(*, password: str = "", picture: bool = False, text: str = "") -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    if picture:
        shot = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 300, 400))
        shot.clear_with(120)
        page.insert_image(page.rect, pixmap=shot)
    if text:
        page.insert_text((72, 72), text)
    kept = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "user_pw": password} if password else {}
    return document.tobytes(**kept)


def _zip(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


BAD = {
    "encrypted": ("cv.pdf", lambda: _pdf(password="secret", text="Asha Rao")),
    "empty": ("cv.txt", lambda: b" \n\t "),
    "scanned": ("cv.pdf", lambda: _pdf(picture=True)),
    "damaged": ("cv.pdf", lambda: sample("jane-flat.pdf")[:3000]),
    "wrong_type": ("cv.pdf", lambda: b"MZ" + b"\0" * 500),
    "too_large": ("cv.txt", lambda: b"a" * (10 * 1024 * 1024 + 1)),
}


@pytest.fixture
async def readers(monkeypatch):
    pool = Workers(target=flows.readers.target, size=1)
    monkeypatch.setattr(flows, "readers", pool)
    yield pool
    await pool.close()


@pytest.fixture
def reader(monkeypatch):
    """The reading itself is not the point: it answers at once."""

    async def read(_name, _data):
        return read_resume()

    monkeypatch.setattr(flows, "read_file", read)


async def _list(person):
    async with db.reading() as session:
        return await service.list_resumes(session, user_id=person.id)


class TestReading:
    async def test_a_real_resume_is_read_kept_and_comes_back_byte_for_byte(self, people, storage, readers):
        data = sample("jane-flat.pdf")
        view = await flows.add_resume(user_id=people["asha"].id, file_name="jane flat.pdf", data=data)
        assert (view.kind, view.pages, view.size_bytes) == ("pdf", 6, len(data))
        async with db.reading() as session:
            draft = await service.get_draft(session, user_id=people["asha"].id)
        assert draft.form.name.value == "Jane Q. Fullstacker" and draft.form.email.value == "jdoe@onecoolstartup.io"
        file = await flows.get_file(user_id=people["asha"].id, resume_id=flows.service.UUID(view.id))
        assert file.data == data and [path.read_bytes() for path in stored(storage)] == [data]
        assert all(path.stat().st_mode & 0o077 == 0 for path in stored(storage))

    async def test_each_bad_file_says_what_to_do_and_leaves_nothing(self, people, storage, readers):
        asha = people["asha"]
        kept = await flows.add_resume(user_id=asha.id, file_name="good.docx", data=sample("jane-plain.docx"))
        files_before = stored(storage)
        for reason, (name, make) in BAD.items():
            with pytest.raises(CoachError) as caught:
                await flows.add_resume(user_id=asha.id, file_name=name, data=make())
            assert caught.value.text_key == f"resumes.unreadable_{reason}", reason
            assert caught.value.status in (413, 422)
        assert [resume.id for resume in await _list(asha)] == [kept.id] and stored(storage) == files_before
        again = await flows.add_resume(user_id=asha.id, file_name="good.txt", data=b"Asha Rao\nSkills\nSQL, Excel\n")
        assert again.kind == "txt"  # the next good upload works at once

    async def test_a_word_file_with_macros_or_a_bare_archive_is_no_resume(self, people, readers):
        for members in ({"a.txt": "hello"}, {"[Content_Types].xml": "<Types/>", "word/vbaProject.bin": "x"}):
            with pytest.raises(CoachError, match="unreadable_wrong_type"):
                await flows.add_resume(user_id=people["asha"].id, file_name="cv.docx", data=_zip(**members))


class TestKeeping:
    async def test_without_storage_there_is_no_row(self, people, reader, monkeypatch):
        class Broken:
            async def put(self, *_):
                raise FilesUnavailableError("disk")

        monkeypatch.setattr(files_door, "_files", Broken())
        with pytest.raises(FilesUnavailableError):
            await flows.add_resume(user_id=people["asha"].id, file_name="cv.pdf", data=b"x")
        assert await _list(people["asha"]) == []

    async def test_without_a_row_there_is_no_file(self, people, storage, reader, monkeypatch):
        async def full(*_args, **_kwargs):
            raise RuntimeError("disk full")

        monkeypatch.setattr(service, "add_resume", full)
        with pytest.raises(RuntimeError):
            await flows.add_resume(user_id=people["asha"].id, file_name="cv.pdf", data=b"x")
        assert stored(storage) == []

    async def test_a_stranger_gets_no_file_and_an_admin_does(self, people, storage, reader):
        view = await flows.add_resume(user_id=people["asha"].id, file_name="cv.pdf", data=b"bytes")
        resume_id = flows.service.UUID(view.id)
        with pytest.raises(NotFoundError):
            await flows.get_file(user_id=people["otto"].id, resume_id=resume_id)
        file = await flows.get_file(user_id=people["ada"].id, resume_id=resume_id, is_admin=True)
        assert file.data == b"bytes"

    async def test_removed_files_are_deleted_after_the_hour(self, people, storage, reader, monkeypatch):
        view = await flows.add_resume(user_id=people["asha"].id, file_name="cv.pdf", data=b"bytes")
        async with db.transaction() as session:
            await service.remove_resume(session, user_id=people["asha"].id, resume_id=flows.service.UUID(view.id))
        assert await flows.forget_removed() == 0 and stored(storage)
        monkeypatch.setattr(service, "UNDO_LIVES", service.timedelta(0))
        assert await flows.forget_removed() == 1 and stored(storage) == []


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\asha\\cv.pdf", "cv.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf"),
        ("re\u202efdp.exe", "refdp.exe"),
        ("आशा राव.pdf", "आशा राव.pdf"),
        ("...", "resume"),
        ("", "resume"),
        ("x" * 400 + ".pdf", "x" * 190 + ".pdf"),
    ],
)
def test_a_file_name_is_only_a_name(sent, kept):
    assert flows.clean_name(sent) == kept
