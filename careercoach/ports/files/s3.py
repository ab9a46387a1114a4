"""Private files in a bucket that speaks S3: AWS, R2, MinIO, Garage and others.

The SDK blocks, so every call runs in a thread; it takes a second to import, so that waits for the first call.
A name or type stored with an object is not relied on (some servers forget them): links carry both.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from careercoach.core.downloads import attachment_header
from careercoach.core.errors import NotFoundError
from careercoach.core.logs import log
from careercoach.ports.files import FilesUnavailableError, StoredFile, check_key

T = TypeVar("T")

LINK_S = 300
"""How long a link lives."""
ATTEMPTS = 3
CONNECT_TIMEOUT_S, READ_TIMEOUT_S = 3, 30
PATIENCE_S = 20.0
"""For all attempts of a call together: somebody waits for it."""
AT_ONCE = 8
"""Threads of our own: a bucket that hangs must not hold up what the app does in others."""
PAGE = 1000
SHOWN_TYPES = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/zip",
        "image/png",
        "text/plain; charset=utf-8",
    }
)
"""A link names no other: whatever a browser might run is handed out as mere bytes."""
REASONS = {
    "NoSuchBucket": "no_bucket",
    "AccessDenied": "refused",
    "AllAccessDisabled": "refused",
    "403": "refused",
    "InvalidAccessKeyId": "bad_key",
    "SignatureDoesNotMatch": "bad_key",
    "ExpiredToken": "bad_key",
    "RequestTimeTooSkewed": "clock",
    "PermanentRedirect": "wrong_region",
    "AuthorizationHeaderMalformed": "wrong_region",
    "SlowDown": "busy",
    "503": "busy",
}
"""What a server says, in one word for the admin."""


@dataclass(frozen=True)
class Bucket:
    """Where the files are and how to ask. Empty keys: whatever the machine itself is allowed."""

    name: str
    prefix: str = ""
    region: str = "us-east-1"
    endpoint_url: str = ""
    public_endpoint_url: str = ""
    access_key_id: str = ""
    secret_access_key: str = ""
    path_style: bool | None = None
    sse: Literal["", "AES256", "aws:kms"] = ""
    kms_key_id: str = ""

    def __repr__(self) -> str:
        return f"Bucket({self.name!r})"


class S3Files:
    """One object a file, under `prefix` and its key."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket
        self._lock = threading.Lock()
        self._clients: dict[str, Any] = {}
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="bucket")

    async def put(self, key: str, data: bytes, content_type: str) -> None:
        """Keep the bytes, private and (if so set) encrypted at rest."""
        wish = {"Body": data, "ContentType": content_type, "CacheControl": "private, max-age=0"}
        wish |= {"ContentDisposition": "attachment", **self._encryption(), **self._place(key)}
        await self._call(lambda client: client.put_object(**wish))

    async def get(self, key: str) -> bytes:
        """The bytes. Raises NotFoundError."""
        place = self._place(key)
        return await self._call(lambda client: client.get_object(**place)["Body"].read())

    async def delete(self, key: str) -> None:
        """Forget the object; a missing one is forgotten already."""
        place = self._place(key)
        await self._call(lambda client: client.delete_object(**place))

    async def exists(self, key: str) -> bool:
        """Whether the object is there."""
        place = self._place(key)
        try:
            await self._call(lambda client: client.head_object(**place))
        except NotFoundError:
            return False
        return True

    async def list(self) -> AsyncIterator[StoredFile]:
        """Page by page."""
        page: dict[str, Any] = {"Bucket": self._bucket.name, "Prefix": self._bucket.prefix, "MaxKeys": PAGE}
        while True:
            asked = dict(page)
            answer = await self._call(lambda client, asked=asked: client.list_objects_v2(**asked))
            for found in answer.get("Contents", []):
                try:
                    key = check_key(found["Key"].removeprefix(self._bucket.prefix))
                except NotFoundError:
                    continue  # somebody else's
                yield StoredFile(key, found["Size"], found["LastModified"])
            if not answer.get("NextContinuationToken"):
                return
            page["ContinuationToken"] = answer["NextContinuationToken"]

    async def link(self, key: str, *, file_name: str, content_type: str) -> str:
        """An address for five minutes; empty when only the app can reach the server."""
        if self._bucket.endpoint_url and not self._bucket.public_endpoint_url:
            return ""
        shown = content_type if content_type in SHOWN_TYPES else "application/octet-stream"
        wish = {"ResponseContentDisposition": attachment_header(file_name), "ResponseContentType": shown}
        wish |= {"ResponseCacheControl": "private, no-store", **self._place(key)}
        return await self._call(
            lambda client: client.generate_presigned_url("get_object", Params=wish, ExpiresIn=LINK_S),
            # The signature covers the host: it has to be the one the browser asks.
            endpoint=self._bucket.public_endpoint_url or self._bucket.endpoint_url,
        )

    async def check(self) -> None:
        """Ask for one name of the bucket. Raises FilesUnavailableError."""
        wish = {"Bucket": self._bucket.name, "Prefix": self._bucket.prefix, "MaxKeys": 1}
        await self._call(lambda client: client.list_objects_v2(**wish))

    def _place(self, key: str) -> dict[str, str]:
        return {"Bucket": self._bucket.name, "Key": self._bucket.prefix + check_key(key)}

    def _encryption(self) -> dict[str, str]:
        if not self._bucket.sse:
            return {}
        own_key = {"SSEKMSKeyId": self._bucket.kms_key_id} if self._bucket.kms_key_id else {}
        return {"ServerSideEncryption": self._bucket.sse, **own_key}

    async def _call(self, ask: Callable[[Any], T], endpoint: str | None = None) -> T:
        endpoint = self._bucket.endpoint_url if endpoint is None else endpoint
        context = copy_context()
        work = asyncio.get_running_loop().run_in_executor(self._threads, lambda: context.run(self._ask, ask, endpoint))
        try:
            return await asyncio.wait_for(work, PATIENCE_S)
        except TimeoutError:
            # The SDK cannot be stopped. Bytes that arrive late are named by nobody: the sweep finds them.
            log.warning("the bucket did not answer within %.0f s", PATIENCE_S)
            raise FilesUnavailableError("slow") from None

    def _ask(self, ask: Callable[[Any], T], endpoint: str) -> T:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            return ask(self._client(endpoint))
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", ""))
            if code in ("NoSuchKey", "404", "NotFound"):
                raise NotFoundError from error
            reason = REASONS.get(code, "error")
            log.warning("the bucket refused a call: %s", code[:60])
            raise FilesUnavailableError(reason) from error
        except (BotoCoreError, OSError) as error:
            log.warning("the bucket could not be asked: %s", type(error).__name__)
            raise FilesUnavailableError(_why(error)) from error

    def _client(self, endpoint: str) -> Any:
        with self._lock:  # making one is not safe beside another; using one is
            if endpoint not in self._clients:
                self._clients[endpoint] = _make_client(self._bucket, endpoint)
            return self._clients[endpoint]


def _why(error: Exception) -> str:
    names = {kind.__name__ for kind in type(error).__mro__}
    if names & {"NoCredentialsError", "PartialCredentialsError", "CredentialRetrievalError"}:
        return "no_credentials"
    if names & {"ConnectionError", "ConnectionClosedError", "EndpointConnectionError", "ConnectTimeoutError"}:
        return "unreachable"
    return "slow" if "ReadTimeoutError" in names else "error"


def _make_client(bucket: Bucket, endpoint: str) -> Any:
    from boto3.session import Session  # noqa: TID251  (this is the module it belongs to)
    from botocore.config import Config

    path_style = bucket.path_style if bucket.path_style is not None else bool(endpoint)
    config = Config(
        signature_version="s3v4",
        s3={"addressing_style": "path" if path_style else "auto"},
        # The checksums newer SDKs add by themselves are refused by older servers.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
        connect_timeout=CONNECT_TIMEOUT_S,
        read_timeout=READ_TIMEOUT_S,
    )
    make: Any = Session().client
    return make(
        "s3",
        region_name=bucket.region,
        endpoint_url=endpoint or None,
        aws_access_key_id=bucket.access_key_id or None,
        aws_secret_access_key=bucket.secret_access_key or None,
        config=config,
    )


async def check() -> None:
    """One cheap real call to the bucket that is set. Raises FilesUnavailableError with the reason."""
    from careercoach.ports.files.choice import s3_files

    await s3_files().check()
