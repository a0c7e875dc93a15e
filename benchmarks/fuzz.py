"""Feeds the readers broken bibliography files for a given time, and says which of them they could not bear.

Example: python benchmarks/fuzz.py --minutes 60 --seed 1 --out /tmp/fuzz

Each input goes the whole road of an import: bytes, text, format, entries. A failure is any exception but the refusal
of a file, more than 5 CPU seconds where the length does not explain it, more than 2 GB, and a text that the entries do
not make up again. Inputs that fail stand in ``failures`` in the folder, a line a minute in ``log``. Coverage guides the
search where atheris is installed.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

from fuzzed.worker import Worker, keep, last_input, run_guided, run_plainly

_TESTS: Final = Path(__file__).parent.parent / "tests"
_SEEDS: Final = ("bibtex/cases/*.bib", "bibtex/cases/*/*.bib", "intake/cases/*.bib", "formats/files/*")
_SILENCE: Final = 120
"""Seconds without a word after which a worker hangs."""


def main() -> int:
    """Run until the time is over; 1 if anything failed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out", type=Path, default=Path("fuzz"))
    options.add_argument("--plain", action="store_true", help="without coverage, even where atheris is installed")
    options.add_argument("--worker", type=float, help=argparse.SUPPRESS)
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    guided = not given.plain and importlib.util.find_spec("atheris") is not None
    if given.worker is not None:
        return _work(given.out, seconds=given.worker, seed=given.seed, guided=guided)
    return _Run(given.out, seconds=given.minutes * 60, seed=given.seed, guided=guided).run()


def _seeds() -> list[bytes]:
    paths = sorted(path for pattern in _SEEDS for path in _TESTS.glob(pattern) if path.is_file())
    return [path.read_bytes() for path in paths]


def _work(out: Path, *, seconds: float, seed: int, guided: bool) -> int:
    seeds = _seeds()
    worker = Worker(out, seeds, seed=seed)
    if guided:
        folder = out / "seeds"
        folder.mkdir(exist_ok=True)
        for number, data in enumerate(seeds):
            (folder / f"{number:04}").write_bytes(data)
        run_guided(worker, out, seconds=seconds, seed=seed)
    run_plainly(worker, seeds, seconds=seconds, seed=seed)
    return 0


class _Run:
    """The workers one after another, each until the time is over or an input ends it."""

    def __init__(self, out: Path, *, seconds: float, seed: int, guided: bool) -> None:
        self._out = out
        self._seed = seed
        self._guided = guided
        self._begun = time.monotonic()
        self._seconds = seconds
        self._states: list[dict[str, Any]] = []
        self._ends = 0
        self._said = 0

    def run(self) -> int:
        self._log(f"{'guided by coverage' if self._guided else 'at random'}, seed {self._seed}, {len(_seeds())} seeds")
        while (left := self._seconds - (time.monotonic() - self._begun)) > 0:
            self._one_worker(left)
        told = self._sum()
        self._log(json.dumps(told, indent=1, ensure_ascii=False))
        print(json.dumps(told, indent=1, ensure_ascii=False))
        return 1 if told["failures"] else 0

    def _one_worker(self, seconds: float) -> None:
        (self._out / "state.json").unlink(missing_ok=True)
        command = [sys.executable, __file__, "--out", str(self._out), "--seed", str(self._seed + self._ends)]
        command += ["--worker", str(seconds), *([] if self._guided else ["--plain"])]
        with (self._out / "worker.log").open("ab") as told:
            process = subprocess.Popen(command, stdout=told, stderr=told)
            over = time.monotonic() + seconds
            while process.poll() is None:
                time.sleep(0.2)
                self._say()
                if self._silent_for() > _SILENCE or time.monotonic() > over + _SILENCE:
                    process.kill()
        self._states.append(self._state())
        if process.returncode != 0:
            self._ends += 1
            name = f"the process ended with {process.returncode}"
            self._states[-1].setdefault("failures", {})[name] = 1
            if (self._out / "last-input").exists():
                keep(self._out, last_input(self._out), name, "see worker.log")
            if not self._states[-1].get("executions"):
                raise SystemExit(f"no input could be read; see {self._out / 'worker.log'}")

    def _silent_for(self) -> float:
        state = self._out / "state.json"
        return time.time() - state.stat().st_mtime if state.exists() else 0

    def _state(self) -> dict[str, Any]:
        state = self._out / "state.json"
        return dict(json.loads(state.read_text(encoding="utf-8"))) if state.exists() else {}

    def _say(self) -> None:
        minute = int((time.monotonic() - self._begun) / 60)
        if minute > self._said:
            self._said = minute
            self._log(f"minute {minute}: {json.dumps(self._sum(self._state()), ensure_ascii=False)}")

    def _sum(self, running: dict[str, Any] | None = None) -> dict[str, Any]:
        states = [*self._states, running or {}]
        formats: Counter[str] = Counter()
        failures: Counter[str] = Counter()
        for state in states:
            formats.update(state.get("formats", {}))
            failures.update(state.get("failures", {}))
        return {
            "minutes": round((time.monotonic() - self._begun) / 60, 1),
            "executions": sum(state.get("executions", 0) for state in states),
            "CPU s": round(sum(state.get("CPU s", 0) for state in states), 1),
            "formats": dict(formats),
            "failures": dict(failures),
            "slowest CPU s": max(state.get("slowest CPU s", 0) for state in states),
            "longest input": max(state.get("longest input", 0) for state in states),
            "peak RSS MB": max(state.get("peak RSS MB", 0) for state in states),
        }

    def _log(self, said: str) -> None:
        with (self._out / "log").open("a", encoding="utf-8") as log:
            log.write(f"{said}\n")


if __name__ == "__main__":
    sys.exit(main())
