"""The organisation of a signature, and what a mail domain says of the sender's own."""

import re
from collections.abc import Sequence

from mailworker.domain.organisation import Directory, identity
from mailworker.reading.folding import fold
from mailworker.reading.who.person_names import is_first_name
from mailworker.reading.whose.affiliation import Affiliation, Cue
from mailworker.reading.whose.known_organisations import numbered_in
from mailworker.reading.whose.organisation_names import shown_name
from mailworker.reading.whose.organisations import find_organisations


def domain_label(domain: str, directory: Directory) -> str:
    """The sender's own part of a mail domain, "" where the domain is shared: 'hazelbeke' of hazelbeke.be."""
    labels = domain.lower().split(".")
    if any(".".join(labels[number:]) in directory.shared_domains for number in range(len(labels))):
        return ""
    if directory.of_domain(domain) is not None:
        return ""
    own = labels[-2] if len(labels) > 1 else labels[0]
    return re.sub(r"[^a-z0-9]", "", fold(own))


def signature_organisation(lines: Sequence[str], directory: Directory, domain: str) -> Affiliation | None:
    """The organisation of a signature: a known one, one of a known kind, or the line that the mail domain repeats."""
    candidates = [
        a for line in lines for a in find_organisations(line, directory) if a.cue not in (Cue.DENIED, Cue.PASSING)
    ]
    numbered = next((a for line in lines for a in numbered_in(line, directory)), None)
    if numbered is not None and not any(a.known and a.name != numbered.name for a in candidates):
        # Under another spelling of its name it is the same organisation.
        return numbered
    label = domain_label(domain, directory)
    if label and (own := next((a for a in candidates if not a.known and label in identity(a.name)), None)):
        return own
    known = [a for a in candidates if a.known]
    of_domain = directory.of_domain(domain)
    if of_domain is not None and (own := next((a for a in known if a.name == of_domain.name), None)):
        return own
    return next(iter(known or candidates), None) or _line_of_domain(lines, label)


_NO_PIECE = re.compile(r"@|www\.|https?:|\.(?:be|com|eu|org|nl)\b")


def _line_of_domain(lines: Sequence[str], label: str) -> Affiliation | None:
    """The piece of a line that the sender's own part of the mail domain repeats."""
    if len(label) < 3:
        return None
    for line in lines:
        for piece in re.split(r"\s*[|•·,/(]\s*|\s[-–]\s|\t", line):
            name = shown_name(piece)
            if (
                name[:1].isupper()
                and not _NO_PIECE.search(piece)
                and _repeats(identity(name), label)
                and not is_first_name(name)
            ):
                return Affiliation(name, 0, len(piece), False, Cue.BELONGS, 0.8)
    return None


def _repeats(key: str, label: str) -> bool:
    """Whether a name and the sender's own part of the domain are one, or begin alike."""
    if key == label:
        return len(key) <= 50
    return min(len(key), len(label)) >= 5 and len(key) <= 50 and (key.startswith(label) or label.startswith(key))
