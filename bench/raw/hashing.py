"""Password checks alone, on as many threads as the app uses."""

import time
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher

from bench.machine import Clock


def verify(hashed: str, password: str, *, times: int, threads: int) -> tuple[float, float]:
    """CPU and wall seconds per check."""
    hasher = PasswordHasher()  # the parameters stand in the hash
    cpu, wall = Clock(), time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda _: hasher.verify(hashed, password), range(times)))
    return cpu.passed() / times, (time.perf_counter() - wall) / times
