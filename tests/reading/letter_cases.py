"""Short mails with what a careful clerk reads in them, from tests/reading/letters.

In a .txt file a case begins with "=== outcome [missing ...] | request | request ... [| q]", a request being
"action; participant[>replacement]; organisation; tables"; then From, Subject, a blank line and the text.

In a .tsv file a case is a line: what is read, a tab, and the one sentence that Els Maes of Aquafin writes. "R", "C"
and "P" are register, cancel and replace: "R Jan Peeters: grondwater + C An Sels: hemelwater". Behind a "|" may stand
"accept" with other outcomes that are just as good.
"""

from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

LETTERS = Path(__file__).parent / "letters"
_ACTIONS = {"R": "register", "C": "cancel", "P": "replace"}


@dataclass(frozen=True)
class Case:
    """One mail and its gold line, in the form of the corpus."""

    name: str
    raw: bytes
    gold: dict[str, Any]


def cases() -> list[Case]:
    """Every case of every file."""
    found = [case for path in sorted(LETTERS.glob("*.txt")) for case in cases_of(path)]
    return found + [case for path in sorted(LETTERS.glob("*.tsv")) for case in lines_of(path)]


def cases_of(path: Path) -> list[Case]:
    """The cases of a .txt file, in order."""
    found = []
    for number, block in enumerate(path.read_text("utf-8").split("=== ")[1:], 1):
        first, _, mail = block.partition("\n")
        found.append(_case(f"{path.stem}-{number:03}", first, mail))
    return found


def lines_of(path: Path) -> list[Case]:
    """The cases of a .tsv file, in order."""
    found = []
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for number, line in enumerate(lines, 1):
        what, _, sentence = line.partition("\t")
        sentence, _, more = sentence.partition("|")
        name = f"{path.stem}-{number:03}"
        text = sentence.replace("\\n", "\n").replace("\\t", "\t")
        mail = (
            "From: Els Maes <els.maes@aquafin.be>\nSubject: bericht\n\n"
            f"Beste,\n\n{text}\n\nMet vriendelijke groeten\nEls Maes\nAquafin\n"
        )
        if what[:2] in ("R ", "C ", "P "):
            first = "handle | " + " | ".join(_short(piece.strip()) for piece in what.split(" + "))
        else:
            first = what
        found.append(_case(name, f"{first} | {more}" if more else first, mail))
    return found


def _short(piece: str) -> str:
    people, _, tables = piece[2:].partition(":")
    return f"{_ACTIONS[piece[0]]}; {people}; Aquafin; {tables}"


def _case(name: str, first: str, mail: str) -> Case:
    head, *rest = [piece.strip() for piece in first.split("|")]
    outcome, *missing = head.split()
    gold = {
        "file": f"mails/{name}.eml",
        "outcome": outcome,
        "requests": [_request(piece) for piece in rest if piece != "q" and not piece.startswith("accept ")],
        "missing": missing,
        "question": "q" in rest,
        "accept": [word for piece in rest if piece.startswith("accept ") for word in piece.split()[1:]],
    }
    return Case(name, _raw(name, mail), gold)


def _request(piece: str) -> dict[str, Any]:
    action, people, organisation, tables = [part.strip() for part in piece.split(";")]
    leaver, replaces, newcomer = people.partition(">")
    request: dict[str, Any] = {
        "action": action,
        "participant": leaver.strip() or None,
        "organisation": organisation or None,
        "tables": tables.split(),
    }
    if replaces:
        request["replacement"] = newcomer.strip() or None
    return request


def _raw(name: str, mail: str) -> bytes:
    headers, _, text = mail.partition("\n\n")
    message = EmailMessage()
    for line in headers.split("\n"):
        header, _, value = line.partition(":")
        message[header.strip()] = value.strip()
    message["To"] = "toezichtdrinkwater@vmm.be"
    message["Message-ID"] = f"<{name}@cases.test>"
    message["Date"] = "Thu, 01 Jul 2021 10:00:00 +0200"
    if message["Subject"].startswith(("Re:", "RE:")):
        message["In-Reply-To"] = "<earlier@cases.test>"
    message.set_content(text)
    return bytes(message)
