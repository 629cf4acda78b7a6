"""Organisations that no configuration knows: by their kind, their legal form, a cue, or the sender's own mail domain."""

import re

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.who.names import NOT_NAMES
from mailworker.reading.who.person_names import is_first_name
from mailworker.reading.whose.known_organisations import identity_of_word
from mailworker.reading.whose.organisation_kinds import (
    COMPOUND,
    ENDING_KIND,
    INNER,
    KIND,
    LEGAL_AFTER,
    LEGAL_ANYWHERE,
    NAME_PARTS,
    NEVER_INSIDE,
)
from mailworker.reading.whose.organisation_names import (
    RUN,
    adjectives,
    name_end,
    name_start,
    trim,
    whole_name,
    with_article,
)

_BEHIND_A_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’-]+ (?:[A-ZÀ-Þ][\w'’-]+ )?van (?=[A-ZÀ-Þ])")


def _compound_spans(text: str, folded: str) -> list[tuple[int, int]]:
    """Names that are one word with their kind, or end with it: 'Zuidijzerpolder', 'Vlaams Agrarisch Centrum'."""
    spans = []
    for match in ENDING_KIND.finditer(text):
        start = match.start()
        words = match.group().split()
        while len(words) > 1 and (fold(words[0]) in NEVER_INSIDE or (fold(words[0]) in NOT_NAMES - NAME_PARTS)):
            start += len(words[0]) + 1
            words.pop(0)
        if behind := _BEHIND_A_PERSON.match(text[start : match.end()]):
            # "Ann Peeters van Aqua Consult": the name begins behind the person.
            start += behind.end()
            words = text[start : match.end()].split()
        if len(words) > 1 and not is_first_name(words[0]):
            spans.append((start, match.end()))
    return spans + [
        m.span()
        for m in COMPOUND.finditer(text)
        if not is_first_name(m.group().split()[0])
        and (m.start() > 0 or " " in text[: m.end() + 1].strip() or len(text) < 60)
    ]


def _labelled_spans(text: str, label: str) -> list[tuple[int, int]]:
    """Capital words that the sender's mail domain repeats: 'IGEMOL' in a mail from igemol.be."""
    if len(label) < 3:
        return []
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\W_][\w'’&+-]*", text)]
    spans = []
    for first in range(len(words)):
        if not text[words[first][0]].isupper():
            word = text[words[first][0] : words[first][1]]
            if len(label) > 3 and fold(word) == label and label not in NOT_NAMES:
                spans.append(words[first])
            continue
        joined = ""
        for last in range(first, min(first + 5, len(words))):
            joined += identity_of_word(text[words[last][0] : words[last][1]])
            if joined == label or (len(label) >= 6 and joined.startswith(label) and last == first):
                spans.append((words[first][0], whole_name(text, words, last)))
                break
            if not label.startswith(joined):
                break
    return spans


_CUED = re.compile(
    r"\b"
    + any_of(r"""
namens | vanuit | in naam van | op naam van | uit naam van | ik vertegenwoordig | vertegenwoordigt
vertegenwoordig er | werk(?:zaam)? (?:bij|voor) | actief bij | in dienst (?:bij|van) | zit bij | kom van
organisatie is | bedrijf heet
(?:bureau|bedrijf|organisatie|vereniging|firma) (?:heet|is|genaamd)
(?:onze|mijn) (?:opdrachtgever|klant|client|moedervereniging|koepel)
(?:ons|onze|mijn) [a-z]*(?:bedrijf|houderij|erij|hoeve|zaak|bureau|kring|club|groep|boerderij) (?:heet|noemt)
on behalf of | i represent | representing | i work (?:for|at) | au nom de | je represente
je travaille (?:chez|pour) | afgevaardigde van | vertegenwoordiger van | vertegenwoordiging van
zaakvoerder van | zaakvoerster van | directeur van | bestuurder van | medewerker van | medewerker bij
bestuurslid van | voorzitter van | secretaris van
""")
    + r"\s+(?:"
    + any_of(r"""
de | het | ons | onze | mijn | the | la | le | firma | bedrijf | bureau | studiebureau | vereniging
organisatie | werkgever
""")
    + r"\s+){0,3}[\"'(]?"
)


def _cued_spans(text: str, folded: str) -> list[tuple[int, int]]:
    """Names after words that only an organisation follows: 'namens Waterwijs'."""
    spans: list[tuple[int, int]] = []
    for match in _CUED.finditer(folded):
        run = RUN.match(text, match.end())
        if run is None:
            continue
        words = run.group().split()
        start = with_article(text, run.start())
        while words and fold(words[-1]) in INNER:
            words.pop()
        if not words or fold(words[0]).strip(".") in NOT_NAMES - NAME_PARTS:
            continue
        if is_first_name(words[0]) and len(words) >= 2 and fold(words[1]) not in ("en", "&"):
            continue
        spans.append((start, run.start() + len(" ".join(words))))
    return spans


def unknown_in(text: str, folded: str, label: str) -> list[tuple[int, int]]:
    """Where a text names an organisation by its kind, its form, a cue or the sender's mail domain."""
    return [
        *_unknown_spans(text, folded, label),
        *_compound_spans(text, folded),
        *_cued_spans(text, folded),
        *_labelled_spans(text, label),
    ]


def _unknown_spans(text: str, folded: str, label: str) -> list[tuple[int, int]]:
    """Where the text names an organisation of a known kind or with a legal form: 'Polder van Vliet en Zegge'."""
    spans: list[tuple[int, int]] = []
    for match in KIND.finditer(folded):
        if (spans and match.start() < spans[-1][1]) or is_first_name(match.group()):
            continue
        end = name_end(text, folded, match.end())
        if end is None and len(label) > 3 and folded.startswith(f" {label}", match.end()):
            # "gemeente zottebeke", in a mail from zottebeke.be
            end = match.end() + 1 + len(label)
        if end is None:
            continue
        start = adjectives(text, match.start())
        capital = text[start].isupper()
        with_form = LEGAL_AFTER.match(folded[end:]) is not None and match.group().endswith("erij")
        if not capital and (with_form or match.group() in ("vzw", "nv", "bv", "bvba", "cvba", "firma", "bedrijf")):
            start += len(text[match.end() : end]) - len(text[match.end() : end].lstrip()) + len(match.group())
        spans.append((start, end))
    for match in LEGAL_ANYWHERE.finditer(folded):
        first = name_start(text, folded, match.start())
        if (
            first is not None
            and (behind := _BEHIND_A_PERSON.match(text, first))
            and is_first_name(behind.group().split()[0])
        ):
            first = behind.end()
        if first is not None and not any(a < match.end() and first < b for a, b in spans):
            spans.append((first, match.start()))
    return [(s, trim(text, s, e)) for s, e in spans if e > s]
