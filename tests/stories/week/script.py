"""Reads the days of the week: N-day.txt holds what comes in and when the worker does a round, in order of time.

    # start withheld             the worker is started (anew), with this mode of answering; `# stop` ends it
    # round 07:30                the worker does a round, by the clock in Brussels
    # 001 08:12                  a mail: a few fields, an empty line, its text

The fields are those of the mail, and three of ours:
`Answers` says how it answers our last mail to its writer: the client whose shape it has (clients.py);
`File` names a raw mail of this folder, in which {message-id}, {subject} and {recipient} are those of our last mail to
the address that `About` gives.
A subject that holds {subject} has ours there.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).parent
BRUSSELS = ZoneInfo("Europe/Brussels")
_STEP = re.compile(r"^# (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Start:
    """The worker begins, "send" or "withheld"."""

    mode: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The worker ends."""


@dataclass(frozen=True, slots=True)
class Round:
    at: datetime


@dataclass(frozen=True, slots=True)
class Incoming:
    """A mail as it is written down: `name` is a number, or a letter and a number for what staff write, or who poses."""

    name: str
    at: datetime
    fields: Mapping[str, str]
    text: str

    @property
    def sender(self) -> str:
        return self.fields["From"].rpartition("<")[2].rstrip(">")

    def saying(self, looked_up: Callable[[str], str]) -> "Incoming":
        """The same mail with what its writer looked up in the place of each {...} of its text."""
        return replace(self, text=re.sub(r"\{([^}]+)\}", lambda it: looked_up(it[1]), self.text))


Step = Start | Stop | Round | Incoming


def steps(file: str, day: date) -> Iterator[Step]:
    """What happens on a day, in order."""
    _, *pieces = _STEP.split((FOLDER / file).read_text("utf-8"))
    for head, below in zip(pieces[::2], pieces[1::2], strict=True):
        match head.split():
            case ["start", mode]:
                yield Start(mode)
            case ["stop"]:
                yield Stop()
            case ["round", at]:
                yield Round(_moment(day, at))
            case [name, at]:
                fields, _, text = below.partition("\n\n")
                yield Incoming(name, _moment(day, at), dict(_fields(fields)), text.strip() + "\n")
            case _:
                raise ValueError(f"{file}: {head}")


def _moment(day: date, at: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(at), BRUSSELS)


def _fields(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        name, _, value = line.partition(": ")
        yield name, value
