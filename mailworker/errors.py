"""What can fail in the world around us: one name each, with what an operator does about it.

Expected outcomes are values, not exceptions. These keep their cause (`raise ... from`), and `str()` of them is one
clear line that says what is wrong and what to do; it never holds a secret or a word of a participant's mail.
"""

from collections.abc import Sequence
from dataclasses import dataclass


class MailworkerError(Exception):
    """The world failed: `what` happened, and `remedy` is what a person does about it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what}{'' if what.endswith('?') else '.'} {remedy}" if remedy else what)
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the configuration: where it stands, which key, and what is expected there."""

    file: str
    key: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.expected}"


class ConfigurationError(MailworkerError):
    """The configuration has faults: all of them at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class TemplateError(MailworkerError):
    """A template is missing, cannot be parsed or names something that does not exist."""


class ExtraMissing(MailworkerError):
    """Something is asked for that an optional part of the installation does; `extra` is its name."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, f"Install it: pip install 'mailworker[{extra}]'")
        self.extra = extra


class ServerUnreachable(MailworkerError):
    """A mail server does not answer, or breaks off; the next round tries again."""


class LoginRefused(MailworkerError):
    """A mail server refuses the user name or the password: an alert of its own, never "no new mail"."""


class MailboxMissing(MailworkerError):
    """The folder that the settings name does not exist on the server."""


class ArchiveUnusable(MailworkerError):
    """What was named to import is no archive of mails, or cannot be read."""


class DatabaseUnreachable(MailworkerError):
    """The database does not answer or cannot be opened."""


class DatabaseOutdated(MailworkerError):
    """The database has not the revision that this version works with; `mailworker db upgrade` brings it there."""


class DatabaseTooNew(MailworkerError):
    """The database has a revision that a later version of mailworker made; this one must leave it alone."""
