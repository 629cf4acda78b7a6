"""Mails as people's programs write them, for the tests of this folder."""

from collections.abc import Mapping
from email.message import EmailMessage

from mailworker.message.body import Body, Label, read_body
from mailworker.message.inbound import Inbound, parse


def raw_mail(body: str, subject: str = "Werktafels", *, charset: str = "utf-8", **headers: str) -> bytes:
    """A plain mail; header names are given with underscores for hyphens, From as `sender`."""
    fields = {"From": "Jan Peeters <jan.peeters@waterland.be>", "To": "tafels@planning.example", "Subject": subject}
    fields |= {"Content-Type": f'text/plain; charset="{charset}"', "Content-Transfer-Encoding": "8bit"}
    fields["From"] = headers.pop("sender", fields["From"])
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return head.encode("utf-8") + b"\r\n" + body.replace("\n", "\r\n").encode(charset)


def alternative(plain: str, html: str, subject: str = "Werktafels", headers: Mapping[str, str] | None = None) -> bytes:
    """A mail in plain text and in HTML."""
    message = EmailMessage()
    message["From"] = "Jan Peeters <jan.peeters@waterland.be>"
    message["To"] = "tafels@planning.example"
    message["Subject"] = subject
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    return message.as_bytes()


def html_mail(html: str, subject: str = "Werktafels", **headers: str) -> bytes:
    """A mail in HTML alone."""
    return raw_mail(html, subject, **{"Content_Type": 'text/html; charset="utf-8"', **headers})


def read(body: str, subject: str = "Werktafels", **headers: str) -> Body:
    """The labelled body of a plain mail."""
    return read_body(parse(raw_mail(body, subject, **headers)))


def read_html(html: str, subject: str = "Werktafels", **headers: str) -> Body:
    """The labelled body of an HTML mail."""
    return read_body(parse(html_mail(html, subject, **headers)))


def parsed(body: str, subject: str = "Werktafels", **headers: str) -> Inbound:
    return parse(raw_mail(body, subject, **headers))


def words(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def parts_of(body: Body) -> dict[str, str]:
    """What each label holds, with single spaces, without the labels that hold nothing."""
    held = {label.value: words(body.of(label)) for label in Label}
    return {label: text for label, text in held.items() if text}
