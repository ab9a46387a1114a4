"""Moving house: every file compared, stopped at any point and gone on, and nothing deleted that was not compared."""

import pytest

from careercoach.ports.files import FilesUnavailableError, new_key
from careercoach.ports.files.disk import DiskFiles
from careercoach.ports.files.moving import Ledger, MoveReport, copy_files, delete_copied


@pytest.fixture
def disk(tmp_path):
    return DiskFiles(tmp_path / "files")


async def fill(files, count=20):
    kept = {new_key("resumes"): f"file {number}".encode() * number for number in range(count)}
    for key, data in kept.items():
        await files.put(key, data, "application/pdf")
    return kept


async def everything(files):
    return {file.key: await files.get(file.key) async for file in files.list()}


@pytest.mark.parametrize("to", ["s3", "disk"])
async def test_both_ways_and_again(disk, in_bucket, tmp_path, to):
    source, target = (disk, in_bucket) if to == "s3" else (in_bucket, disk)
    kept = await fill(source)
    report = await copy_files(source, target, Ledger.open(tmp_path / "ledger"))
    assert (report.copied, report.there, report.bytes) == (20, 0, sum(map(len, kept.values())))
    assert await everything(target) == kept == await everything(source)
    later = await fill(source, 3)
    again = await copy_files(source, target, ledger := Ledger.open(tmp_path / "ledger"))
    assert (again.copied, again.there) == (3, 20)
    await delete_copied(source, target, ledger, again)
    assert await everything(target) == kept | later and await everything(source) == {} and again.deleted == 23


class Stopping:
    """A storage that goes away after so many files."""

    def __init__(self, files, after):
        self._files, self.left = files, after

    def __getattr__(self, name):
        return getattr(self._files, name)

    async def put(self, key, data, content_type):
        if self.left == 0:
            raise FilesUnavailableError("unreachable")
        self.left -= 1
        await self._files.put(key, data, content_type)


async def test_goes_on_where_it_was_stopped(disk, in_bucket, tmp_path):
    kept = await fill(disk)
    ledger = tmp_path / "ledger"
    with pytest.raises(FilesUnavailableError):
        await copy_files(disk, Stopping(in_bucket, 9), Ledger.open(ledger))
    ledger.write_text(ledger.read_text() + '{"key": "resumes/half a li')
    noted = len(Ledger.open(ledger).known)
    assert 0 < noted <= 9
    report = await copy_files(disk, in_bucket, Ledger.open(ledger))
    assert report.there >= noted and report.copied + report.there == 20
    assert await everything(in_bucket) == kept


class Forgetful(Stopping):
    """A storage that keeps something else than it was given."""

    async def put(self, key, data, content_type):
        await self._files.put(key, data[:-1] + b"?", content_type)


async def test_a_file_that_comes_back_changed_stops_everything_and_is_deleted_nowhere(disk, in_bucket, tmp_path):
    kept = await fill(disk)
    with pytest.raises(FilesUnavailableError) as error:
        await copy_files(disk, Forgetful(in_bucket, 0), Ledger.open(tmp_path / "ledger"))
    assert error.value.reason == "changed"
    await delete_copied(disk, in_bucket, Ledger.open(tmp_path / "ledger"), report := MoveReport())
    left = await everything(disk)
    assert len(left) == 20 - report.deleted and set(left.items()) <= set(kept.items())
    assert report.deleted <= 1, "only the empty file, which no storage can shorten"


async def test_what_the_target_lost_again_stays_at_the_source(disk, in_bucket, tmp_path):
    kept = await fill(disk, 3)
    await copy_files(disk, in_bucket, ledger := Ledger.open(tmp_path / "ledger"))
    lost = next(iter(kept))
    await in_bucket.delete(lost)
    await delete_copied(disk, in_bucket, ledger, MoveReport())
    assert await everything(disk) == {lost: kept[lost]}
    await copy_files(disk, in_bucket, ledger)
    assert await everything(in_bucket) == kept
