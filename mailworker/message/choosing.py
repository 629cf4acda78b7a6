"""Which of a mail's parts a reader sees, as lines: plain text or HTML, flowed text joined again (RFC 3676)."""

import re
from collections.abc import Sequence

from mailworker.message.body import Label
from mailworker.message.html_text import html_lines
from mailworker.message.inbound import Part

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def visible_lines(parts: Sequence[Part]) -> tuple[str, list[str], list[Label | None]]:
    """Where the text came from (plain, html, none), its lines, and what HTML says of each."""
    body = [part for part in parts if _is_body(part)]
    html = [part for part in body if part.content_type == "text/html"]
    plain = [part for part in body if part.content_type != "text/html"]
    if any((part.text or "").strip() for part in plain) and not _html_says_more(html):
        lines: list[str] = []
        for part in plain:
            lines += _plain_lines(part)
        return "plain", lines, [None] * len(lines)
    if html:
        read = [line for part in html for line in html_lines(part.text or "")]
        return "html", [_seen(line.text) for line in read], [line.hint for line in read]
    return "none", [], []


def _is_body(part: Part) -> bool:
    return (
        part.text is not None
        and part.content_type.startswith("text/")
        and part.content_type not in ("text/calendar", "text/csv", "text/rfc822-headers", "text/x-amp-html")
        and part.disposition != "attachment"
        and not part.filename
        and not part.inside_message
    )


def _html_says_more(html: Sequence[Part]) -> bool:
    return any("</td>" in text and "<s>" in text for text in (part.text or "" for part in html))


def _plain_lines(part: Part) -> list[str]:
    text = _seen((part.text or "").rstrip("\n"))
    parameters = dict(part.parameters)
    if parameters.get("format", "").lower() == "flowed":
        return _unflowed(text.split("\n"), parameters.get("delsp", "").lower() == "yes")
    return [line.rstrip() for line in text.split("\n")]


def _seen(text: str) -> str:
    return _SPACES.sub(" ", _INVISIBLE.sub("", text))


def _unflowed(lines: Sequence[str], delsp: bool) -> list[str]:
    out: list[str] = []
    open_depth = -1
    for line in lines:
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        if delsp and flows:
            content = content[:-1]
        if open_depth == depth and content != "-- ":
            out[-1] += content
        else:
            out.append((">" * depth + " " if depth else "") + content)
        open_depth = depth if flows else -1
    return [line.rstrip() for line in out]
