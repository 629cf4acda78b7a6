"""The conversations of the corpus, each through a real mailbox and submission server, with its expected register."""

import email
import json
from pathlib import Path

import pytest

from tests.stories.conftest import Day

FOLDER = Path(__file__).parent.parent / "mails" / "corpus" / "conversations"
PLACEHOLDER = b"<REPLY-TO-LAST-MAIL-FROM-US>"


def in_thread(raw: bytes, day: Day) -> bytes:
    """A mail that answers us carries the Message-ID of our last mail to its sender."""
    if PLACEHOLDER not in raw:
        return raw
    sender = email.utils.parseaddr(str(email.message_from_bytes(raw)["From"]))[1]
    return raw.replace(PLACEHOLDER, day.last_id_to(sender).encode())


@pytest.mark.parametrize("name", sorted(folder.name for folder in FOLDER.iterdir()))
def test_a_conversation_ends_with_the_expected_register(day: Day, name: str) -> None:
    for path in sorted((FOLDER / name).glob("*.eml")):
        day.arrives(in_thread(path.read_bytes(), day))
    expected = json.loads((FOLDER / name / "expected.json").read_text("utf-8"))["registrations"]
    assert sorted(day.register) == sorted(
        (r["participant"], r["organisation"], r["table"], r["status"]) for r in expected
    )
