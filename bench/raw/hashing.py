"""Password checks alone, on as many threads as the app uses."""

import time
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher

from bench.machine import cpu_s


def verify(hashed: str, password: str, *, times: int, threads: int) -> tuple[float, float]:
    """CPU and wall seconds per check."""
    hasher = PasswordHasher()  # the parameters stand in the hash
    cpu, wall = cpu_s(), time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda _: hasher.verify(hashed, password), range(times)))
    return (cpu_s() - cpu) / times, (time.perf_counter() - wall) / times
