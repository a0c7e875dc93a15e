"""Keys that need no sequence: 63-bit numbers in order of time, so that databases can be merged and sharded."""

import secrets
import threading
import time
from typing import Final

_EPOCH_MS: Final = 1_577_836_800_000  # 2020-01-01T00:00:00Z: 41 bits of milliseconds last until 2089
_RANDOM_BITS: Final = 22

_lock = threading.Lock()
_last = 0


def new_id() -> int:
    """Give a key greater than every one given before in this process, and unlike those of others.

    41 bits are milliseconds since 2020 and 22 are random; within a millisecond keys count upwards.
    """
    return new_ids(1)[0]


def new_ids(count: int) -> range:
    """Give that many such keys in a row."""
    global _last  # noqa: PLW0603 - the order within a process is this module's whole purpose
    fresh = (time.time_ns() // 1_000_000 - _EPOCH_MS) << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    with _lock:
        first = max(fresh, _last + 1)
        _last = first + count - 1
    return range(first, first + count)
