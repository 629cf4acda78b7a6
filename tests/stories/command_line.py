"""The command line as an operator's shell calls it, within the test's process: a start of its own costs a second."""

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from mailworker import cli
from tests.stories.conftest import Day


@dataclass(frozen=True)
class Ended:
    """How a command ended, named as subprocess.CompletedProcess names it."""

    returncode: int
    stdout: str
    stderr: str


def command(day: Day, *arguments: str | Path, **changed: str) -> Ended:
    """`mailworker` with those arguments and the day's settings, the variables of `changed` on top."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    environ = {**day.environ, "COLUMNS": "200", **changed}
    with (
        patch.dict(os.environ, environ),
        patch.object(sys, "argv", ["mailworker", *map(str, arguments)]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
    return Ended(code, out.getvalue(), err.getvalue())
