"""A mail as a letter: greeting, sentences, lines of lists and forms, the name under it, and the subject.

Plain text is wrapped at some column and HTML is not; here both become the same units, each a sentence or a line of a
list, a table or a form, with the place where it stood. It knows no intent and no name.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from mailworker.domain.request import Source
from mailworker.message.body import Body, Label
from mailworker.message.inbound import Inbound
from mailworker.reading.folding import Clean, clean, fold
from mailworker.reading.labels import Field, field_of, heading_of
from mailworker.reading.phrases import any_of

MOST_CHARACTERS = 20_000
"""Of a sender's own words; nobody registers with more."""
_MOST_LINES = 400
_LONGEST_LINE = 2_000


class Kind(StrEnum):
    """What a unit is."""

    SENTENCE = "sentence"
    ITEM = "item"
    """A line of a list, or a line of its own."""
    FIELD = "field"
    """A line of a form: a known label and its value."""
    ROW = "row"
    """A row of a table; `cells` are its columns."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the mail. `start` is where it stood in the body's text (or in the subject)."""

    text: str
    folded: str
    start: int
    kind: Kind = Kind.SENTENCE
    source: Source = Source.OWN
    paragraph: int = 0
    field: Field | None = None
    cells: tuple[str, ...] = ()
    answers: Field | None = None
    """What our question just above it, in the quoted mail, asked for."""
    struck: bool = False

    def at(self, position: int) -> int:
        """Where in the source a position in `text` stood."""
        return self.start + position


@dataclass(frozen=True, slots=True)
class Letter:
    """What the sender wrote. `closing` are the lines of the name under the mail and of the signature."""

    subject: Unit
    units: tuple[Unit, ...]
    closing: tuple[Unit, ...]
    reply: bool
    forward: bool
    quoted: str
    """What is quoted or forwarded, folded; never the sender's words."""

    @property
    def own(self) -> str:
        """The folded words of the sender, without greeting and closing."""
        return "\n".join(unit.folded for unit in self.units)


_REPLY = re.compile(
    r"^\s*(?:(?:\[[^\]]{1,30}\]|extern:?|ext:)\s*)*(?:re|antw?|aw|ref|betr|sv|antwoord)\s?(?:\[\d+\])?\s?:\s*"
)
_FORWARD = re.compile(r"^\s*(?:(?:\[[^\]]{1,30}\]|extern:?|ext:)\s*)*(?:fwd?|doorst|doorgest|tr|wg)\s?:\s*")
_TOKEN = re.compile(r"\s*\[wt-[a-z0-9]{3,8}\]\s*$")

_BULLET = re.compile(r"^\s*(?:[-*•·▪‣◦●○–—>]+\s+|[-•·▪–](?=\S)|\(?\d{1,2}[).]\s+|\(?[a-e][).]\s+|o\s{2,})")
_CHECKBOX = re.compile(r"^\s*[-*•]?\s*(?:\[\s?[xv✓✔]?\s?\]|\(\s?[xv]?\s?\)|[☐☑☒✓✔✗✘□■])", re.IGNORECASE)
_COLUMNS = re.compile(r"(?<=\S)(?: {3,})(?=\S)")
_GREETING_WORD = any_of(r"""
beste | geachte | dag | hallo | hallokes | hoi | hey | hi | hello
goede?\s?(?:dag|morgen|middag|avond|namiddag) | goeie\s?(?:dag|morgen|middag|avond|n?avond)
goeden?\s?(?:dag|morgen|middag|avond) | goeiemorgen | goeiendag | dear | bonjour | bonsoir | madame | monsieur
chers? | cheres? | mevrouw | mijnheer | meneer | mijne heren | heren | dames | l\.?s\.?
good (?:morning|afternoon|day) | greetings | aan (?:de|het|wie) | to whom it may concern | liebe[r]?
sehr geehrte[r]? | guten tag | salut | yo | helaba | waarde | ter attentie van | t\.a\.v\.
""")
_GREETED = (
    r"(?:(?!\b"
    + any_of(r"""
ik | ikzelf | wij | we | hierbij | graag | namens | vanuit | mag | kan | i | i'm | je | nous | voor mij
noteer | schrijf | zet | gelieve | zal | zou | zullen | wil | wenst | is | heeft | neemt | komt | wordt | gaat
vertegenwoordigt | will | would | is
""")
    + r"\b)[^.,!?:;\n]){0,60}?"
)
_GREETING = re.compile(rf"^\s*{_GREETING_WORD}\b{_GREETED}(?:[,!:.;]+|$|\n)\s*")
_CALLED = re.compile(r"^\s*[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’-]{1,20})?\s*,\s*$")
"""Somebody called by name alone: "Veerle,"."""
_TABLE_LIKE = re.compile(r"water|audit|tafel")
_GREETING_MORE = re.compile(rf"^\s*(?:{_GREETING_WORD})\b{_GREETED}(?:[,!.:]+|$)\s*")
_CLOSING = re.compile(
    r"^\s*"
    + any_of(r"""
(?:met )?(?:de |onze )?(?:meeste |zeer |heel )?(?:vriendelijke|hartelijke|beste|warme|groene|zonnige|collegiale|\
lieve|sportieve|toffe|bijzondere|oprechte)\s(?:groet\w*|hoogachting|achting)
(?:met )?(?:bijzondere |de meeste )?(?:hoogachting|achting) | hoogachtend | m\.?v\.?g\.? | mvrgr
vr\.? ?gr\w* | [a-z]{3,14}groet(?:en|jes|je)? | groet\w* | grtn?j?s? | grtz | gr\.?
(?:alvast )?(?:bedankt|dank(?: ?(?:je|u))?(?: ?wel)?|merci|thanks?|thx)(?: (?:alvast|bij voorbaat|op voorhand|\
en groeten?|en groetjes|en vriendelijke groet\w*|in advance))?
(?:hartelijk|veel|met) dank(?: (?:voor|aan) [\w ]{3,40})?(?=\s*[,.!]?\s*$)
met (?:veel )?dank(?: en (?:vriendelijke )?groet\w*)? | tot (?:dan|binnenkort|ziens|snel|later|gauw|weldra)
(?:with )?(?:kind|best|warm|kindest)?\s?(?:regards|wishes) | best | cheers | sincerely
yours (?:sincerely|faithfully) | many thanks | (?:bien )?cordialement | bien a vous
(?:meilleures|sinceres|cordiales) salutations | salutations | mit freundlichen gru\w+ | viele grusse
de groeten(?: uut| uit| van)?
""")
    + r"(?=[\s,.!:\-]|$)"
)
_FOOTER = re.compile(
    r"\b(?:nv|bv|vzw|cv|bvba|cvba|sa|asbl)\b.{0,40}\b[a-z'-]{3,40}"
    + any_of(r"""
straat | laan | weg | steenweg | plein | dreef | kaai | lei | park | baan | rue .{2,30} | avenue .{2,30}
""")
    + r" \d{1,4}\b.{0,20}\b\d{4} [a-z]"
)
"""An organisation with its legal form, street and postcode: the footer that it puts under its mails."""
_FOOTNOTE = re.compile(
    r"^\s*/{8,}|\b"
    + any_of(r"""
lees (?:ook|hoe|meer) | surf naar | volg ons | abonneer je | (?:op|voor) onze nieuwsbrief | uitschrijven voor deze | privacyverklaring
(?:uw|je) persoonsgegevens behandelen | vertrouwelijk(?:e)? (?:bericht|informatie|mail|en) | confidential | unauthori[sz]ed
this (?:message|e-?mail) (?:is|may|and|contains) | (?:deze|dit) (?:mail|e-mail|bericht|e-mailbericht) (?:vervangt|bevat|is enkel|\
is uitsluitend|is vertrouwelijk|kan vertrouw\w+) | tevreden over onze | onbedoeld in uw | louter informatief
gelieve bij elk antwoord | denk aan het milieu | think before you print | think of the environment
""")
    + r"(?![a-z])"
)
"""What an organisation prints under each of its mails."""
_POSTSCRIPT = re.compile(r"^\s*(?:p\.?\s?s\.?|n\.?b\.?|ps)\s?[:.,\-\s]")
_ABBREVIATION = re.compile(
    any_of(r"""
\b(?:dr|drs|ir|ing|prof|em|dhr|mevr|mw|mr|mrs|ms|mme|st|nr|bv|bvb|bijv|resp|incl|excl|cfr|cf|ca|max|min|opp|\
oppervl|lic|tel|afd|dept|dep|vs|jl|blz|art|ev|enz|hr|m|vnl|ref|nl|d|o|p|ex|jr|sr|inz|aang|betr|arch|burg)
(?<!['’])\b[a-z] | (?:[a-z]\.){1,3}[a-z]
""")
    + r"$"
)
_BREAK = re.compile(r"[.!?;…]+[)\"'\]]*(?=\s+\S)")
_NEVER_ABBREVIATION = re.compile(r"(?:a\.u\.b|aub)$")


def letter_of(inbound: Inbound, body: Body) -> Letter:
    """The letter in a mail."""
    subject = clean(inbound.subject[:_LONGEST_LINE])
    folded_subject = fold(subject.text)
    reply, forward = bool(_REPLY.match(folded_subject)), bool(_FORWARD.match(folded_subject))
    begin = 0
    while match := (_REPLY.match(folded_subject, begin) or _FORWARD.match(folded_subject, begin)):
        if match.end() == begin:
            break
        begin = match.end()
    end = match.start() if (match := _TOKEN.search(folded_subject)) else len(folded_subject)
    subject_unit = Unit(subject.text[begin:end], folded_subject[begin:end], begin, Kind.SENTENCE, Source.SUBJECT)
    units, closing = _units(body)
    quoted = fold(clean(body.of(Label.QUOTE, Label.FORWARD)[:MOST_CHARACTERS]).text)
    return Letter(subject_unit, tuple(units), tuple(closing), reply or bool(inbound.in_reply_to), forward, quoted)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    answers: Field | None = None
    first: bool = False


def _units(body: Body) -> tuple[list[Unit], list[Unit]]:
    lines, signature = _own_lines(body)
    lines = _without_greeting(lines)
    lines, closing = _split_closing(lines)
    return _units_of(lines), _closing_units([*closing, *signature])


def _own_lines(body: Body) -> tuple[list[_Line], list[_Line]]:
    """The lines of the sender's own words and those of the signature; an own run after a quote answers it."""
    own: list[_Line] = []
    signature: list[_Line] = []
    asked: Field | None = None
    used = 0
    for span in body.spans:
        piece = body.text[span.start : span.end]
        if span.label in (Label.QUOTE, Label.FORWARD):
            asked = _asked(piece)
            continue
        if span.label not in (Label.OWN, Label.SIGNATURE) or used > MOST_CHARACTERS:
            continue
        used += len(piece)
        # A short form looks like a signature, but no signature says "Werktafel:".
        is_own = span.label is Label.OWN or _is_form(piece)
        target = own if is_own else signature
        position = span.start
        first = True
        for text in piece.split("\n")[:_MOST_LINES]:
            shown = clean(text[:_LONGEST_LINE])
            target.append(_Line(shown.text.replace("\xa0", " "), position, asked if is_own else None, first))
            position += len(text) + 1
            first = False
        if target:
            target.append(_Line("", position))
    return own[: 2 * _MOST_LINES], signature[:60]


def _is_form(piece: str) -> bool:
    lines = [fold(line) for line in piece.split("\n")[:60]]
    return any(field_of(line.partition(":")[0].strip(" *-•\t")) is Field.TABLES for line in lines if ":" in line)


_ASKED_WHO = re.compile(r"\b(?:wie|deelnemer|voornaam|naam en voornaam|who|participant|qui)\b")
_ASKED_WHERE = re.compile(r"\b(?:organisatie|bedrijf|organi[sz]ation|namens wie)\b")
_ASKED_TABLES = re.compile(r"\b(?:werktafels?|werktafel\(s\)|tafels?|tables?)\b")


def _asked(quote: str) -> Field | None:
    """What the last line of a quote asks for, if it asks."""
    lines = [line for line in quote.split("\n") if line.strip(" >\t\xa0")]
    if not lines:
        return None
    last = fold(" ".join(lines[-2:])[-400:])
    question = last.rfind("?")
    if question < 0 or last[question + 1 :].strip(" >)"):
        return None
    last = re.split(r"[?>]", last[:question])[-1]
    if _ASKED_WHERE.search(last):
        return Field.ORGANISATION
    if _ASKED_TABLES.search(last):
        return Field.TABLES
    if _ASKED_WHO.search(last):
        return Field.PERSON
    return None


def _without_greeting(lines: list[_Line]) -> list[_Line]:
    """The lines less the words that only greet: on a line of their own, or before the first comma."""
    out = list(lines)
    for number, line in enumerate(out[:12]):
        if not line.text.strip():
            continue
        folded = fold(line.text)
        if (
            _CALLED.match(line.text)
            and not _TABLE_LIKE.search(folded)
            and any(o.text.strip() for o in lines[number + 1 :])
        ):
            out[number] = replace(line, text="")
            break
        match = _GREETING.match(folded)
        if match is None or (match.end() >= len(folded) and len(folded) > 80):
            break
        end = match.end()
        while more := _GREETING_MORE.match(folded, end):
            if more.end() == end:
                break
            end = more.end()
        out[number] = replace(line, text=line.text[end:], start=line.start + end)
        if out[number].text.strip():
            break
    return out


_ONLY_THANKS = re.compile(
    r"\W*(?:alvast )?(?:hartelijk )?(?:be)?(?:dankt?|merci|thanks?|thx)(?: ?(?:je|u))?(?: ?wel)?\W*$"
)


def _split_closing(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """The lines before and after the closing phrase; what speaks again after it (a postscript) stays a line."""
    own: list[_Line] = []
    closing: list[_Line] = []
    closed = False
    for line in lines:
        folded = fold(line.text)
        if _POSTSCRIPT.match(folded):
            closed = False
        elif _ONLY_THANKS.match(folded) and not any(o.text.strip() for o in own):
            # "Bedankt!" above a name is all that the mail says: without it, the name would look like an answer.
            own.append(line)
            continue
        elif not closed and (match := _CLOSING.match(folded)) and _is_name_like(folded[match.end() :]):
            closed = True
            rest = line.text[match.end() :]
            closing.append(_Line(rest.lstrip(" ,.!:-"), line.start + len(line.text) - len(rest.lstrip(" ,.!:-"))))
            continue
        elif (_FOOTER.search(folded) and any(o.text.strip() for o in own)) or (
            not closed and _is_footnote(line, folded, own)
        ):
            closed = True
        elif closed and (line.first or (len(folded) > 90 or "?" in folded)):
            closed = False
        (closing if closed else own).append(line)
    return own, closing


def _is_footnote(line: _Line, folded: str, own: list[_Line]) -> bool:
    """Whether a line opens the small print under a mail: in a paragraph of its own, and nobody speaks in it."""
    opens = line.first or not own or not own[-1].text.strip()
    spoken = any(len(o.text.split()) > 2 for o in own)
    return opens and spoken and _FOOTNOTE.search(folded) is not None and not _SPEAKS.search(folded)


_SPEAKS = re.compile(r"\b(?:ik|mij|mijn|wij willen|wij wensen|graag|i|my)\b")


def _is_name_like(rest: str) -> bool:
    """Whether what follows a closing phrase on its line may be the writer's name and no more."""
    return len(rest) <= 50 and not re.search(
        r"\b(?:voor|ik|wij|we|mij|me|om|dat|graag|the|for|your|de (?:snelle|vlotte|info|uitnodiging|organisatie"
        r"|bevestiging)|mag|kan|zal|goed|ontvangen|alles|alvast|snel|morgen|info|reactie|antwoord|bevestiging"
        r"|begrepen|genoteerd|hopelijk|succes|gezien|akkoord)\b|\?|\d{3}",
        rest,
    )


def _closing_units(lines: list[_Line]) -> list[Unit]:
    return [
        Unit(line.text.strip(), fold(line.text.strip()), line.start + len(line.text) - len(line.text.lstrip()),
             Kind.ITEM, Source.SIGNATURE)
        for line in lines
        if line.text.strip()
    ]  # fmt: skip


def _units_of(lines: list[_Line]) -> list[Unit]:
    units: list[Unit] = []
    block: list[_Line] = []
    paragraph = 0

    def flush() -> None:
        nonlocal block
        if block:
            units.extend(_sentences(block, paragraph))
            block = []

    lines = _with_wide_gaps([piece for line in lines for piece in _by_label(line)])
    for number, line in enumerate(lines):
        stripped = line.text.strip()
        if not stripped or line.first:
            flush()
            paragraph += 1
            if not stripped:
                continue
        unit = _line_unit(line, paragraph)
        if unit is not None:
            flush()
            units.append(unit)
            continue
        if block and (not _continues(block[-1].text.rstrip(), stripped) or _is_column(lines, number)):
            flush()
        elif not block and units and _wraps_item(units[-1], lines, number, stripped):
            units[-1] = _joined(units[-1], line)
            continue
        block.append(line)
    flush()
    return [unit for unit in units if unit.text.strip()]


_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")


def _with_wide_gaps(lines: list[_Line]) -> list[_Line]:
    """The lines; below a row of headings, two spaces stand between columns where their number fits."""
    out = _with_leaders(lines)
    width = 0
    for number, line in enumerate(out):
        pieces = _GAP.split(line.text.strip())
        if not line.text.strip():
            width = 0
        elif len(pieces) >= 2 and sum(heading_of(fold(p)) is not None for p in pieces) >= 2 and "\t" not in line.text:
            width = len(pieces)
            out[number] = replace(line, text=_GAP.sub(_tab, line.text))
        elif width and len(pieces) == width:
            out[number] = replace(line, text=_GAP.sub(_tab, line.text))
    return out


_LEADERS = re.compile(r"(?<=\w)\s*(?:\.{3,}|…+|_{3,}|(?: \.){3,})[.…\s]*(?=[^\W_])")


def _with_leaders(lines: list[_Line]) -> list[_Line]:
    """The lines; dots or a stroke that lead the eye from one column to the next, on lines below each other, are a tab."""
    led = [len(_LEADERS.findall(line.text)) == 1 and len(line.text) <= 120 for line in lines]
    beside = [led[n] and ((n > 0 and led[n - 1]) or (n + 1 < len(lines) and led[n + 1])) for n in range(len(lines))]
    return [
        replace(line, text=_LEADERS.sub(_tab, line.text)) if row else line
        for line, row in zip(lines, beside, strict=True)
    ]


def _tab(gap: re.Match[str]) -> str:
    """A tab as wide as the gap, so that everything stays where it stood."""
    return "\t" + " " * (len(gap.group()) - 1)


_NEXT_LABEL = re.compile(r"(?<=[.;,]) +(?=([^\W\d_][^:.;,]{2,40}):\s)")


def _by_label(line: _Line) -> list[_Line]:
    """A line in pieces, where it holds several labels of a form: 'Tafel: grondwater. Deelnemer: Jan Peeters.'"""
    head = line.text.partition(":")[0].strip(" *_-•")
    if ":" not in line.text or field_of(fold(head)) is None:
        return [line]
    pieces, begin = [], 0
    for match in _NEXT_LABEL.finditer(line.text):
        if field_of(fold(match.group(1)).strip()) is not None:
            pieces.append(replace(line, text=line.text[begin : match.start()], start=line.start + begin))
            begin = match.end()
    pieces.append(replace(line, text=line.text[begin:], start=line.start + begin))
    return pieces


def _line_unit(line: _Line, paragraph: int) -> Unit | None:
    """The unit of a line that stands for itself: a bullet, a checkbox, a form's field or a table's row."""
    text = line.text
    folded = fold(text)
    lead = len(text) - len(text.lstrip())
    if "\t" in text.strip() or (text.count("|") >= 2 and text.strip().startswith("|")):
        separator = "\t" if "\t" in text.strip() else "|"
        cells = tuple(cell.strip() for cell in text.strip("\n").strip("|").split(separator))
        if len(cells) == 2 and (found := field_of(fold(cells[0]).rstrip(" :*"))) and heading_of(fold(cells[1])) is None:
            begin = text.index(separator, len(cells[0])) + 1
            return _unit(line, begin, Kind.FIELD, paragraph, field=found)
        return _unit(line, lead, Kind.ROW, paragraph, cells=cells)
    if _COLUMNS.search(text.strip()) and len(text) < 160 and not text.rstrip().endswith((".", "?", "!")):
        return _unit(line, lead, Kind.ROW, paragraph, cells=tuple(_COLUMNS.split(text.strip())))
    if _CHECKBOX.match(text):
        return _unit(line, lead, Kind.ITEM, paragraph)
    bullet = _BULLET.match(text)
    begin = bullet.end() if bullet else lead
    colon = folded.find(":", begin)
    if 0 < colon - begin <= 60:
        found = field_of(folded[begin:colon].strip(" *_.-"))
        if found is not None:
            value = colon + 1
            value += len(text[value:]) - len(text[value:].lstrip(" \t*_"))
            return _unit(line, value, Kind.FIELD, paragraph, field=found)
    if bullet:
        return _unit(line, begin, Kind.ITEM, paragraph)
    return None


def _unit(
    line: _Line, begin: int, kind: Kind, paragraph: int, *, field: Field | None = None, cells: tuple[str, ...] = ()
) -> Unit:
    text = line.text[begin:].rstrip()
    return Unit(text, fold(text), line.start + begin, kind, Source.OWN, paragraph, field, cells, line.answers)


_ARROW = re.compile(r"\S\s*(?:-+>|=+>|→)\s*\S")
_NOTHING = re.compile(r"(?:->|=>|→|=|:|\.{3})\s*[/–-]$")
"""A stroke where a value could stand."""
_LABELLED = re.compile(r"^[^\s:][^:]{0,40}:\s")


def _continues(previous: str, following: str) -> bool:
    """Whether a line break is only where a program wrapped the paragraph."""
    if previous.endswith((":", "?", "!")) or (_LABELLED.match(following) and _LABELLED.match(previous)):
        return False
    if _NOTHING.search(previous) or (_ARROW.search(previous) and _ARROW.search(following)):
        return False
    first = following[:1]
    if first.islower() or first in "(&+" or previous.endswith((",", "-", "/", "&", "+")):
        return True
    return len(previous) >= 48 and not (previous.endswith(".") and len(previous) < 60)


def _is_column(lines: list[_Line], number: int) -> bool:
    """Whether a line and those around it hold a few words each: a list without bullets, not a wrapped paragraph."""
    around = [line.text.split() for line in lines[max(0, number - 2) : number + 3]]
    short = [0 < len(words) <= 3 for words in around]
    here = number - max(0, number - 2)
    first = max((n + 1 for n in range(here) if not short[n]), default=0)
    last = next((n for n in range(here, len(short)) if not short[n]), len(short))
    return last - first >= 3


def _wraps_item(unit: Unit, lines: list[_Line], number: int, stripped: str) -> bool:
    """Whether a line goes on with the list item or field above it."""
    if unit.kind is Kind.FIELD and not unit.text:
        return True
    above = lines[number - 1].text if number else ""
    return (
        unit.kind is Kind.ITEM
        and bool(above.strip())
        and (lines[number].text[:1] == " " or stripped[:1].islower())
        and len(above) >= 40
    )


def _joined(unit: Unit, line: _Line) -> Unit:
    if not unit.text:
        lead = len(line.text) - len(line.text.lstrip())
        text = line.text.strip()
        return replace(unit, text=text, folded=fold(text), start=line.start + lead)
    gap = max(1, line.start - unit.start - len(unit.text))
    text = unit.text + " " * min(gap, 80) + line.text.rstrip()
    return replace(unit, text=text, folded=fold(text))


def _sentences(block: list[_Line], paragraph: int) -> list[Unit]:
    """The sentences of wrapped lines; every character keeps its distance to the first one."""
    begin = block[0].start
    pieces: list[str] = []
    length = 0
    for line in block:
        gap = line.start - begin - length
        pieces.append(" " * max(gap, 1 if pieces else 0))
        pieces.append(line.text)
        length += max(gap, 1 if len(pieces) > 2 else 0) + len(line.text)
    text = "".join(pieces)
    folded = fold(text)
    units: list[Unit] = []
    start = 0
    kind = Kind.SENTENCE
    for end in [*_ends(text, folded), len(text)]:
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        piece = piece.strip()
        if piece:
            at = start + lead
            units.append(
                Unit(
                    piece,
                    folded[at : at + len(piece)],
                    begin + at,
                    kind,
                    Source.OWN,
                    paragraph,
                    None,
                    (),
                    block[0].answers,
                )
            )
        start = end
    return units


def _ends(text: str, folded: str) -> list[int]:
    ends = []
    for match in _BREAK.finditer(folded):
        if match.group()[0] == ".":
            before = folded[max(0, match.start() - 12) : match.start()]
            following = text[match.end() :].lstrip()[:1]
            if _ABBREVIATION.search(before) and not (_NEVER_ABBREVIATION.search(before) and not following.islower()):
                continue
        elif ")" in match.group() and text[match.end() :].lstrip()[:1].islower():
            continue
        ends.append(match.end())
    return ends


__all__ = ["MOST_CHARACTERS", "Clean", "Kind", "Letter", "Unit", "letter_of"]
