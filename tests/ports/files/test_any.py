"""What every storage promises: the same tests on a folder and on a real S3 server."""

from datetime import timedelta

import pytest

from careercoach.core.clock import utc_now
from careercoach.core.errors import NotFoundError
from careercoach.ports.files import new_key
from careercoach.ports.files.sweep import sweep

BIG = bytes(range(256)) * 40_000


async def listed(files):
    return {file.key: file.size_bytes async for file in files.list()}


async def test_put_get_replace_delete(files):
    key = new_key("resumes")
    await files.put(key, b"one", "application/pdf")
    await files.put(key, BIG, "application/pdf")
    assert await files.get(key) == BIG and await files.exists(key)
    await files.delete(key)
    await files.delete(key)
    assert not await files.exists(key)
    with pytest.raises(NotFoundError):
        await files.get(key)


async def test_an_empty_file_is_a_file(files):
    key = new_key("mails")
    await files.put(key, b"", "application/pdf")
    assert await files.get(key) == b"" and await files.exists(key)


async def test_lists_what_is_there_and_when_it_changed(files):
    keys = [new_key(room) for room in ("resumes", "mails", "mails")]
    for size, key in enumerate(keys, 1):
        await files.put(key, b"x" * size, "application/pdf")
    assert await listed(files) == {key: size for size, key in enumerate(keys, 1)}
    async for file in files.list():
        assert abs(utc_now() - file.changed_at) < timedelta(minutes=5)


async def test_nothing_there_is_an_empty_list(files):
    assert await listed(files) == {}


@pytest.mark.parametrize("key", ["../secret", "resumes/../../secret", "", "x", "resumes/" + "a" * 31 + "/"])
async def test_foreign_keys_do_nothing(files, key):
    for action in (files.get(key), files.put(key, b"x", ""), files.delete(key), files.exists(key)):
        with pytest.raises(NotFoundError):
            await action


async def test_a_check_passes_and_leaves_nothing(files):
    await files.check()
    assert await listed(files) == {}


async def test_only_old_files_that_nobody_names_are_swept(files):
    named, orphan, foreign, gone = new_key("resumes"), new_key("resumes"), new_key("others"), new_key("resumes")
    for key in (named, orphan, foreign):
        await files.put(key, b"12345", "application/pdf")

    async def keys():
        return {named, gone}

    young = await sweep(files, rooms={"resumes"}, named=keys, now=utc_now())
    assert (young.files, young.orphans, young.missing) == (2, 0, 1)
    tomorrow = utc_now() + timedelta(hours=25)
    looked = await sweep(files, rooms={"resumes"}, named=keys, now=tomorrow, delete=False)
    assert (looked.files, looked.orphans) == (2, 1) and await files.exists(orphan)
    swept = await sweep(files, rooms={"resumes"}, named=keys, now=tomorrow)
    assert (swept.files, swept.bytes, swept.orphans, swept.missing) == (1, 5, 1, 1)
    assert set(await listed(files)) == {named, foreign}
    again = await sweep(files, rooms={"resumes"}, named=keys, now=tomorrow)
    assert (again.orphans, again.files) == (0, 1)


async def test_so_many_orphans_are_an_alarm_and_no_rubbish(files):
    for _ in range(25):
        await files.put(new_key("resumes"), b"x", "application/pdf")

    async def keys():
        return set()

    found = await sweep(files, rooms={"resumes"}, named=keys, now=utc_now() + timedelta(hours=25))
    assert found.held_back and (found.files, found.orphans) == (25, 25) and len(await listed(files)) == 25
