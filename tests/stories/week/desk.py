"""Plays the days: mails come in, the worker does its rounds, and staff answer by what they read in the digest."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import time_machine

from tests.stories.conftest import Day, Sent
from tests.stories.week import clients
from tests.stories.week.script import Incoming, Round, Start, Stop, steps

STAFF = ("an.claes@vmm.be", "piet.bos@vmm.be")
MONDAY = date(2021, 10, 25)
FILES = (
    "1-maandag.txt",
    "2-dinsdag.txt",
    "3-woensdag.txt",
    "4-donderdag.txt",
    "5-vrijdag.txt",
    "6-zaterdag.txt",
    "7-zondag.txt",
    "8-maandag.txt",
    "9-dinsdag.txt",
    "10-woensdag.txt",
    "11-donderdag.txt",
)
_MODES = {
    "withheld": {"MAILWORKER_ANSWERS__MODE": "withheld"},
    "send": {"MAILWORKER_ANSWERS__MODE": "send"},
    "every-day": {"MAILWORKER_DIGEST__EMPTY_DAYS": "true"},
}


@dataclass
class Week:
    """The desk during that week. `names` are those of the mails that came in, by Message-ID."""

    day: Day
    watch: time_machine.Traveller
    names: dict[str, str] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    read: dict[str, int] = field(default_factory=dict)
    """By the Message-ID of a digest: how many mails had come in when it was sent."""
    _running: bool = False

    def play(self) -> None:
        """From the first Monday to the last day."""
        for number, file in enumerate(FILES):
            for step in steps(file, MONDAY + timedelta(days=number)):
                match step:
                    case Start(mode):
                        self.day.restart(**_MODES[mode])
                        self._running = True
                    case Stop():
                        self.day.restart()
                        self._running = False
                    case Round(at):
                        self._round(at)
                    case Incoming():
                        self._deliver(step)

    @property
    def digests(self) -> list[Sent]:
        """All digests to the first of staff."""
        return [one for one in self.sent if one.recipient == STAFF[0] and is_digest(one)]

    def _round(self, at: datetime) -> None:
        assert self._running
        self.watch.move_to(at.astimezone(UTC))
        assert self.day.round().errors == []
        fresh = self.day.sent_after(len(self.sent))
        self.sent += fresh
        self.read |= {str(one.message["Message-ID"]): len(self.names) for one in fresh if is_digest(one)}

    def _deliver(self, incoming: Incoming) -> None:
        self.watch.move_to(incoming.at.astimezone(UTC))
        ours = self._answered(incoming)
        raw = clients.raw(incoming.saying(lambda what: looked_up(what, ours)), ours)
        self.names[clients.message_id(raw)] = incoming.name
        self.day.mailbox.deliver(raw, received=incoming.at)

    def _answered(self, incoming: Incoming) -> Sent | None:
        """The mail of ours that it answers or is about: to staff the last digest, to everybody else the last mail."""
        how = incoming.fields.get("Answers", "")
        if not how and "About" not in incoming.fields:
            return None
        address = how.partition(" by ")[2] or incoming.fields.get("About") or incoming.sender
        return [one for one in self.sent if one.recipient == address and (address not in STAFF or is_digest(one))][-1]


def looked_up(what: str, digest: Sent | None) -> str:
    """What a reader finds in the digest: the number of an address's mail ("x@y.be"), or of an answer ("answer 3")."""
    assert digest is not None
    if what.startswith("answer "):
        withheld = section(digest, "VRIJ TE GEVEN ANTWOORDEN")
        numbers = re.findall(r"^- Antwoord (\d+): ", withheld, re.MULTILINE)
        return str(numbers[int(what.split()[1]) - 1])
    held = section(digest, "TE BEHANDELEN")
    (number,) = re.findall(rf"^Nr\. (\d+): {re.escape(what)}, ", held, re.MULTILINE)
    return str(number)


def is_digest(one: Sent) -> bool:
    """Whether it is a digest, by its subject."""
    return one.recipient in STAFF and one.subject.startswith("Werktafels ")


def text(one: Sent) -> str:
    """Its text, with line ends as Python has them."""
    return one.text.replace("\r\n", "\n")


def section(one: Sent, heading: str) -> str:
    """The lines below a heading, up to the next one."""
    below = text(one).partition(f"{heading}\n\n")[2]
    return re.split(r"\n\n[A-Z][A-Z’? ]+\n\n", below, maxsplit=1)[0].strip()
