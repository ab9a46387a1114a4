"""A real S3 server on this machine: rclone's, which checks signatures and times as strictly as the big ones."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import boto3  # noqa: TID251  (an admin's own tool, not the app)
import httpx

from tests.servers import free_port

KEY_ID, SECRET = "tests-key", "tests-secret-of-this-machine-only"


@dataclass
class S3Server:
    """Buckets are folders of `folder`, objects are files in them."""

    folder: Path
    url: str
    process: "subprocess.Popen[bytes]"

    def settings(self, bucket: str = "coach") -> dict[str, str]:
        """What the app has to be told."""
        return {
            "s3_bucket": bucket, "s3_endpoint_url": self.url, "s3_access_key_id": KEY_ID,
            "s3_secret_access_key": SECRET, "s3_public_endpoint_url": "", "s3_prefix": "",
        }  # fmt: skip

    def add_bucket(self, name: str) -> None:
        """One more, by the protocol: the server remembers what lies in its folder."""
        client = boto3.client("s3", endpoint_url=self.url, region_name="us-east-1", aws_access_key_id=KEY_ID,
                              aws_secret_access_key=SECRET)  # fmt: skip
        client.create_bucket(Bucket=name)

    def pause(self) -> None:
        """Stop answering without closing the port."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self.process.send_signal(signal.SIGCONT)


def _rclone() -> str:
    beside = Path(sys.executable).parent / "rclone"
    return str(beside) if beside.exists() else str(shutil.which("rclone"))


@contextmanager
def s3_server(folder: Path, *buckets: str) -> Generator[S3Server]:
    """One server with these buckets, for as long as the block runs."""
    for bucket in buckets or ("coach",):
        (folder / bucket).mkdir(parents=True)
    port = free_port()
    # An empty key would let anybody in.
    command = [_rclone(), "serve", "s3", "--addr", f"127.0.0.1:{port}", "--auth-key", f"{KEY_ID},{SECRET}"]
    options = ["--config", os.devnull, str(folder)]
    process = subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = S3Server(folder, f"http://127.0.0.1:{port}", process)
    try:
        _wait_for(server)
        yield server
    finally:
        server.go_on()
        process.kill()
        process.wait(10)


def _wait_for(server: S3Server) -> None:
    for _ in range(200):
        if server.process.poll() is not None:
            raise RuntimeError("rclone ended at once")
        try:
            httpx.get(server.url, timeout=1)
            return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise RuntimeError("rclone does not answer")
