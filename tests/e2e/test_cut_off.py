"""The whole path on a machine without any network: server and browser see nothing but each other."""

import subprocess
import sys

import pytest

from tests.live import PROJECT

ALONE = ["unshare", "--map-root-user", "--net"]
# The new network has only its loopback, and that is down.
LOOPBACK_UP = """
import fcntl, os, socket, struct, sys
IFF_UP, SIOCSIFFLAGS = 1, 0x8914
fcntl.ioctl(socket.socket(), SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))
os.execv(sys.executable, [sys.executable, "-m", "pytest", "tests/e2e/test_path.py", "-k", "jane-plain"])
"""


def test_a_new_person_reaches_today_with_the_network_cut_off(built):
    try:
        subprocess.run([*ALONE, "true"], check=True, capture_output=True, timeout=10)
    except (OSError, subprocess.SubprocessError):
        pytest.skip("this machine lets nobody make a network of their own")
    walk = subprocess.run([*ALONE, sys.executable, "-c", LOOPBACK_UP], cwd=PROJECT, capture_output=True, timeout=150)
    assert walk.returncode == 0, walk.stdout.decode()[-3000:]
