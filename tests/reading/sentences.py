"""Sentences as the readers see them, for tests of one reader at a time."""

from email.message import EmailMessage
from functools import cache

from mailworker.message import inbound
from mailworker.message.body import read_body
from mailworker.reading.context import Context, context_of
from mailworker.reading.understand import Knowledge
from tests import accuracy


@cache
def _knowledge() -> Knowledge:
    return accuracy.knowledge()


def context_with(text: str) -> Context:
    """What is found in a mail of Els Maes of Aquafin with these sentences."""
    message = EmailMessage()
    message["From"], message["To"] = "Els Maes <els.maes@aquafin.be>", "toezichtdrinkwater@vmm.be"
    message["Subject"] = "bericht"
    message.set_content(f"Beste,\n\n{text}\n\nMet vriendelijke groeten\nEls Maes\nAquafin\n")
    parsed = inbound.parse(bytes(message))
    knowledge = _knowledge()
    return context_of(parsed, read_body(parsed), knowledge.programme, knowledge.directory)
