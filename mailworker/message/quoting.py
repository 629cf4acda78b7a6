"""Where somebody else's mail begins within a mail: the lines that mail programs put above what they quote.

Dutch, French, English and German; Outlook, Exchange, Gmail, Apple Mail, Thunderbird, Notes, Samsung, Zimbra,
Roundcube and their kin. Everything works on a few lines at a time: a pattern over the whole text would take quadratic
time on hostile mail.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from mailworker.message.body import Label

_LONGEST_LINE = 500
_MARKS = re.compile(r"^[>\s*_|]+|[\s*_]+$")

# After "schreef" comes a name; these words tell a sentence of the sender's from it.
_NO_SENTENCE = r"(?!.{0,120}\b(?:ik|wij|we|zich|mij|me|ons|hem|haar|dat|om\s(?!\d)|ich|wir|sich|mich|dass)\b)"
_ATTRIBUTION = re.compile(
    rf"""(?:
      op\s.{{3,150}}?\bschreef\b{_NO_SENTENCE}.{{0,250}}
    | op\s.{{3,150}}?\bheeft\b.{{0,250}}\bgeschreven
    | .{{1,250}}?\bschreef\b{_NO_SENTENCE}.{{0,120}}
    | .{{1,250}}\bheeft\sop\s.{{3,100}}\bgeschreven
    | on\s.{{3,300}}(?<!\bi)(?<!\bwe)\swrote
    | at\s.{{3,200}}\swrote
    | .{{1,250}}(?<!\bi)(?<!\bwe)\swrote(?:\son\s.{{3,100}}|\sat\s.{{3,100}})?
    | le\s.{{3,300}}\ba\s[eé]crit
    | .{{1,250}}\ba\s[eé]crit(?:\sle\s.{{3,100}})?
    | am\s.{{3,250}}?\bschrieb\b{_NO_SENTENCE}.{{0,200}}
    | .{{1,250}}?\bschrieb\b{_NO_SENTENCE}.{{0,120}}
    | .{{1,250}}\bhat\sam\s.{{3,100}}\bgeschrieben
    | el\s.{{3,250}}\bescribi[oó]
    | il\s.{{3,250}}\bha\sscritto
    | (?:quoting|zitat\svon|citaat\svan|citeren)\s.{{3,250}}
    )\s?:""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDS_WITHOUT_COLON = re.compile(r"(?:>|\b(?:schreef|geschreven|wrote|[ée]crit|schrieb))\s*$", re.IGNORECASE)
_GROUPWISE = re.compile(r">>>\s.{3,200}\d.{0,40}>>>\s*")
_ATTRIBUTION_VERB = re.compile(
    r"\b(?:schreef|geschreven|heeft|wrote|a\s[eé]crit|[eé]crit|schrieb|geschrieben|escribi[oó]|scritto)\b",
    re.IGNORECASE,
)
_OPENER = re.compile(r"(?:op|on|at|le|am|el|il)\s.*\d|(?:quoting|zitat\svon|citaat\svan|citeren)\s", re.IGNORECASE)

_ORIGINAL = re.compile(
    r"[-_=>*\s]*(?:oorspronkelijke?\s(?:bericht|e-?mail)|origine(?:el|le)\s(?:bericht|e-?mail)"
    r"|original\s(?:message|mail|e-?mail|appointment)|(?:message|e-?mail|courriel)\sd['’]origine|message\s(?:initial"
    r"|original)"
    r"|urspr[üu]ngliche\s(?:nachricht|mail|e-?mail)|original-?nachricht|oorspronkelijke\safspraak|beantwoord\sbericht"
    r"|replied\smessage)[-_=>*:\s]*",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"[-_=>*\s]*(?:(?:begin\s)?doorgestuurde?\s(?:bericht|e-?mail)|(?:begin\s)?forwarded\s(?:message|mail|e-?mail)"
    r"|(?:d[ée]but\sdu\s)?(?:message|courriel|e-?mail)\s(?:transf[ée]r[ée]|r[ée]exp[ée]di[ée]|transmis)"
    r"|(?:anfang\sder\s)?weitergeleitete(?:n)?\s(?:nachricht|mail|e-?mail)"
    r"|(?:doorgestuurd|doorgezonden|forwarded|transf[ée]r[ée]|weitergeleitet)\s(?:door|by|par"
    r"|von)\b.{0,120}?)[-_=>*:\s]*",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*(?:[_=\u2014\u2013\u2500-]\s?){5,}\s*")
_DASHED = re.compile(
    r"[>*\s]*[-_=]{2,}|.*[-_=]{2,}[>*\s]*$|[>*\s]*(?:begin|d[ée]but|anfang)\s.*:[*\s]*$", re.IGNORECASE
)

_FORWARD_PREFIX = re.compile(
    r"\s*(?:(?:\[[^\]]{1,30}\]|extern:?|ext:)\s*)*(?:fwd?|doorst|doorgest|tr|wg|i|vs|rv|enc)\s?:", re.IGNORECASE
)
_REPLY_PREFIX = re.compile(
    r"\s*(?:(?:\[[^\]]{1,30}\]|extern:?|ext:)\s*)*(?:re|antw?|aw|r[ée]f|betr|sv|res|rif)\s?(?:\[\d+\])?\s?:",
    re.IGNORECASE,
)


class _Field(Enum):
    FROM = auto()
    SENT = auto()
    TO = auto()
    COPY = auto()
    SUBJECT = auto()
    OTHER = auto()


_FIELD_NAMES = {
    _Field.FROM: "van from de von afzender expéditeur absender da",
    _Field.SENT: "verzonden sent envoyé gesendet datum date verstuurd verzonden_op envoyé_le date_d'envoi data inviato",
    _Field.TO: "aan to à an destinataire empfänger geadresseerde pour a",
    _Field.COPY: "cc kopie copie kopie_(cc) bcc cci",
    _Field.SUBJECT: "onderwerp subject objet betreff sujet oggetto",
    _Field.OTHER: "urgentie prioriteit importance bijlagen attachments pièces_jointes anlagen antwoord_naar reply-to"
    " answer_to répondre_à wanneer when locatie",
}
_FIELD_OF = {name.replace("_", " "): kind for kind, names in _FIELD_NAMES.items() for name in names.split()}
_FIELD_LINE = re.compile(
    r"[>\s*_|]{0,20}([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ' ()-]{0,20}?)[*_]{0,2}\s{0,12}[*_]{0,2}:[*_]{0,2}(?:\s+|$)(.*)", re.DOTALL
)
_ANY_FIELD = re.compile(r"[>\s*]{0,10}([^\W\d_][^\W\d_ .'-]{0,18})[*]{0,2}\s?:[*]{0,2}\s+(\S.*)")
_FORM_FIELD = re.compile(r"(?:e-?mail|mail|tel|gsm|naam|name|nom|adres|organi|contact|web|site)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:20)?\d\d\b")
_SENTENCE_END = re.compile(r"[^\W\d][.!?]$")
_TIME = re.compile(r"\d{1,2}\s?[:.uh]\s?\d{2}")
_ONE_LINE_BLOCK = re.compile(
    r"\s*\*?(?:van|from|de|von)\*?\s?:.{3,200}?\b(?:verzonden|sent|envoy[ée]|gesendet|datum|date)\*?\s?:.{5,120}?"
    r"\b(?:aan|to|[àa]|an|onderwerp|subject|objet|betreff)\*?\s?:",
    re.IGNORECASE,
)


class Style(Enum):
    """How the quoted text under a header is set off."""

    MARKED = auto()
    """Each line may be marked; other lines are then the sender's own again."""
    ONLY_MARKED = auto()
    """It announces a quote only if the lines under it are marked."""
    REST = auto()
    """All that follows is quoted."""


@dataclass(frozen=True, slots=True)
class QuoteHeader:
    """The lines [start, end) that announce a quote."""

    start: int
    end: int
    label: Label
    style: Style


def is_forward(subject: str) -> bool:
    """Whether the subject says that the mail passes on another one."""
    return _FORWARD_PREFIX.match(subject) is not None


def is_reply(subject: str) -> bool:
    """Whether the subject says that the mail answers another one."""
    return _REPLY_PREFIX.match(subject) is not None


def header_at(lines: Sequence[str], at: int, *, forward: bool, reply: bool) -> QuoteHeader | None:
    """The quote header that starts at that line, if one does; `forward` and `reply` are what the headers say."""
    line = lines[at][:_LONGEST_LINE]
    if not line or line.isspace():
        return None
    if (attribution := _attribution(lines, at)) is not None:
        return attribution
    plain = Label.FORWARD if forward else Label.QUOTE
    if _FORWARDED.fullmatch(line) and (_DASHED.match(line) or _block_end(lines, _next_text(lines, at + 1))):
        return QuoteHeader(at, at + 1, Label.FORWARD, Style.REST)
    if _ORIGINAL.fullmatch(line) and (_DASHED.match(line) or _block_end(lines, _next_text(lines, at + 1))):
        return QuoteHeader(at, at + 1, plain, Style.REST)
    if _RULE.fullmatch(line):
        following = _next_text(lines, at + 1)
        if _block_end(lines, following) or (
            following < len(lines) and (_ORIGINAL.fullmatch(lines[following]) or _FORWARDED.fullmatch(lines[following]))
        ):
            return QuoteHeader(at, following, plain, Style.REST)
        return None
    if end := _block_end(lines, at) or ((forward or reply) and _foreign_block_end(lines, at)):
        return QuoteHeader(at, end, plain, Style.REST)
    return None


def _next_text(lines: Sequence[str], at: int) -> int:
    """The next line with text on it, at most two blank ones further on."""
    for number in range(at, min(at + 3, len(lines))):
        if lines[number].strip():
            return number
    return len(lines)


def _attribution(lines: Sequence[str], at: int) -> QuoteHeader | None:
    """ "Op ... schreef ...:", which programs wrap over up to four lines."""
    if _GROUPWISE.fullmatch(lines[at][:_LONGEST_LINE]):
        return QuoteHeader(at, at + 1, Label.QUOTE, Style.MARKED)
    first = _MARKS.sub("", lines[at][:_LONGEST_LINE])
    if not (_OPENER.match(first) or _ATTRIBUTION_VERB.search(first)):
        return None
    joined = ""
    for number in range(at, min(at + 4, len(lines))):
        piece = _MARKS.sub("", lines[number][:_LONGEST_LINE])
        joined = f"{joined} {piece}" if joined else piece
        if not piece or len(joined) > _LONGEST_LINE or _SENTENCE_END.search(piece):
            return None
        if piece.endswith(":"):
            if not _ATTRIBUTION.fullmatch(joined):
                return None
            exact = "@" in joined or _TIME.search(joined) is not None
            return QuoteHeader(at, number + 1, Label.QUOTE, Style.MARKED if exact else Style.ONLY_MARKED)
        following = _next_text(lines, number + 1)
        marked = following < len(lines) and lines[following].lstrip().startswith(">")
        if marked and _ENDS_WITHOUT_COLON.search(piece) and _ATTRIBUTION.fullmatch(f"{joined}:"):
            return QuoteHeader(at, number + 1, Label.QUOTE, Style.ONLY_MARKED)
    return None


def _block_end(lines: Sequence[str], at: int) -> int:
    """The line after a block of From, Sent, To and Subject, or 0: a form with such words in it is no header."""
    if at >= len(lines):
        return 0
    if _ONE_LINE_BLOCK.match(lines[at][:_LONGEST_LINE]):
        return at + 1
    found: dict[_Field, str] = {}
    end = number = at
    slack = 0
    while number < min(at + 24, len(lines)):
        line = lines[number][:_LONGEST_LINE]
        kind, value = _field(line)
        if kind is None:
            slack += 1
            if number == at or slack > (3 if len(found) < 4 else 1):
                break
            if found and not line.strip() and _Field.SUBJECT in found:
                break
        else:
            slack = 0
            found.setdefault(kind, value)
            if not value.strip() and number + 1 < len(lines):
                found[kind] = lines[number + 1][:_LONGEST_LINE]
            end = number + 1
        number += 1
    known = {_Field.SENT, _Field.TO, _Field.SUBJECT} & found.keys()
    if _Field.FROM not in found or len(known) < 2:
        return 0
    genuine = _TIME.search(found.get(_Field.SENT, "")) or any(
        "@" in found.get(kind, "") for kind in (_Field.FROM, _Field.TO)
    )
    return end if genuine else 0


def _foreign_block_end(lines: Sequence[str], at: int) -> int:
    """The line after such a block in a language that is not known here, or 0; only asked of replies and forwards."""
    values: list[str] = []
    for line in lines[at : at + 8]:
        field = _ANY_FIELD.match(line[:_LONGEST_LINE])
        if field is None or _FORM_FIELD.match(field[1]):
            break
        values.append(field[2])
    if (
        len(values) < 3
        or "@" not in values[0]
        or (at > 0 and lines[at - 1].strip() and not _RULE.fullmatch(lines[at - 1]))
    ):
        return 0
    dated = any(_TIME.search(value) and _YEAR.search(value) for value in values[1:4])
    return at + len(values) if dated else 0


def _field(line: str) -> tuple[_Field | None, str]:
    match = _FIELD_LINE.match(line)
    if match is None:
        return None, ""
    return _FIELD_OF.get(match[1].strip().lower()), match[2]
