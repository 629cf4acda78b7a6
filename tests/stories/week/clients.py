"""Mails as people's programs make them: a new one, and answers with our mail quoted the way Outlook, Gmail or a
telephone does it."""

import email
import html
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from tests.stories.conftest import MAILBOX, Sent
from tests.stories.week.script import FOLDER, Incoming

_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
_OURS = {"File", "About", "Answers", "Subject"}


def raw(incoming: Incoming, ours: Sent | None) -> bytes:
    """The mail as it is delivered; `ours` is the mail of ours that it answers or is about."""
    if "File" in incoming.fields:
        return _of_file(incoming, ours)
    message = EmailMessage(policy=SMTP)
    domain = incoming.sender.rpartition("@")[2]
    given = f"mx.vmm.be; spf=pass smtp.mailfrom={domain}; dmarc=pass header.from={domain}"
    headers = {"Return-Path": f"<{incoming.sender}>", "Authentication-Results": given, **incoming.fields}
    for name, value in headers.items():
        if name not in _OURS:
            message[name] = value
    message["To"] = MAILBOX
    message["Date"] = format_datetime(incoming.at)
    message["Message-ID"] = f"<week.{incoming.name}@{domain}>"
    client = incoming.fields.get("Answers", "").partition(" ")[0]
    message["Subject"] = _subject(incoming, ours, client)
    if ours is not None:
        message["In-Reply-To"] = message["References"] = str(ours.message["Message-ID"])
    _BODIES[client](message, incoming, ours)
    return bytes(message)


def message_id(raw_mail: bytes) -> str:
    """The Message-ID that the mail has."""
    return str(email.message_from_bytes(raw_mail, policy=SMTP)["Message-ID"]).strip()


def _of_file(incoming: Incoming, ours: Sent | None) -> bytes:
    octets = (FOLDER / incoming.fields["File"]).read_bytes()
    if ours is not None:
        known = {"message-id": str(ours.message["Message-ID"]), "subject": ours.subject, "recipient": ours.recipient}
        for name, value in known.items():
            octets = octets.replace(b"{%s}" % name.encode(), value.encode())
    return octets


def _subject(incoming: Incoming, ours: Sent | None, client: str) -> str:
    if ours is None:
        return incoming.fields["Subject"]
    if "Subject" in incoming.fields:
        return incoming.fields["Subject"].replace("{subject}", ours.subject)
    prefix = {"outlook": "RE: ", "forwarded": "Re: FW: "}.get(client, "Re: ")
    return ours.subject if ours.subject.lower().startswith("re: ") else prefix + ours.subject


def _words(one: Sent) -> str:
    return one.text.replace("\r\n", "\n").strip()


def _marked(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _plain(message: EmailMessage, incoming: Incoming, _ours: Sent | None) -> None:
    message.set_content(incoming.text)


def _outlook(message: EmailMessage, incoming: Incoming, ours: Sent | None) -> None:
    """Text and HTML; the quoted mail stands under a line and a head, without any mark."""
    assert ours is not None
    head = {
        "Van": f"Vlaamse Milieumaatschappij (VMM) <{MAILBOX}>",
        "Verzonden": _long(ours.message["Date"].datetime),
        "Aan": str(message["From"]),
        "Onderwerp": ours.subject,
    }
    lines = "\n".join(f"{name}: {value}" for name, value in head.items())
    message.set_content(f"{incoming.text}\n{lines}\n\n{_words(ours)}\n")
    own = "".join(f'<p class="MsoNormal">{html.escape(line) or "&nbsp;"}</p>' for line in incoming.text.split("\n"))
    above = "<br>".join(f"<b>{name}:</b> {html.escape(value)}" for name, value in head.items())
    quoted = f'<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">{above}</p></div>'
    message.add_alternative(
        f'<html><body lang="NL-BE"><div class="WordSection1">{own}{quoted}{ours.html}</div></body></html>', "html"
    )


def _gmail(message: EmailMessage, incoming: Incoming, ours: Sent | None) -> None:
    """Text and HTML; the quoted mail is marked in the one and a block in the other."""
    assert ours is not None
    when = ours.message["Date"].datetime
    attribution = (
        f"Op {_DAYS[when.weekday()][:2]} {when.day} {_MONTHS[when.month - 1][:3]}. {when.year} om {when:%H:%M} schreef "
        f"Vlaamse Milieumaatschappij (VMM) <\n{MAILBOX}>:"
    )
    message.set_content(f"{incoming.text}\n{attribution}\n\n{_marked(_words(ours))}\n")
    own = html.escape(incoming.text).replace("\n", "<br>")
    message.add_alternative(
        f'<div dir="ltr">{own}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">'
        f'{html.escape(attribution)}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">'
        f"{ours.html}</blockquote></div>",
        "html",
    )


def _phone(message: EmailMessage, incoming: Incoming, ours: Sent | None) -> None:
    """Text alone, with the line that the telephone adds."""
    assert ours is not None
    when = ours.message["Date"].datetime
    attribution = (
        f"Op {when.day} {_MONTHS[when.month - 1][:3]}. {when.year} om {when:%H:%M} heeft VMM <{MAILBOX}> "
        "het volgende geschreven:"
    )
    message.set_content(
        f"{incoming.text}\nVerstuurd vanaf mijn iPhone\n\n> {attribution}\n> \n{_marked(_words(ours))}\n"
    )


def _long(when: datetime) -> str:
    return f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]} {when.year} {when:%H:%M}"


_BODIES = {
    "": _plain,
    "nothing": _plain,
    "outlook": _outlook,
    "gmail": _gmail,
    "phone": _phone,
    "forwarded": _outlook,
}
