"""Where the servers' programs are, and what a test run does when one is missing.

A newcomer's machine skips and names the line that installs it. Where MAILWORKER_TEST_REQUIRE_SERVERS is 1 the test
fails; where it lists programs ("dovecot postgres"), only those are demanded.
"""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

# Debian keeps servers where an ordinary user's PATH does not look.
_SYSTEM = ("/usr/sbin", "/usr/local/sbin", "/sbin")


def find(program: str) -> Path | None:
    """The program's path, also where only root would find it."""
    found = shutil.which(program) or shutil.which(program, path=os.pathsep.join(_SYSTEM))
    return Path(found) if found else None


def missing(program: str, install: str) -> NoReturn:
    """Skip the test, or fail it where the run demands the program; either way the line that installs it is told."""
    reason = f"{program} is not installed: {install}"
    demanded = os.environ.get("MAILWORKER_TEST_REQUIRE_SERVERS", "")
    if demanded == "1" or program in demanded.split():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def need(program: str, install: str) -> Path:
    """The program's path; without it the test is skipped or fails (see `missing`)."""
    found = find(program)
    return found if found is not None else missing(program, install)


def dies_with_us(*command: str | os.PathLike[str], signal: str = "TERM") -> list[str]:
    """The command, run so that the kernel ends it when this process is killed: no test run leaves a server behind."""
    wrapped = [str(word) for word in command]
    setpriv = find("setpriv")
    return [str(setpriv), "--pdeathsig", signal, "--", *wrapped] if setpriv else wrapped
