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
    STRUCK = "struck out"
    """The sender crossed it out: no word of theirs any more."""


@dataclass(frozen=True, slots=True)
class Span:
    """The characters [start, end) of a body's text: whole lines, but for what is struck out."""

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
    from mailworker.message.choosing import visible
    from mailworker.message.quoting import is_forward, is_reply
    from mailworker.message.spans import label_lines, spans_of

    seen = visible(inbound.parts)
    labels = label_lines(
        seen.lines,
        seen.hints,
        forward=is_forward(inbound.subject),
        reply=is_reply(inbound.subject) or bool(inbound.in_reply_to or inbound.references),
        sender=inbound.sender,
    )
    return Body("\n".join(seen.lines), spans_of(seen.lines, labels, seen.struck), seen.origin)
