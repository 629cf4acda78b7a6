"""For which organisation a mail speaks by what stands outside its sentences: signature, From header, mail domain."""

from mailworker.domain.request import Evidence, Source
from mailworker.reading.context import Context
from mailworker.reading.whose.organisations import find_organisations
from mailworker.reading.whose.signed_organisations import signature_organisation
from mailworker.reading.whose.slots import under_a_name
from mailworker.reading.whose.speaking_for import Speaker, evidence_of


def in_signature(context: Context) -> Speaker | None:
    sender = context.inbound.sender
    domain = sender.domain if sender is not None else ""
    lines = [unit.text for unit in context.letter.closing[:12]]
    found = signature_organisation(lines, context.directory, domain)
    if found is None or (found.name in context.organiser and not domain.endswith(_organiser_domains(context))):
        return None
    for unit in context.letter.closing[:12]:
        for affiliation in find_organisations(unit.text, context.directory):
            if affiliation.name == found.name:
                return Speaker(
                    found.name,
                    found.known,
                    evidence_of(found.name, unit, (affiliation.start, affiliation.end), Source.SIGNATURE, 0.9),
                )
    unit = next((u for u in context.letter.closing if found.name in u.text), context.letter.closing[0])
    start = max(unit.text.find(found.name), 0)
    return Speaker(
        found.name,
        found.known,
        evidence_of(found.name, unit, (start, min(len(unit.text), start + len(found.name))), Source.SIGNATURE, 0.8),
    )


def _organiser_domains(context: Context) -> tuple[str, ...]:
    return tuple(d for o in context.directory.organisations if o.name in context.organiser for d in o.domains) or (
        "\0",
    )


def in_header(context: Context) -> Speaker | None:
    """An organisation in the From display name: 'Jan Peeters (VLM)', 'Secretariaat AquaFlanders'."""
    sender = context.inbound.sender
    if sender is None:
        return None
    found = [a for a in find_organisations(sender.name, context.directory) if a.name not in context.organiser]
    if len({a.name for a in found}) != 1:
        return None
    one = found[0]
    return Speaker(
        one.name,
        one.known,
        Evidence("organisation", one.name, Source.FROM, sender.name[one.start : one.end], one.start, one.end, 0.8),
    )


def of_domain(context: Context) -> Speaker | None:
    sender = context.inbound.sender
    organisation = context.directory.of_domain(sender.domain) if sender is not None else None
    if organisation is None or sender is None:
        return None
    at = sender.address.rfind("@") + 1
    return Speaker(
        organisation.name,
        True,
        Evidence("organisation", organisation.name, Source.DOMAIN, sender.domain, at, len(sender.address), 0.9),
    )


def under_the_name(context: Context) -> Speaker | None:
    """A line of capital words under the writer's name."""
    if context.sender.name is None:
        return None
    lines = [unit.text for unit in context.letter.closing[:12]]
    name = under_a_name(lines, context.sender.name)
    if name is None:
        return None
    unit = next(u for u in context.letter.closing if name in u.text)
    start = unit.text.find(name)
    return Speaker(name, False, evidence_of(name, unit, (start, start + len(name)), Source.SIGNATURE, 0.6))
