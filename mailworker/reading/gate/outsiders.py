"""Who writes about the tables without sitting at them: press, sellers, citizens; who complains or claims a right."""

import re

from mailworker.reading.context import Context
from mailworker.reading.gate.matters import is_citizen, is_legal_request, is_outsider, is_perhaps_citizen_only
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.whose.affiliation import Cue
from mailworker.reading.wish import Doubt

INSCRIBES = re.compile(
    r"\b"
    + any_of(r"""
in ?schrij\w* | schrijf | aanmeld\w* | meld | noteer\w* | deelnem\w* | kandidaat | regist\w+ | inscri\w+
""")
    + r"\b"
)
"""Words of registering oneself or somebody."""


def outsider(context: Context) -> Doubt | None:
    """Press, students, sellers: they write about the tables without wanting to sit at them."""
    if not is_outsider(context.own + "\n" + context.subject.unit.folded):
        return None
    if any(
        one.wished and one.intent.self_strong and INSCRIBES.search(one.unit.folded) and not one.intent.asks
        for one in context.said
    ):
        return None
    return Doubt("outsider", "The mail is from the press, a student or a seller.")


_NOTICE = re.compile(
    r"\blees (?:hoe|onze|meer|ook|er)|\bprivacy(?:verklaring|beleid|policy)|\bhoe (?:wij|we) (?:\w+ ){0,3}(?:omgaan|"
    r"behandelen|verwerken)|\b(?:wij|we) (?:verwerken|behandelen)\b|\bconform de\b|\bin lijn met\b"
)
"""A footer that tells how personal data are kept."""


def legal(context: Context) -> Doubt | None:
    """Somebody asks for rights over personal data or for documents."""
    said = [one.unit.folded for one in (*context.said, context.subject)]
    if any(is_legal_request(text) and not _NOTICE.search(text) for text in said):
        return Doubt("personal data", "The mail asks about personal data or documents.")
    return None


def citizen(context: Context) -> Doubt | None:
    """A citizen writes, for no organisation."""
    if is_citizen(context.own) and not (is_perhaps_citizen_only(context.own) and _speaks_for_one(context)):
        return Doubt("citizen", "The sender writes as a citizen, for no organisation.")
    return None


def _speaks_for_one(context: Context) -> bool:
    """Whether the mail names an organisation that we know, and not as somebody else's."""
    return any(a.known and a.cue >= Cue.NAMED for one in context.said for a in one.organisations)


def complaint(context: Context) -> Doubt | None:
    """The mail complains or disputes something."""
    if any(one.intent.complaint for one in (*context.said, context.subject)):
        return Doubt("complaint", "The mail complains or disputes something.")
    return None
