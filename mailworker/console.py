"""What the commands show to people: tables, marked mails, one line for each thing that was looked at.

Everything that came from a mail is shown as text (no markup, no control characters): a terminal obeys what it is sent.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from mailworker.checkup import Finding
from mailworker.domain.programme import Programme
from mailworker.domain.request import Action, Evidence, Outcome, Reading, Request, Source
from mailworker.domain.states import NoticeState
from mailworker.message.body import Body, Label
from mailworker.reading.understand import Understanding
from mailworker.store.held import Held
from mailworker.store.outbox import Listed as Owed
from mailworker.store.registrations import Happened, Listed
from mailworker.worker import Round

_OUTCOMES = {
    Outcome.HANDLE: ("green", "can be handled"),
    Outcome.ASK: ("yellow", "something is missing: we would ask"),
    Outcome.REVIEW: ("magenta", "a person must look"),
    Outcome.IGNORE: ("bright_black", "never answered"),
}
_LABELS = {
    Label.OWN: "",
    Label.SIGNATURE: "cyan",
    Label.QUOTE: "bright_black",
    Label.FORWARD: "bright_black",
    Label.DISCLAIMER: "bright_black italic",
    Label.DEVICE_FOOTER: "bright_black italic",
    Label.STRUCK: "bright_black strike",
}
_FIELDS = {
    "participant": "bold green",
    "replacement": "bold green",
    "organisation": "bold blue",
    "tables": "bold yellow",
}
_WIDE = 110
"""Columns of a terminal from which on a registration's address fits beside the rest."""
_STATUS = {"confirmed": "green", "waiting": "yellow", "cancelled": "bright_black"}


def console() -> Console:
    """Standard output: colours on a terminal, plain text elsewhere."""
    return Console(highlight=False, soft_wrap=False)


def progress() -> Progress:
    """A bar on a terminal, beside what a program reads from standard output; nothing elsewhere."""
    out = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    return Progress(*columns, console=out, transient=True, disable=not out.is_terminal)


def one_line_json(values: Mapping[str, object]) -> str:
    """One object on one line."""
    return json.dumps(values, ensure_ascii=False)


def plain(words: str) -> str:
    """A stranger's words without what would move the cursor or colour the screen."""
    return "".join(c if c.isprintable() or c in "\n\t" else "�" for c in words)


def show_round(done: Round) -> None:
    """One line of what a round did."""
    states = (
        ", ".join(f"{done.handled.count(state)} {state}" for state in dict.fromkeys(done.handled)) or "none handled"
    )
    sent = f"{done.sent.sent} sent, {done.sent.deferred} deferred, {done.sent.refused + done.sent.expired} given up"
    console().print(
        f"received {done.received.new} new, {done.received.known} known before; {states}; answers: {sent}", style="bold"
    )


def show_finding(finding: Finding) -> None:
    """One line for a part that was looked at, more where it has several faults."""
    mark = Text(" ok ", "bold green") if finding.exit_code == 0 else Text("FAIL", "bold red")
    lines = finding.says.splitlines()
    console().print(mark, Text(f"{finding.part:14}", "bold"), Text(lines[0]), soft_wrap=True)
    for line in lines[1:]:
        console().print(Text(" " * 20 + line), soft_wrap=True)


def show_registrations(listed: Sequence[Listed], programme: Programme) -> None:
    """The register as a table, in the programme's order of tables; times are local, addresses need a wide terminal."""
    out = console()
    if not listed:
        out.print("No registrations yet.")
        return
    order = {table: number for number, table in enumerate(programme.table_ids)}
    wide = out.width >= _WIDE
    zone = ZoneInfo(programme.timezone)
    table = Table(title=programme.name, title_justify="left")
    for heading in ("id", "table", "organisation", "participant", "status", "since", *(["address"] if wide else [])):
        known = heading in {"id", "table", "status", "since"}
        table.add_column(heading, overflow="fold", no_wrap=known)
    for one in sorted(listed, key=lambda one: order.get(one.table, len(order))):
        since = one.since.astimezone(zone)
        table.add_row(
            str(one.id),
            one.table,
            Text(plain(one.organisation)),
            Text(plain(one.participant)),
            Text(one.status.value, _STATUS[one.status.value]),
            since.strftime("%Y-%m-%d %H:%M" if wide else "%Y-%m-%d"),
            *([Text(plain(one.address))] if wide else []),
        )
    out.print(table)


def show_story(listed: Listed, happened: Sequence[Happened]) -> None:
    """A registration and all that happened to it: what, who asked, by which rule, on what evidence."""
    out = console()
    out.print(Text(plain(f"{listed.participant} ({listed.organisation}), {listed.table}: {listed.status}"), "bold"))
    for one in happened:
        asked_by = plain(str(one.evidence.get("asked_by", "")))
        out.print(Text(f"{one.at:%Y-%m-%d %H:%M}  {one.what} ({one.rule}), message {one.message}, asked by {asked_by}"))
        if one.evidence.get("from"):
            out.print(Text(plain(f"    from {one.evidence['from']} to {one.evidence.get('into', '')}")))
        for span in one.evidence.get("spans", ()):
            out.print(Text(plain(f"    {span['field']}: {span['value']} ({span['source']}: “{span['text']}”)")))
        if one.evidence.get("not_told"):
            out.print(Text(f"    not told: {one.evidence['not_told']}"))


def held_json(listed: Sequence[Held]) -> str:
    """A JSON list of what is held: number, sender, subject, since when, why, and what was read."""
    return json.dumps(
        [
            {
                "id": one.number,
                "sender": one.sender,
                "subject": one.subject,
                "received": one.received_at.isoformat(timespec="seconds"),
                "why": one.why,
                "rule": one.rule,
                "reading": one.reading,
            }
            for one in listed
        ],
        ensure_ascii=False,
        indent=1,
    )


def show_held(listed: Sequence[Held], questions: Sequence[int] = ()) -> None:
    """What is held, as a table, and the words to decide it; the numbers of handled mails with an open question."""
    out = console()
    if listed:
        _show_held(out, listed)
    else:
        out.print("Nothing is held.")
    if questions:
        numbers = ", ".join(map(str, questions))
        out.print(f"Handled, with a question that staff answer themselves: {numbers}", soft_wrap=True)
        out.print("Look: mailworker show ID    When it is answered: mailworker dismiss ID")


def _show_held(out: Console, listed: Sequence[Held]) -> None:
    table = Table("id", "received (UTC)", "sender", "subject", "why")
    for one in listed:
        received = one.received_at.strftime("%Y-%m-%d %H:%M")
        table.add_row(str(one.number), received, *(Text(plain(cell)) for cell in (one.sender, one.subject, one.why)))
    out.print(table)
    out.print("Look: mailworker show ID    Decide: mailworker release ID | decline ID REASON | dismiss ID")


def outbox_json(listed: Sequence[Owed]) -> str:
    """A JSON list of the notices that were not sent."""
    return json.dumps(
        [
            {
                "id": one.id,
                "kind": one.kind,
                "recipient": one.recipient,
                "state": one.state.value,
                "owed": one.owed_at.isoformat(timespec="seconds"),
                "due": one.due_at.isoformat(timespec="seconds"),
                "attempts": one.attempts,
                "answer": one.answer,
            }
            for one in listed
        ],
        ensure_ascii=False,
        indent=1,
    )


def show_outbox(listed: Sequence[Owed], counts: Mapping[NoticeState, int]) -> None:
    """What is not sent, as a table, and how many are in each state."""
    out = console()
    if listed:
        table = Table("id", "kind", "recipient", "state", "owed (UTC)", "attempts", "last answer")
        for one in listed:
            owed = one.owed_at.strftime("%Y-%m-%d %H:%M")
            cells = (str(one.id), one.kind, one.recipient, one.state.value, owed, str(one.attempts), one.answer)
            table.add_row(*(Text(plain(cell)) for cell in cells))
        out.print(table)
    out.print(", ".join(f"{number} {state}" for state, number in counts.items() if number) or "Nothing was ever owed.")


def show_outcome(state: str, why: str, rule: str, error: str) -> None:
    """What became of a message."""
    out = console()
    out.print(Text.assemble(("state  ", "bold"), f"{state}: {plain(why)}" + (f" [{plain(rule)}]" if rule else "")))
    if error:
        out.print(Text.assemble(("error  ", "bold"), plain(error)))


def show_understanding(understood: Understanding, file: Path | str) -> None:
    """The mail with its spans labelled and the evidence marked, and what we would do with it in a sentence."""
    out = console()
    inbound, reading = understood.inbound, understood.reading
    out.rule(Text(plain(str(file)), "bold"), align="left")
    sender = f"{inbound.sender.name} <{inbound.sender.address}>" if inbound.sender else "(nobody)"
    out.print(Text.assemble(("From     ", "bright_black"), marked(plain(sender), reading, Source.FROM)))
    out.print(Text.assemble(("Subject  ", "bright_black"), marked(plain(inbound.subject), reading, Source.SUBJECT)))
    out.print(marked_body(understood.body, reading))
    out.print(verdict(reading))
    for request in reading.requests:
        out.print(Text("  " + request_sentence(request)))
    if reading.near:
        out.print(Text(plain(f"  the organisation is new; nearest known: {', '.join(reading.near)}")))
    if reading.question:
        out.print(Text("  the mail also asks something that only staff can answer"))
    for evidence in reading.evidence:
        style = _FIELDS.get(evidence.field, "bold")
        said = Text.assemble(
            f"  {evidence.field}: ", (plain(evidence.value), style), f" from {evidence.source.value}: ",
            (f"“{plain(evidence.text)}”", "italic"), f" ({evidence.certainty:.0%} sure)",
        )  # fmt: skip
        out.print(said)
    out.print()


def verdict(reading: Reading) -> Text:
    """The outcome in a sentence, and why."""
    style, says = _OUTCOMES[reading.outcome]
    missing = f" ({', '.join(reading.missing)})" if reading.missing else ""
    rule = f" [{reading.rule}]" if reading.rule else ""
    return Text.assemble((f"{reading.outcome}: {says}{missing}", f"bold {style}"), f" - {plain(reading.why)}{rule}")


def request_sentence(request: Request) -> str:
    """A request in words: who, for which organisation, at which tables."""
    who = request.participant or "(participant?)"
    organisation = request.organisation or "(organisation?)"
    tables = ", ".join(request.tables) or "(tables?)"
    match request.action:
        case Action.REGISTER:
            says = f"register {who} of {organisation} for {tables}"
        case Action.CANCEL:
            says = f"cancel {who} of {organisation} for {tables}"
        case Action.REPLACE:
            says = f"replace {who} of {organisation} by {request.replacement or '(newcomer?)'} for {tables}"
    return plain(says)


def marked(words: str, reading: Reading, source: Source) -> Text:
    """A header's words with the evidence in them marked."""
    text = Text(words)
    for evidence in reading.evidence:
        if evidence.source is source and evidence.text:
            text.highlight_words([evidence.text], _FIELDS.get(evidence.field, "bold"))
    return text


def marked_body(body: Body, reading: Reading) -> Text:
    """The text of a mail: what is not the sender's own is dim and labelled, and evidence is marked where it stands."""
    whole = Text(plain(body.text))
    for span in body.spans:
        whole.stylize(_LABELS[span.label], span.start, span.end)
    for evidence in _within(body, reading):
        whole.stylize(_FIELDS.get(evidence.field, "bold") + " underline", evidence.start, evidence.end)
    lines = Text()
    for span in body.spans:
        label = "" if span.label is Label.OWN else span.label.value
        for line in whole[span.start : span.end].split("\n", allow_blank=False):
            lines.append(f"{label:>13} │ ", "bright_black").append_text(line).append("\n")
    lines.rstrip()
    return lines


def _within(body: Body, reading: Reading) -> list[Evidence]:
    """The evidence whose span is one of this text."""
    inside = {Source.OWN, Source.SIGNATURE}
    return [e for e in reading.evidence if e.source in inside and body.text[e.start : e.end] == e.text]
