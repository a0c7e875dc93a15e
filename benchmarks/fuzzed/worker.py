"""The process that fuzzes: it changes inputs, reads them, and keeps count; whatever ends it, its last input is kept."""

import hashlib
import json
import mmap
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any, Final

from fuzzed.mutations import mutated

MEMORY: Final = 2 * 1024**3
"""Bytes of address space; more is a failure."""
SLOW: Final = 5
"""CPU seconds for one input; if it takes more, and more than its length explains, that is a failure."""
WORSE_THAN_LINEAR: Final = 2.9
"""Times as long as half of it: 2 is in proportion, 4 is as the square."""
_SHORTEST: Final = 1_000
"""Bytes below which there is nothing left to halve."""
_ROOM: Final = 4 * 1024 * 1024
_KEPT: Final = 3
"""Inputs kept for each way to fail."""


class TooSlowError(BaseException):
    """An input took more than ``SLOW``; no handler for exceptions may swallow this."""


class Worker:
    """Reads inputs and remembers how it went."""

    def __init__(self, out: Path, seeds: list[bytes], *, seed: int) -> None:
        self._out = out
        self._seeds = seeds
        self._random = Random(seed)
        self._last = _shared(out / "last-input")
        self._done = 0
        self._kinds: Counter[str] = Counter()
        self._failures: Counter[str] = Counter()
        self._slowest = 0.0
        self._longest = 0
        self._told = 0.0
        self._read: Callable[[bytes], str] = lambda _: ""

    def prepare(self, instrumented: Callable[[], Any] | None) -> None:
        """Bound memory and time, and import the reader, under coverage if there is a way to."""
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.signal(signal.SIGVTALRM, _too_slow)
        if instrumented is None:
            from fuzzed.target import read  # noqa: PLC0415 - nothing is to be imported before its turn
        else:
            with instrumented():
                from fuzzed.target import read  # noqa: PLC0415 - here it is instrumented
        self._read = read

    def one(self, data: bytes) -> None:
        """Read an input; a failure is written down and no more."""
        self._last[:8] = len(data).to_bytes(8, "little")
        self._last[8 : 8 + len(data)] = data
        took = self._timed(data)
        self._done += 1
        self._longest = max(self._longest, len(data))
        if took > self._slowest:
            self._slowest = took
            (self._out / "slowest.bin").write_bytes(data)
        if time.monotonic() - self._told > 1:
            self.tell()

    def _timed(self, data: bytes) -> float:
        begun = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
        try:
            self._kinds[self._read(data)] += 1
        except TooSlowError as error:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            if (growth := self._growth(data)) > WORSE_THAN_LINEAR:
                self._fail(data, error, f"the input took {growth:.1f} times as long as its half")
            else:
                self._kinds["slow, but in proportion to its length"] += 1
        except Exception as error:  # noqa: BLE001 - each is a find
            self._fail(data, error)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        return time.process_time() - begun

    def _growth(self, data: bytes) -> float:
        """Give how much longer an input takes than its half, both cut down until they can be measured."""
        longer = 0.0
        while len(data) > _SHORTEST:
            data = data[: len(data) // 2]
            begun = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
            try:
                self._read(data)
            except TooSlowError:
                continue
            except Exception:  # noqa: BLE001, S110 - a cut input may fail in its own way
                pass
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            took = time.process_time() - begun
            if longer:
                return longer / max(took, 0.001)
            longer = took
        return float("inf")

    def mutated(self, data: bytes) -> bytes:
        """Give a changed input."""
        return mutated(data, self._seeds, self._random)

    def tell(self) -> None:
        """Write down how far it is."""
        self._told = time.monotonic()
        told = {
            "executions": self._done,
            "formats": dict(self._kinds),
            "failures": dict(self._failures),
            "slowest CPU s": round(self._slowest, 3),
            "longest input": self._longest,
            "peak RSS MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
            "CPU s": round(time.process_time(), 1),
        }
        new = self._out / "state.new"
        new.write_text(json.dumps(told), encoding="utf-8")
        new.replace(self._out / "state.json")

    def _fail(self, data: bytes, error: BaseException, why: str = "") -> None:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "evidence" in frame.filename]
        where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        said = " ".join(str(error).split(":")[0].split())[:80] if type(error).__name__ == "BrokenPromiseError" else ""
        name = f"{type(error).__name__} {where} {re_numbered(said)}".strip()
        self._failures[name] += 1
        if self._failures[name] <= _KEPT:
            keep(self._out, data, name, "".join(traceback.format_exception(error, limit=-12)) + why)
        self.tell()


def re_numbered(said: str) -> str:
    """Give a message with its digits left out, so that two of a kind count as one."""
    return "".join("#" if sign.isdigit() else sign for sign in said)


def keep(out: Path, data: bytes, name: str, told: str) -> None:
    """Write a failing input, and beside it what happened."""
    folder = out / "failures"
    folder.mkdir(exist_ok=True)
    stem = hashlib.sha256(name.encode()).hexdigest()[:8] + "-" + hashlib.sha256(data).hexdigest()[:8]
    (folder / f"{stem}.bin").write_bytes(data)
    (folder / f"{stem}.txt").write_text(f"{name}\n\n{told}", encoding="utf-8", errors="backslashreplace")


def last_input(out: Path) -> bytes:
    """Give the input at which a worker ended."""
    data = (out / "last-input").read_bytes()
    return data[8 : 8 + int.from_bytes(data[:8], "little")]


def _shared(path: Path) -> mmap.mmap:
    path.write_bytes(bytes(_ROOM))
    with path.open("r+b") as file:
        return mmap.mmap(file.fileno(), _ROOM)


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError(f"more than {SLOW} CPU seconds")


def run_plainly(worker: Worker, seeds: list[bytes], *, seconds: float, seed: int) -> None:
    """Change and read inputs until the time is over."""
    random = Random(seed)
    worker.prepare(None)
    for data in seeds:
        worker.one(data)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        worker.one(worker.mutated(random.choice(seeds)))
    worker.tell()


def run_guided(worker: Worker, out: Path, *, seconds: float, seed: int) -> None:
    """Let atheris look for inputs that reach new lines; never returns."""
    import atheris  # noqa: PLC0415 - it need not be there

    worker.prepare(lambda: atheris.instrument_imports(include=["evidence.bibtex", "evidence.formats", "rispy"]))

    def changed(data: bytes, longest: int, seed: int) -> bytes:
        if seed % 4 == 0:
            return bytes(atheris.Mutate(data, longest))
        return worker.mutated(data)[:longest]

    (out / "corpus").mkdir(exist_ok=True)
    options = [
        *(f"-max_total_time={max(int(seconds), 1)}", f"-seed={seed}", "-max_len=2000000", "-len_control=0"),
        *("-rss_limit_mb=0", "-timeout=60", f"-artifact_prefix={out}/", "-print_final_stats=0", "-verbosity=0"),
        *(str(out / "corpus"), str(out / "seeds")),
    ]
    atheris.Setup([sys.argv[0], *options], worker.one, custom_mutator=changed)
    atheris.Fuzz()
