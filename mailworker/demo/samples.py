"""The sample mails of `mailworker demo`: invented people, the configured organisations, the mail programs they use.

Files lie in mails/ with the line ends of the checkout; what is handed out has CRLF, as on the wire (RFC 5322 2.1).
"""

import re
from dataclasses import dataclass
from importlib.resources import files

OUR_LAST_MAIL = b"<REPLY-TO-LAST-MAIL-FROM-US>"
"""Stands in a reply for the Message-ID of our last mail to its sender, which only exists once that was sent."""

_ARRIVING = (
    ("01-outlook-twee-tafels", "A registration for two tables (Outlook)"),
    ("02-iphone-collega-wacht", "A second colleague of the same organisation for one of them (iPhone)"),
    ("03-gmail-zonder-organisatie", "A registration that does not tell the organisation (Gmail)"),
    ("04-outlook-zonder-tafel", "A registration that names no table (Outlook)"),
    ("05-thunderbird-alle-tafels", "One person for all tables (Thunderbird)"),
    ("06-outlook-twee-personen", "A secretary registers two colleagues (Outlook)"),
    ("07-afwezig", "An out-of-office reply"),
    ("08-nieuwsbrief", "A newsletter that names the tables"),
    ("09-enkel-een-vraag", "Only a question (Apple Mail)"),
    ("10-onbekende-organisatie", "An organisation that nobody knows yet (Roundcube)"),
    ("11-antwoord-op-de-oproep", "A reply with the whole call quoted below it (Outlook)"),
    ("12-samsung-priveadres", "A registration from a private address (Samsung)"),
    ("13-afmelding", "The first participant leaves one table: who waited gets the place"),
    ("14-gmail-antwoord-organisatie", "The answer to our question for the organisation"),
    ("15-outlook-antwoord-tafels", "The answer to our question for the tables"),
    ("01-outlook-twee-tafels", "The very first mail, delivered once more"),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One mail: `name` of its file, `title` tells a reader what to watch, `raw` may hold OUR_LAST_MAIL."""

    name: str
    title: str
    raw: bytes


def samples() -> list[Sample]:
    """The mails in the order in which they arrive; the last one is the first again, byte for byte."""
    folder = files("mailworker.demo").joinpath("mails")
    return [
        Sample(name, title, re.sub(rb"\r?\n", b"\r\n", folder.joinpath(f"{name}.eml").read_bytes()))
        for name, title in _ARRIVING
    ]
