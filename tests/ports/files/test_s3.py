"""The bucket as its server sees it: private, signed, short-lived; and every way in which it can fail, in one word."""

import asyncio
import re
import time
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import time_machine

from careercoach.core.clock import utc_now
from careercoach.ports.files import FilesUnavailableError, new_key
from careercoach.ports.files import s3 as module
from careercoach.ports.files.s3 import Bucket, S3Files
from tests.servers import free_port
from tests.timing import stretched

PDF = "application/pdf"
NAME = 'Lebenslauf "Ä"\r\nX-Evil: 1 — आशा.pdf'


async def put(files, data=b"%PDF-1.7 x", room="resumes"):
    key = new_key(room)
    await files.put(key, data, PDF)
    return key


async def get(url):
    async with httpx.AsyncClient() as client:
        return await client.get(url)


async def test_a_link_downloads_under_the_persons_name_for_the_file(public):
    answer = await get(await public.link(await put(public), file_name=NAME, content_type=PDF))
    assert answer.status_code == 200 and answer.content == b"%PDF-1.7 x"
    assert answer.headers["content-type"] == PDF and "x-evil" not in answer.headers
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; ") and "filename*=UTF-8''Lebenslauf%20%22%C3%84%22%0D%0A" in disposition


async def test_a_link_names_no_type_that_a_browser_would_run(public):
    link = await public.link(await put(public), file_name="x.html", content_type="text/html")
    assert (await get(link)).headers["content-type"] == "application/octet-stream"


async def test_a_link_lives_five_minutes(public):
    key = await put(public)
    link = await public.link(key, file_name="a.pdf", content_type=PDF)
    assert parse_qs(urlsplit(link).query)["X-Amz-Expires"] == ["300"]
    with time_machine.travel(utc_now() - timedelta(seconds=310), tick=True):
        old = await public.link(key, file_name="a.pdf", content_type=PDF)
    assert (await get(old)).status_code in (400, 403)


async def test_nothing_without_the_right_signature(s3, public, bucket):
    key = await put(public)
    link = await public.link(key, file_name="a.pdf", content_type=PDF)
    other = await put(public)
    for spoilt in (
        f"{s3.url}/{bucket.name}/{key}",
        link.replace(key, other),
        link.replace("a.pdf", "b.html"),
        link.replace("X-Amz-Expires=300", "X-Amz-Expires=3000"),
        re.sub(r"Signature=(.)", lambda found: f"Signature={'0' if found[1] != '0' else '1'}", link),
    ):
        assert spoilt != link and (await get(spoilt)).status_code in (400, 403), spoilt


async def test_no_link_to_a_server_that_browsers_cannot_reach(in_bucket):
    assert await in_bucket.link(await put(in_bucket), file_name="a", content_type=PDF) == ""


async def test_a_link_to_aws_is_made_for_its_own_host():
    files = S3Files(Bucket("coach", region="eu-central-1", access_key_id="a", secret_access_key="b"))
    link = await files.link(new_key("resumes"), file_name="a.pdf", content_type=PDF)
    assert urlsplit(link).netloc == "coach.s3.eu-central-1.amazonaws.com" or urlsplit(link).netloc.startswith(
        "coach.s3"
    )


async def test_a_prefix_keeps_to_its_own_part_of_the_bucket(bucket, in_bucket, s3):
    ours = S3Files(replace(bucket, prefix="coach/"))
    theirs = await put(in_bucket)
    key = await put(ours)
    assert [file.key async for file in ours.list()] == [key]
    assert (s3.folder / bucket.name / "coach" / key).is_file() and not await ours.exists(theirs)


async def test_many_files_are_listed_page_by_page(in_bucket, monkeypatch):
    monkeypatch.setattr(module, "PAGE", 4)
    keys = {await put(in_bucket) for _ in range(11)}
    assert {file.key async for file in in_bucket.list()} == keys


@pytest.mark.parametrize(
    ("wish", "sent"),
    [
        (("", ""), {}),
        (("AES256", ""), {"ServerSideEncryption": "AES256"}),
        (("aws:kms", "key-1"), {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "key-1"}),
    ],
)
async def test_encryption_at_rest_is_asked_for_when_set(bucket, monkeypatch, wish, sent):
    asked = {}

    class Client:
        def put_object(self, **wish):
            asked.update(wish)

    monkeypatch.setattr(module, "_make_client", lambda bucket, endpoint: Client())
    files = S3Files(replace(bucket, sse=wish[0], kms_key_id=wish[1]))
    await files.put(new_key("resumes"), b"x", PDF)
    assert {name: asked[name] for name in asked if name.startswith(("ServerSide", "SSE"))} == sent
    assert asked["ContentDisposition"] == "attachment" and "ACL" not in asked


async def test_an_encrypted_put_is_taken_by_the_server(bucket):
    files = S3Files(replace(bucket, sse="AES256"))
    assert await files.get(await put(files)) == b"%PDF-1.7 x"


async def refused(files):
    reasons = set()
    key = new_key("resumes")
    for action in (files.put(key, b"x", PDF), files.get(key), files.exists(key), files.delete(key), files.check()):
        with pytest.raises(FilesUnavailableError) as error:
            await action
        reasons.add(error.value.reason)
    return reasons


async def test_a_wrong_secret_is_told(bucket):
    # A question for the mere existence has no body to say more than "refused".
    assert await refused(S3Files(replace(bucket, secret_access_key="wrong"))) <= {"bad_key", "refused"}


async def test_a_missing_bucket_is_told(bucket):
    with pytest.raises(FilesUnavailableError) as error:
        await S3Files(replace(bucket, name="nothing-of-this-name")).check()
    assert error.value.reason == "no_bucket"


async def test_a_server_that_is_not_there_is_told_soon(bucket):
    away = S3Files(replace(bucket, endpoint_url=f"http://127.0.0.1:{free_port()}"))
    with pytest.raises(FilesUnavailableError) as error:
        await asyncio.wait_for(away.check(), 20)
    assert error.value.reason == "unreachable"


async def test_a_server_that_hangs_is_told(s3, in_bucket, monkeypatch):
    monkeypatch.setattr(module, "READ_TIMEOUT_S", 0.2)
    monkeypatch.setattr(module, "ATTEMPTS", 1)
    s3.pause()
    try:
        with pytest.raises(FilesUnavailableError) as error:
            await asyncio.wait_for(in_bucket.check(), 20)
    finally:
        s3.go_on()
    assert error.value.reason in ("slow", "unreachable")


async def test_a_server_that_hangs_holds_up_neither_its_caller_nor_others(s3, bucket, in_bucket, monkeypatch):
    monkeypatch.setattr(module, "READ_TIMEOUT_S", 2)
    monkeypatch.setattr(module, "ATTEMPTS", 1)
    await in_bucket.check()  # the client is made
    monkeypatch.setattr(module, "PATIENCE_S", 0.3)
    s3.pause()
    began = time.monotonic()
    try:
        calls = [in_bucket.exists(new_key("resumes")) for _ in range(40)]
        told = asyncio.gather(*calls, return_exceptions=True)
        assert await asyncio.wait_for(asyncio.to_thread(lambda: "free"), stretched(0.2)) == "free"
        assert {error.reason for error in await told} == {"slow"}
        assert time.monotonic() - began < stretched(1.5)
    finally:
        s3.go_on()


async def test_no_key_shows_itself(bucket):
    assert bucket.secret_access_key not in repr(bucket) and bucket.access_key_id not in repr(bucket)
