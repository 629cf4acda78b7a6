"""The visible text of a mail with every span labelled: the sender's own words, quotes, forwards, signature, footers.

Nothing is thrown away: a wrong label can be seen and mended, a lost line cannot.
"""

from dataclasses import dataclass
from enum import StrEnum

from mailworker.message.inbound import Inbound


class Label(StrEnum):
    OWN = "own"
    QUOTE = "quote"
    FORWARD = "forward"
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"
    DEVICE_FOOTER = "device footer"


@dataclass(frozen=True, slots=True)
class Span:
    """The characters [start, end) of a body's text, whole lines."""

    label: Label
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Body:
    """The text that a reader sees, and its spans: they follow each other, touch, and cover `text` from 0 to its end.

    Lines end in "\\n". Cells of a table's row stand on one line with a tab between them.
    `origin` is plain, html, tnef or none.
    """

    text: str
    spans: tuple[Span, ...]
    origin: str = "plain"

    def of(self, *labels: Label) -> str:
        """The text of the spans with these labels, in order."""
        return "".join(self.text[span.start : span.end] for span in self.spans if span.label in labels)

    @property
    def own(self) -> str:
        return self.of(Label.OWN)

    @property
    def signature(self) -> str:
        return self.of(Label.SIGNATURE)


def read_body(inbound: Inbound) -> Body:
    """The text of the mail as its reader sees it, with every line labelled; it never raises."""
    from mailworker.message.choosing import visible_lines
    from mailworker.message.quoting import is_forward, is_reply
    from mailworker.message.spans import label_lines, spans_of

    origin, lines, hints = visible_lines(inbound.parts)
    forward = is_forward(inbound.subject)
    reply = is_reply(inbound.subject) or bool(inbound.in_reply_to)
    labels = label_lines(lines, hints, forward, reply)
    return Body("\n".join(lines), spans_of(lines, labels), origin)
