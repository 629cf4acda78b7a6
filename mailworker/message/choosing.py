"""Which of a mail's parts its reader sees, as lines: plain text or HTML, one of each set of alternatives.

Plain text is preferred, being what the sender's program means to be read without layout; HTML is taken where it says
more: a table that plain text tore apart, words crossed out, boxes ticked, answers in colour.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from mailworker.message.body import Label
from mailworker.message.flowed import unflowed
from mailworker.message.html_text import STRUCK_END, STRUCK_START, html_lines
from mailworker.message.inbound import Part
from mailworker.message.pgp import without_armour
from mailworker.message.tables import HtmlLine

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000\ue001]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_NO_BODY = frozenset(
    ("text/calendar", "text/csv", "text/rfc822-headers", "text/x-amp-html", "text/x-vcard", "text/vcard")
)
_SAYS_MORE = re.compile(r"<(?:s|strike|del|td|th)\b|line-through|type=[\"']?(?:checkbox|radio)", re.IGNORECASE)
_STUB = re.compile(
    r"\bhtml\b|view (?:this|it) (?:e-?mail|message)? ?(?:in|online)|bekijk (?:deze|dit) (?:e-?mail|bericht)"
    r"|online versie"
    r"|(?:does|kan|can) ?not (?:display|support|show)|geen (?:tekst|platte)|version en ligne",
    re.IGNORECASE,
)
_STARTS_AS_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_STUB_LENGTH = 300
_LINES_LOOKED_AT = 40
_SAME = 0.8
_PARTS_COMPARED = 20
_HUE = re.compile(
    r"\b(?:(rood|rode|rouge|red|roten?)|(blauw|blauwe|bleue?|blue|blauen?)|(groene?|verte?|green|gr[üu]nen?)"
    r"|(kleur|gekleurd|couleur|colou?r(?:ed)?|farbe|farbig))\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:antwoord\w*|hieronder|onderstaand\w*|onderaan|tussen|r[ée]pon\w*|ci-dessous|answers?|below|inline"
    r"|antworten?|unten)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Visible:
    """The lines of a mail; `hints` is what HTML says of each, `struck` where in which line something is crossed out."""

    origin: str = "none"
    lines: list[str] = field(default_factory=list)
    hints: list[Label | None] = field(default_factory=list)
    struck: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, line: HtmlLine) -> None:
        text = _SPACES.sub(" ", line.text)
        if STRUCK_START in text:
            text, self.struck[len(self.lines)] = _struck_out(text)
        self.lines.append(_INVISIBLE.sub("", text).rstrip(" "))
        self.hints.append(line.hint)


def visible(parts: Sequence[Part]) -> Visible:
    """What the reader of these parts sees."""
    seen = Visible()
    before: list[tuple[str, set[str]]] = []
    choices = list(_choices(parts))
    for plain, html in choices:
        lines, origin = _better(plain, html)
        if len(choices) > 1:
            words = {word for line in lines for word in line.text.split()}
            if not words or _is_said(words, origin, before):
                continue
            before.append((origin, words))
        elif not any(line.text for line in lines):
            continue
        seen.origin = origin if seen.origin in ("none", origin) else "html"
        for line in lines:
            seen.add(line)
    return seen


def _is_said(words: set[str], origin: str, before: Sequence[tuple[str, set[str]]]) -> bool:
    """Whether a part repeats another one in another form, though nothing declares them alternatives."""
    return len(before) < _PARTS_COMPARED and any(
        origin != other and len(words & said) >= _SAME * len(words) for other, said in before
    )


def _choices(parts: Sequence[Part]) -> Iterator[tuple[list[Part], list[Part]]]:
    """Each set of alternatives as its plain parts and its HTML parts; what has no alternative stands alone."""
    body = [(number, part) for number, part in enumerate(parts) if _is_body(part) and not _is_file(part)]
    if not body:
        body = [(number, part) for number, part in enumerate(parts) if _is_body(part)][:1]
    for _, group in groupby(body, key=lambda pair: (pair[1].alternative, 0 if pair[1].alternative else pair[0])):
        members = [part for _, part in group]
        yield [part for part in members if not _is_html(part)], [part for part in members if _is_html(part)]


def _is_body(part: Part) -> bool:
    return (
        bool(part.text)
        and part.content_type.startswith("text/")
        and part.content_type not in _NO_BODY
        and part.disposition != "attachment"
        and not part.inside_message
    )


def _is_file(part: Part) -> bool:
    return bool(part.filename) and not part.alternative


def _is_html(part: Part) -> bool:
    return part.content_type == "text/html" or _STARTS_AS_HTML.match(part.text or "") is not None


def _better(plain: Sequence[Part], html: Sequence[Part]) -> tuple[list[HtmlLine], str]:
    """The lines of the alternative to read, and where they came from."""
    tnef = any(("origin", "tnef") in part.parameters for part in (*plain, *html))
    text = [HtmlLine(line) for part in plain for line in _plain_lines(part)]
    written = "\n".join(line.text for line in text[:_LINES_LOOKED_AT])
    source = "".join(part.text or "" for part in html)
    if written.strip() and not (source and _may_say_more(written, source)):
        return text, "tnef" if tnef else "plain"
    read = _html_lines(html)
    hue = _hue("\n".join(line.text for line in read[:_LINES_LOOKED_AT]))
    if hue:
        read = _html_lines(html, hue)
    elif written.strip() and not (_is_stub(written) or _says_more(text, read)):
        return text, "tnef" if tnef else "plain"
    return read, "tnef" if tnef else "html"


def _html_lines(html: Sequence[Part], hue: str = "") -> list[HtmlLine]:
    return [line for part in html for line in html_lines(part.text or "", hue)]


def _may_say_more(written: str, source: str) -> bool:
    """Whether it is worth the time to read the HTML as well."""
    return _SAYS_MORE.search(source) is not None or _is_stub(written) or bool(_hue(written))


def _is_stub(written: str) -> bool:
    return len(written) < _STUB_LENGTH and _STUB.search(written) is not None


def _says_more(plain: Sequence[HtmlLine], html: Sequence[HtmlLine]) -> bool:
    """Whether HTML crosses words out, ticks boxes, or has rows of a table that plain text tore apart."""
    torn = 0
    known = [line.text for line in plain]
    for line in html:
        if line.hint in (Label.QUOTE, Label.FORWARD, Label.SIGNATURE):
            continue
        if STRUCK_START in line.text or line.text.startswith(("[x] ", "[ ] ")):
            return True
        cells = [cell for cell in line.text.split("\t") if cell]
        if len(cells) > 1 and len(known) < 1000:
            torn += not any(cells[0] in text and cells[1] in text for text in known)
    return torn > 1


def _hue(text: str) -> str:
    """The colour in which the sender says that the answers stand, or ""."""
    for line in text.split("\n"):
        if (found := _HUE.search(line)) and _ANSWERS.search(line):
            return ("red", "blue", "green", "any")[(found.lastindex or 1) - 1]
    return ""


def _plain_lines(part: Part) -> list[str]:
    text = _SPACES.sub(" ", (part.text or "").rstrip("\n"))
    if part.content_type == "text/plain" and "-----BEGIN PGP SIGNED" in text:
        text = without_armour(text)
    parameters = dict(part.parameters)
    lines = text.split("\n")
    if parameters.get("format", "").lower() == "flowed":
        lines = unflowed(lines, parameters.get("delsp", "").lower() == "yes")
    return [line.rstrip() for line in lines]


def _struck_out(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the ranges they stood around."""
    pieces: list[str] = []
    ranges: list[tuple[int, int]] = []
    length = 0
    for piece in text.split(STRUCK_START):
        struck, mark, rest = piece.partition(STRUCK_END)
        struck, rest = (
            (_INVISIBLE.sub("", struck), _INVISIBLE.sub("", rest)) if mark else ("", _INVISIBLE.sub("", struck))
        )
        if struck:
            ranges.append((length, length + len(struck)))
        pieces += (struck, rest)
        length += len(struck) + len(rest)
    return "".join(pieces), ranges
