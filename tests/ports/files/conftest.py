"""One S3 server for the tests of the folder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from careercoach.ports.files.s3 import Bucket, S3Files
from tests.standins.s3_server import KEY_ID, SECRET, S3Server, s3_server


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with s3_server(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture
def bucket(s3: S3Server) -> Bucket:
    """A bucket of this test only."""
    name = f"b{uuid4().hex[:12]}"
    s3.add_bucket(name)
    return Bucket(name, endpoint_url=s3.url, access_key_id=KEY_ID, secret_access_key=SECRET)


@pytest.fixture
def in_bucket(bucket: Bucket) -> S3Files:
    return S3Files(bucket)


@pytest.fixture
def public(bucket: Bucket) -> S3Files:
    """The same bucket with an address for browsers."""
    return S3Files(replace(bucket, public_endpoint_url=bucket.endpoint_url))


@pytest.fixture(params=["disk", "s3"])
def files(request: pytest.FixtureRequest, tmp_path: Path):
    """Each storage in turn: all keep the same promises."""
    if request.param == "disk":
        from careercoach.ports.files.disk import DiskFiles

        return DiskFiles(tmp_path / "files")
    return request.getfixturevalue("in_bucket")
