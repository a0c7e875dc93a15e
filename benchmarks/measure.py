"""What a command costs: processor time, time on the clock, memory and what it prints."""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from typing import NamedTuple


class Cost(NamedTuple):
    """What one run of a command took."""

    cpu: float
    """Seconds of all its threads and children, in the kernel too; other programs on the machine hardly touch it."""
    wall: float
    """Seconds on the clock."""
    peak: float
    """Megabytes of 1,000,000 bytes that it held at most."""
    output: str = ""


def cost(command: Sequence[str | os.PathLike[str]], *, fine: Sequence[int] = (0,)) -> Cost:
    """Run a command in a process of its own and give its cost; one that ends in another code than a fine one raises."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=output, stderr=errors)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = code = os.waitstatus_to_exitcode(status)
        output.seek(0)
        if code not in fine:
            errors.seek(0)
            said = errors.read()[-2_000:].decode(errors="replace")
            raise RuntimeError(f"{' '.join(map(str, command))} ended with {code}: {said}")
        return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024 / 1e6, output.read().decode())
