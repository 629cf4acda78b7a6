"""Boxes before or behind tables within a line: where some are ticked, the others are not wished for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.phrases.patterns import any_of

_BOX = re.compile(
    any_of(r"""
\[\s{0,2}(?P<tick>[xXvV✓✔]?)\s{0,2}\] | \(\s?(?P<round>[xXvV]?)\s?\) | (?P<sign>[☐☑☒✓✔✗✘□■])
""")
    + r"\s{0,3}(?:[Bb]evoorrading uit )?$"
)
_BOX_BEHIND = re.compile(
    r"[\s:;=-]{0,25}"
    + any_of(r"""
\[\s{0,2}(?P<tick>[xXvV✓✔]?)\s{0,2}\] | \(\s?(?P<round>[xXvV]?)\s?\) | (?P<sign>[☐☑☒✓✔✗✘□■])
""")
)


def with_boxes(original: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Where tables have boxes before them, only those with a ticked box are wished for."""
    boxes = [_BOX.search(original[max(0, m.start - 30) : m.start]) for m in mentions]
    if not any(boxes):
        boxes = [_BOX_BEHIND.match(original[m.end : m.end + 30]) for m in mentions]
    if not any(boxes):
        return list(mentions)
    out = []
    for mention, box in zip(mentions, boxes, strict=True):
        ticked = box is not None and bool(box["tick"] or box["round"] or (box["sign"] and box["sign"] in "☑☒✓✔■"))
        out.append(replace(mention, polarity=mention.polarity if ticked else Polarity.NO))
    return out
