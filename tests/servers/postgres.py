"""A private PostgreSQL from Debian's packages: a cluster in a temporary folder, reachable by a socket in it only.

As root it runs as the user `postgres`, since PostgreSQL refuses root; otherwise as who runs the tests.
"""

import itertools
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

from tests.servers.programs import dies_with_us, find, need

_ROLE = "postgres"


def _binaries() -> Path:
    """The folder of the newest installed server's programs."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[-3]))
    if installed:
        return installed[-1].parent
    return need("postgres", "apt-get install postgresql").parent


class Postgres:
    """The server process. `start` and `stop` any number of times on the same data; then `close`."""

    def __init__(self) -> None:
        self._binaries = _binaries()
        # A socket's path may not be longer than 107 bytes, and the folder has to be open to the user postgres.
        self._base = Path(tempfile.mkdtemp(prefix="mailworker-pg-"))
        self._base.chmod(0o755)
        self._data = self._base / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._names = itertools.count(1)
        self._as_user: list[str] = []
        if os.geteuid() == 0:
            shutil.chown(self._base, _ROLE)
            self._as_user = [str(find("setpriv")), "--reuid", _ROLE, "--regid", _ROLE, "--init-groups", "--"]
        options = ["-U", _ROLE, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
        subprocess.run(
            [*self._as_user, self._binaries / "initdb", "-D", self._data, *options],
            check=True, capture_output=True, cwd=self._base,
        )  # fmt: skip

    def start(self) -> None:
        """Runs and takes connections when this returns."""
        if self._process is not None:
            return
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._base),
            # The data is thrown away at the end: nothing has to survive a power failure.
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            "max_connections": "100",
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        # Interrupt is a "fast" shutdown: connections are broken off.
        command = dies_with_us(self._binaries / "postgres", "-D", self._data, *options, signal="INT")
        with (self._base / "postgres.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*self._as_user, *command], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self._base
            )
        until = time.monotonic() + 20
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL did not start:\n{self.log()}")
            time.sleep(0.01)

    def stop(self) -> None:
        """Every connection is broken off and nothing listens any more; the data stays."""
        if self._process is None:
            return
        subprocess.run(
            [*self._as_user, self._binaries / "pg_ctl", "stop", "-D", self._data, "-m", "fast", "-w"],
            check=True, capture_output=True, cwd=self._base,
        )  # fmt: skip
        self._process.wait(timeout=20)
        self._process = None

    def close(self) -> None:
        """Stopped, and nothing is left on the disk."""
        self.stop()
        shutil.rmtree(self._base, ignore_errors=True)

    def url(self, database: str) -> str:
        """The database's URL for SQLAlchemy."""
        return f"postgresql+psycopg://{_ROLE}@/{database}?host={self._base}"

    def create_database(self, template: str | None = None) -> str:
        """A new database, empty or a copy of the template, which nobody may be connected to; returns its name."""
        name = f"test{next(self._names)}"
        self._command(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
        return name

    def drop_database(self, name: str) -> None:
        """The database is gone, whoever was still connected to it."""
        self._command(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def log(self) -> str:
        """What PostgreSQL wrote down so far."""
        file = self._base / "postgres.log"
        return file.read_text("utf-8", "replace") if file.exists() else ""

    def _command(self, statement: str) -> None:
        with psycopg.connect(host=str(self._base), user=_ROLE, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())

    def _answers(self) -> bool:
        try:
            self._command("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True
