"""Mail addresses in a text, and the one that stands behind a name."""

import re

from mailworker.reading.who.person_names import Person

ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")


def address_beside(text: str, person: Person) -> str | None:
    """The mail address that stands right behind a name: 'Hilde Aerts (hilde.aerts@vito.be)'."""
    match = re.match(r"[\s(<\[,;:|/–-]{1,6}(?:mailto:)?", text[person.end : person.end + 10])
    begin = person.end + (match.end() if match else 0)
    found = ADDRESS.match(text, begin)
    return found.group() if found and match else None


def addresses(text: str) -> list[str]:
    """Every mail address in a text."""
    return ADDRESS.findall(text[:5000])
