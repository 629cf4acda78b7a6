"""The digest for the commands: for people on a terminal, for programs as JSON."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from mailworker.console import console, plain
from mailworker.domain.digest import Digest
from mailworker.rendering import Rendered

_HEADING = re.compile(r"[^a-z]*[A-Z]{2}[^a-z]*")


def show(rendered: Rendered, recipients: Sequence[str], went_out: date | None) -> None:
    """The mail as it would be sent; `went_out` is the day whose digest was sent already."""
    out = console()
    who = ", ".join(recipients) or "nobody: set digest.recipients"
    out.print(Panel(Text(plain(rendered.subject), "bold"), subtitle=Text(f"to {plain(who)}"), subtitle_align="left"))
    if went_out is not None:
        out.print(Text(f"Today's digest ({went_out}) went out; this is what the next one would tell so far.", "yellow"))
    for line in rendered.text.splitlines():
        out.print(Padding(_styled(plain(line)), (0, 0, 0, 1)))


def _styled(line: str) -> Text:
    if _HEADING.fullmatch(line):
        return Text(line, "bold cyan")
    text = Text(line, "bold red" if line.startswith("Let op:") else "")
    text.highlight_regex(r"^Nr\. \d+", "bold")
    text.highlight_regex(r"“[^”]*”", "bold green")
    return text


def to_json(digest: Digest, recipients: Sequence[str], *, went_out: bool) -> str:
    """The facts as one JSON object: moments in UTC (RFC 3339), words as the domain has them, nothing cut."""
    facts: dict[str, Any] = asdict(digest)
    for values, one in zip(facts["held"], digest.held, strict=True):
        values |= {"proposal": one.proposal, "replies": list(one.replies)}
    facts["completeness"]["adds_up"] = digest.completeness.adds_up
    facts |= {"empty": digest.empty, "troubles": list(digest.troubles)}
    facts |= {"recipients": list(recipients), "went_out": went_out}
    return json.dumps(facts, ensure_ascii=False, indent=1, default=_moment)


def _moment(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")
