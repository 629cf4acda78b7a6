"""The words of our mails: what they say, that both media say the same, and what an operator may get wrong."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mailworker.domain.notice import Notice, NoticeKind, Question, Row, RowStatus
from mailworker.domain.programme import Programme, Session, Table
from mailworker.domain.request import Action, Missing, Request
from mailworker.domain.specimens import specimens
from mailworker.errors import TemplateError
from mailworker.rendering import FILES, Rendered, Service, Templates
from mailworker.resources import shipped

BRUSSELS = ZoneInfo("Europe/Brussels")
NOW = datetime(2021, 7, 1, tzinfo=UTC)
PROGRAMME = Programme(
    name="Waterplan",
    organiser="Dienst Water",
    mailbox="tafels@dienst.example",
    tables=(
        Table(
            "grondwater",
            "Bevoorrading uit grondwater",
            sessions=(
                Session(datetime(2021, 6, 10, 9, 30, tzinfo=BRUSSELS), "Gent"),
                Session(datetime(2021, 11, 18, 9, 0, tzinfo=BRUSSELS), ""),
                Session(datetime(2021, 10, 14, 7, 30, tzinfo=UTC), "Gebouw Zuid, Brussel"),
            ),
        ),
        Table("afvalwater", "Bevoorrading uit afvalwater"),
        Table(
            "oppervlaktewater",
            "Bevoorrading uit oppervlaktewater",
            sessions=(Session(datetime(2021, 6, 10, 9, 30, tzinfo=BRUSSELS)),),
        ),
        Table("hemelwater", "Bevoorrading uit hemelwater", limit=2),
        Table("audit", "Wateraudits en meer"),
    ),
)
SERVICE = Service("Secretariaat werktafels", "02 555 01 02", "Kadeplein 1, 1000 Brussel", "je")
TEMPLATES = {formality: Templates(None, PROGRAMME, replace(SERVICE, formality=formality)) for formality in ("je", "u")}
SPECIMENS = specimens(PROGRAMME)
CONFIRMATION, WAITING, QUESTION = (SPECIMENS[name] for name in ("confirmation", "waiting", "question"))


def shown(notice: Notice, formality: str = "je") -> Rendered:
    return TEMPLATES[formality].render(notice, NOW)


def first_line(notice: Notice) -> str:
    return shown(notice).text.split("\n", 1)[0]


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w'.-]+\w", text.casefold()))


def page_text(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def tags(html: str) -> list[str]:
    return re.findall(r"</?[a-z][a-z0-9]*", html)


def row(status: RowStatus, person: str = "Jan Peeters", table: str = "grondwater", **facts: object) -> Row:
    return replace(Row(table, person, "Aquafin", status), **facts)  # type: ignore[arg-type]


def confirmation(*rows: Row, **facts: object) -> Notice:
    return replace(CONFIRMATION, rows=rows, understood=(), **facts)  # type: ignore[arg-type]


# --- What they say


def test_the_first_line_says_state_person_organisation_and_tables() -> None:
    assert first_line(CONFIRMATION) == (
        "Bevestigd: Jan Peeters (Aquafin) is ingeschreven voor grondwater en hemelwater."
    )


# "~" is the blank at the end of the line that begins a signature.
WHOLE_TEXT = """\
Bevestigd: Jan Peeters (Aquafin) is ingeschreven voor grondwater en hemelwater.

Werktafels Waterplan

Bedankt voor je inschrijving.

OVERZICHT PER WERKTAFEL

- Bevoorrading uit grondwater: Jan Peeters (Aquafin), bevestigd
  Volgende sessie: donderdag 14 oktober 2021 om 9.30 uur, Gebouw Zuid, Brussel
- Bevoorrading uit hemelwater: Jan Peeters (Aquafin), bevestigd
  Volgende sessie: datum volgt

ZO BEGREPEN WE JE MAIL

- Inschrijving van Jan Peeters (Aquafin) voor grondwater en hemelwater

WIJZIGEN? ANTWOORD OP DEZE MAIL

Schrijf bijvoorbeeld:
- “Meld [naam] af voor [werktafel].”
- “[Naam] wordt vervangen door [naam van een collega].”
- “Schrijf [naam] ook in voor [werktafel].”

Met vriendelijke groeten

--~
Secretariaat werktafels
Dienst Water
02 555 01 02
Kadeplein 1, 1000 Brussel

Automatisch verwerkt; een medewerker leest mee.
Dienst Water bewaart naam, organisatie, werktafels en mailadres alleen om de werktafels te organiseren.
Wil je je gegevens inkijken, verbeteren of laten wissen? Antwoord dan op deze mail.
"""


def test_the_whole_text_of_a_confirmation() -> None:
    assert shown(CONFIRMATION).text == WHOLE_TEXT.replace("~", " ")


FIRST_LINES = {
    "confirmation of what was so already": "Bevestigd: Jan Peeters (Aquafin) was al ingeschreven voor grondwater.",
    "replacement": "Bevestigd: An d'Hoore (Aquafin) is ingeschreven voor grondwater, in de plaats van Jan Peeters.",
    "change of table": "Bevestigd: Jan Peeters (Aquafin) is ingeschreven voor hemelwater. "
    "Jan Peeters is afgemeld voor grondwater.",
    "cancellation": "Afgemeld: Jan Peeters (Aquafin) is afgemeld voor grondwater. "
    "Jan Peeters was niet ingeschreven voor hemelwater; daar verandert niets.",
    "waiting": "Wachtlijst: Els Van den Berghe (Aquafin) staat op de wachtlijst voor grondwater, op plaats 1.",
    "confirmed and waiting": "Deels bevestigd, deels wachtlijst: Jan Peeters (Aquafin) is ingeschreven voor "
    "grondwater, oppervlaktewater en Wateraudits en meer. "
    "Jan Peeters staat op de wachtlijst voor afvalwater, op plaats 2.",
    "refused": "Geen plaats: voor Els Van den Berghe (Aquafin) is er geen plaats meer voor grondwater en afvalwater.",
    "question": "Nog niet volledig: voor de inschrijving van Jan Peeters (Aquafin) hebben we nog één antwoord nodig.",
    "question about everything": "Nog niet volledig: voor je inschrijving hebben we nog drie antwoorden nodig.",
    "reminder": "Nog niet volledig: voor de inschrijving van Jan Peeters (Aquafin) wachten we nog op één antwoord.",
    "review": "Wordt bekeken: een collega bekijkt je mail en antwoordt je persoonlijk.",
    "review of a wish": "Wordt bekeken: een collega bekijkt nog wat je vroeg voor Jan Peeters (Aquafin): grondwater.",
    "review beside what is done": "Wordt bekeken: een collega bekijkt nog wat je vroeg voor "
    "Els Van den Berghe (Aquafin): afvalwater. Jan Peeters (Aquafin) is afgemeld voor grondwater.",
    "review of what nobody has": "Wordt bekeken: een collega bekijkt je mail en antwoordt je persoonlijk. "
    "Jan Peeters (Aquafin) was niet ingeschreven voor grondwater; daar verandert niets.",
    "promotion": "Bevestigd: je bent ingeschreven voor grondwater.",
    "promotion of a colleague": "Bevestigd: Els Van den Berghe (Aquafin) is ingeschreven voor grondwater.",
    "information to who was cancelled": "Afgemeld: Els Wauters meldde je af voor grondwater.",
    "information to a secretary": "Afgemeld: Jan Peeters (Aquafin) is afgemeld voor grondwater.",
    "information to who was registered": "Deels bevestigd, deels wachtlijst: "
    "Els Wauters schreef je in voor grondwater. Els Wauters schreef je in voor hemelwater: "
    "je staat daarvoor op de wachtlijst.",
}


def test_each_kind_of_mail_begins_with_its_state() -> None:
    assert {name: first_line(SPECIMENS[name]) for name in FIRST_LINES} == FIRST_LINES


def test_who_loses_the_place_in_a_merger_is_told_why() -> None:
    assert shown(SPECIMENS["information to who lost the place in a merger"]).text.split("\n")[:6:2] == [
        "Wachtlijst: je staat op de wachtlijst voor grondwater, op plaats 2.",
        "Werktafels Waterplan",
        "AQF en Aquafin zijn één organisatie. Wie zich daarvoor het eerst inschreef, houdt de plaats.",
    ]


def test_two_people_at_the_same_table_share_a_sentence() -> None:
    notice = confirmation(row(RowStatus.CONFIRMED), row(RowStatus.CONFIRMED, "An Claes", organisation="Farys"))
    assert (
        first_line(notice) == "Bevestigd: Jan Peeters (Aquafin) en An Claes (Farys) zijn ingeschreven voor grondwater."
    )


def test_many_people_are_named_and_the_overview_tells_their_tables() -> None:
    lines = first_line(SPECIMENS["confirmation of many"])
    assert lines == (
        "Bevestigd: Jan Peeters (Aquafin), Els Van den Berghe (Farys), An d'Hoore (Pidpa), Piet Claes (Stad Mechelen), "
        "Fatima El Amrani (Boerenbond) en Joke 't Serstevens (De Watergroep) zijn ingeschreven. "
        "In het overzicht staat wie aan welke werktafel deelneemt."
    )


def test_the_waiting_list_never_says_who_has_the_place() -> None:
    assert shown(WAITING).text.split("\n")[4] == (
        "Per organisatie is er één plaats aan een werktafel. Een andere deelnemer van Aquafin heeft die plaats al. "
        "Komt er een plaats vrij, dan schrijven we Els Van den Berghe meteen in en krijg je bericht. "
        "Je hoeft daarvoor niets te doen."
    )


def test_a_table_with_more_places_for_an_organisation_says_so() -> None:
    notice = replace(WAITING, rows=(row(RowStatus.WAITING, table="hemelwater", position=4),), understood=())
    assert (
        shown(notice).text.split("\n")[4].startswith("Alle plaatsen van Aquafin aan die werktafel zijn al ingenomen.")
    )


def test_the_next_session_is_the_first_that_has_not_begun() -> None:
    sessions = [line.strip() for line in shown(confirmation(
        row(RowStatus.CONFIRMED), row(RowStatus.CONFIRMED, table="afvalwater"),
        row(RowStatus.CONFIRMED, table="oppervlaktewater"))).text.split("\n") if "sessie:" in line]  # fmt: skip
    assert sessions == [
        "Volgende sessie: donderdag 14 oktober 2021 om 9.30 uur, Gebouw Zuid, Brussel",
        "Volgende sessie: datum volgt",
        "Volgende sessie: geen sessie meer",
    ]
    later = TEMPLATES["je"].render(CONFIRMATION, datetime(2021, 11, 1, tzinfo=UTC)).text
    assert "Volgende sessie: donderdag 18 november 2021 om 9 uur\n" in later


def test_a_table_that_the_programme_dropped_is_told_by_its_id() -> None:
    notice = confirmation(row(RowStatus.CANCELLED, table="zeewater"), kind=NoticeKind.CANCELLATION)
    assert first_line(notice) == "Afgemeld: Jan Peeters (Aquafin) is afgemeld voor zeewater."


FULL_NAME = "Schrijf de voornaam en de familienaam."
QUESTIONS = [
    (Missing.PARTICIPANT, Request(Action.REGISTER), (), ["1. Wie neemt deel?", FULL_NAME]),
    (
        Missing.PARTICIPANT,
        Request(Action.REGISTER, None, "Aquafin", ("grondwater", "hemelwater")),
        (),
        [
            "1. Wie neemt voor Aquafin deel aan de werktafels grondwater en hemelwater?",
            FULL_NAME,
        ],
    ),
    (
        Missing.PARTICIPANT,
        Request(Action.REPLACE, "Jan Peeters", "Aquafin", ("grondwater",)),
        ("An Claes", "Piet Maes"),
        ["1. Wie komt in de plaats van Jan Peeters?", "Bedoel je An Claes of Piet Maes? Iets anders mag ook."],
    ),
    (
        Missing.PARTICIPANT,
        Request(Action.REPLACE, None, "Aquafin", ("grondwater",), "An Claes"),
        (),
        ["1. Wie wordt vervangen door An Claes?", FULL_NAME],
    ),
    (
        Missing.PARTICIPANT,
        Request(Action.REPLACE),
        (),
        ["1. Wie wordt vervangen, en door wie?", FULL_NAME],
    ),
    (
        Missing.PARTICIPANT,
        Request(Action.CANCEL, None, "Aquafin", ("grondwater",)),
        (),
        ["1. Wie wordt afgemeld voor grondwater?", FULL_NAME],
    ),
    (
        Missing.ORGANISATION,
        Request(Action.REGISTER, "Jan Peeters"),
        (),
        ["1. Voor welke organisatie neemt Jan Peeters deel?"],
    ),
    (
        Missing.ORGANISATION,
        Request(Action.CANCEL, "Jan Peeters"),
        ("Aquafin",),
        ["1. Van welke organisatie is Jan Peeters?", "Bedoel je Aquafin? Iets anders mag ook."],
    ),
    (
        Missing.TABLES,
        Request(Action.REGISTER, "Jan Peeters"),
        (),
        [
            "1. Aan welke werktafels neemt Jan Peeters deel?",
            "Kies uit grondwater, afvalwater, oppervlaktewater, hemelwater of Wateraudits en meer. "
            "Meer dan één mag ook.",
        ],
    ),
    (
        Missing.TABLES,
        Request(Action.CANCEL, "Jan Peeters"),
        ("grondwater", "de ochtend"),
        [
            "1. Voor welke werktafels wordt Jan Peeters afgemeld?",
            "Kies uit grondwater of de ochtend. Meer dan één mag ook.",
        ],
    ),
    (
        Missing.TABLES,
        Request(Action.REPLACE, "Jan Peeters", "Aquafin", (), "An Claes"),
        ("grondwater", "audit"),
        [
            "1. Voor welke werktafels wordt Jan Peeters vervangen?",
            "Kies uit grondwater of Wateraudits en meer. Meer dan één mag ook.",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("missing", "about", "candidates", "lines"), QUESTIONS)
def test_a_question_asks_for_one_fact_with_what_is_known(
    missing: Missing, about: Request, candidates: tuple[str, ...], lines: list[str]
) -> None:
    notice = replace(QUESTION, questions=(Question(missing, about, candidates),), understood=())
    text = shown(notice).text.split("\n")
    end = text.index("Antwoord gewoon op deze mail. Eén regel is genoeg. Wat we al weten, hoef je niet te herhalen.")
    assert [line.strip() for line in text[4:end] if line] == lines


def test_what_is_done_stands_beside_what_is_asked() -> None:
    text = shown(SPECIMENS["question beside what is done"]).text
    assert text.split("\n")[4] == (
        "Jan Peeters (Aquafin) is ingeschreven voor grondwater, afvalwater en oppervlaktewater. "
        "Jan Peeters staat op de wachtlijst voor Wateraudits en meer, op plaats 1."
    )
    assert "\nJe stelde ook een vraag. Een collega leest die en antwoordt je persoonlijk.\n" in text


def test_somebody_elses_wish_is_not_spelled_out_to_a_third_person() -> None:
    wish = Request(Action.REPLACE, "Jan Peeters", "Aquafin", ("grondwater",), "An Claes")
    notice = replace(SPECIMENS["information to who was cancelled"], understood=(wish,))
    assert "An Claes" not in shown(notice).text + shown(notice).html


@pytest.mark.parametrize("name", SPECIMENS)
def test_je_and_u_are_never_mixed(name: str) -> None:
    informal, polite = (shown(SPECIMENS[name], formality).text.casefold() for formality in ("je", "u"))
    assert words(informal) & {"u", "uw", "wilt"} == set()
    assert words(polite) & {"je", "jij", "jouw"} == set()
    assert re.search(r"\bu\b|\buw\b", polite) is not None
    assert len(informal.split("\n")) == len(polite.split("\n"))


# --- The subject


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Inschrijving", "Re: Inschrijving [WT-7K3Q]"),
        ("RE: Re: Antw: Inschrijving", "Re: Inschrijving [WT-7K3Q]"),
        ("Re[2] : AW: Inschrijving", "Re: Inschrijving [WT-7K3Q]"),
        ("Re: Inschrijving [WT-AAAA] [wt-bbbb]", "Re: Inschrijving [WT-7K3Q]"),
        ("Fwd: Re: Inschrijving", "Re: Fwd: Re: Inschrijving [WT-7K3Q]"),
        ("Reservatie", "Re: Reservatie [WT-7K3Q]"),
        ("een\r\nBcc: b@x.test", "Re: een Bcc: b@x.test [WT-7K3Q]"),
        ("rechts\u202enaar links\u2066 \u200b", "Re: rechtsnaar links [WT-7K3Q]"),
        ("<b>{{ 7 * 7 }}</b>", "Re: <b>{{ 7 * 7 }}</b> [WT-7K3Q]"),
        ("x" * 10_000, f"Re: {'x' * 119}… [WT-7K3Q]"),
        ("Re: [WT-7K3Q]", "Nog niet volledig: werktafels Waterplan [WT-7K3Q]"),
        ("", "Nog niet volledig: werktafels Waterplan [WT-7K3Q]"),
    ],
)
def test_the_subject_is_theirs_with_one_re_and_one_token(theirs: str, ours: str) -> None:
    assert shown(replace(QUESTION, subject=theirs)).subject == ours


# --- Both media


@pytest.mark.parametrize("formality", ["je", "u"])
@pytest.mark.parametrize("name", SPECIMENS)
def test_text_and_html_say_the_same(name: str, formality: str) -> None:
    rendered = shown(SPECIMENS[name], formality)
    page = page_text(rendered.html)
    # The names of the columns, which a list does not need.
    assert words(page) - words(rendered.text) <= {"werktafel", "deelnemer", "status", "volgende", "sessie"}
    assert words(rendered.text) - words(page) == set()
    state, lead = rendered.text.split("\n", 1)[0].split(": ", 1)
    sentences = [state, *re.split(r"(?<=[.?]) (?=[A-Z])", lead)]
    for line in rendered.text.split("\n")[1:]:
        if ":" not in line and not line.startswith(("-", "  ")):
            sentences += re.split(r"(?<=[.?]) (?=[A-Z])", line)
    assert [one for one in sentences if one.strip().casefold() not in page.casefold()] == []


@pytest.mark.parametrize("name", SPECIMENS)
def test_each_row_says_the_same_in_both_media(name: str) -> None:
    rendered = shown(SPECIMENS[name])
    table = LexborHTMLParser(rendered.html).css("table.overview tbody tr")
    in_page = [
        [" ".join(cell.text().split()) for cell in line.css("th, td") if cell.text(strip=True)] for line in table
    ]
    overview = rendered.text.partition("OVERZICHT PER WERKTAFEL\n\n")[2].partition("\n\n")[0]
    in_text = re.findall(
        r"^- (.*?): (.*), ([a-z ]+)(?: \((.*)\))?(?:\n  Volgende sessie: (.*))?$", overview, re.MULTILINE
    )
    assert in_page == [
        [
            table_name,
            who,
            f"{shape}{status[:1].upper()}{status[1:]}{' ' + note if note else ''}",
            *([when] if when else []),
        ]
        for (table_name, who, status, note, when), shape in zip(in_text, shapes(in_page), strict=True)
    ]


def shapes(rows: list[list[str]]) -> list[str]:
    return [cells[2].split()[0] + " " for cells in rows]


@pytest.mark.parametrize("name", SPECIMENS)
def test_no_mail_fetches_or_links_to_anything(name: str) -> None:
    html = shown(SPECIMENS[name]).html
    assert re.findall(r"<(?:a|img|link|script|iframe|form|input|button|svg|object)\b|url\(|https?:|@import", html) == []


# --- A stranger's words

UNSEEN = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]"

HOSTILE = st.text(max_size=60) | st.text(
    alphabet="a<>&\"'{}%#[]()\r\n\t\v\x00\x1b\u202e\u2028\u2066\u200b\u0085.:/@ ", max_size=60
)


@given(name=HOSTILE, organisation=HOSTILE, subject=HOSTILE)
def test_no_name_adds_a_line_or_a_tag(name: str, organisation: str, subject: str) -> None:
    for plain in (CONFIRMATION, WAITING, QUESTION):
        hostile = replace(
            plain,
            subject=subject,
            rows=tuple(replace(one, participant=name, organisation=organisation) for one in plain.rows),
            understood=tuple(replace(one, participant=name, organisation=organisation) for one in plain.understood),
        )
        before, after = shown(plain), shown(hostile)
        assert tags(after.html) == tags(before.html)
        assert len(after.text.splitlines()) == len(before.text.splitlines())
        assert len(after.subject.splitlines()) == 1
        assert re.findall(UNSEEN, after.subject + after.text + after.html) == []


def test_markup_in_a_name_is_shown_and_not_obeyed() -> None:
    rendered = shown(confirmation(row(RowStatus.CONFIRMED, "<b>x</b> & {{ 7 * 7 }}")))
    assert rendered.text.split("\n", 1)[0] == (
        "Bevestigd: <b>x</b> & {{ 7 * 7 }} (Aquafin) is ingeschreven voor grondwater."
    )
    assert "&lt;b&gt;x&lt;/b&gt; &amp; {{ 7 * 7 }} (Aquafin)" in rendered.html


def test_a_name_without_end_is_cut() -> None:
    rendered = shown(confirmation(row(RowStatus.CONFIRMED, "n" * 10_000, organisation="Zeer lang " * 1000)))
    assert len(rendered.text.split("\n", 1)[0]) < 300


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("http://evil.example/win", "evil .example/win"),
        ("HTTPS://EVIL.COM", "EVIL .COM"),
        ("www.evil.example", "www .evil .example"),
        ("mailto:jan@evil.example", "mailto:jan@evil .example"),
        ("J.P. Janssens", "J.P. Janssens"),
        ("J.Peeters", "J.Peeters"),
        ("St.Niklaas", "St.Niklaas"),
        ("d'Hoore-Van den Berghe", "d'Hoore-Van den Berghe"),
    ],
)
def test_a_name_never_becomes_a_link(written: str, told: str) -> None:
    assert first_line(confirmation(row(RowStatus.CONFIRMED, written))) == (
        f"Bevestigd: {told} (Aquafin) is ingeschreven voor grondwater."
    )


# --- What an operator may leave out or get wrong


def test_what_the_service_does_not_have_leaves_no_empty_line() -> None:
    bare = Templates(None, PROGRAMME, Service("Secretariaat", "", "", "u")).render(CONFIRMATION, NOW)
    assert bare.text.partition("-- \n")[2].split("\n")[:4] == [
        "Secretariaat",
        "Dienst Water",
        "",
        "Automatisch verwerkt; een medewerker leest mee.",
    ]


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_notice_without_any_fact_still_makes_a_mail(kind: NoticeKind) -> None:
    rendered = shown(Notice(kind, "jan@voorbeeld.test", "7K3Q"))
    assert re.findall(r" ,| \.|\(\)|None|: \n|  +\w", rendered.text.partition("-- ")[0]) == []


def test_the_shipped_templates_have_no_faults() -> None:
    assert {formality: templates.check() for formality, templates in TEMPLATES.items()} == {"je": (), "u": ()}


def test_own_templates_go_first_and_the_shipped_ones_fill_the_gaps(tmp_path: Path) -> None:
    own = tmp_path / "nl" / "confirmation" / "subject.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Beste {{ people[0].name }} [WT-{{ token }}]\n")
    templates = Templates(tmp_path, PROGRAMME, SERVICE)
    assert templates.check() == ()
    rendered = templates.render(CONFIRMATION, NOW)
    assert (rendered.subject, rendered.text) == ("Beste Jan Peeters [WT-7K3Q]", shown(CONFIRMATION).text)


BROKEN = [
    (
        "confirmation/body.txt",
        "een\n{% if rows %}\n{{ tabel }}\n{% endif %}",
        "line 3",
        "'tabel' is unknown; known are ",
    ),
    (
        "confirmation/body.txt",
        "{{ rows[0].tafel }}",
        "line 1",
        "'mailworker.letter.Line object' has no attribute 'tafel'",
    ),
    ("waiting/body.html", "een\n{% if %}", "line 2", "Expected an expression, got 'end of statement block'"),
    ("waiting/body.html", "{{ token | groot }}", "line 1", "No filter named 'groot'."),
    (
        "review/subject.txt",
        "\n{% include '_layout/weg.txt' %}",
        "file",
        "a template; it is missing (needed for review/",
    ),
    ("review/subject.txt", "{{ 1 / 0 }}", "line 1", "ZeroDivisionError"),
    ("_layout/words.jinja", "{% macro status(row) %}{{ rij }}{% endmacro %}", "line 1", "'rij' is unknown; known are "),
]


@pytest.mark.parametrize(("file", "content", "key", "expected"), BROKEN)
def test_a_broken_template_is_reported_with_file_and_line(
    tmp_path: Path, file: str, content: str, key: str, expected: str
) -> None:
    own = tmp_path / "nl" / file
    own.parent.mkdir(parents=True)
    own.write_text(content)
    fault = Templates(tmp_path, PROGRAMME, SERVICE).check()[0]
    assert (fault.key, fault.expected[: len(expected)]) == (key, expected)
    assert fault.file == str(own if key != "file" else tmp_path / "nl" / "_layout" / "weg.txt")


def test_a_broken_template_fails_a_mail_with_its_file_and_line_and_no_word_of_the_mail(tmp_path: Path) -> None:
    own = tmp_path / "nl" / "confirmation" / "body.txt"
    own.parent.mkdir(parents=True)
    own.write_text("een\n{{ people[0].name + 1 }}{{ people[0].name | int(base='x') }}")
    with pytest.raises(TemplateError) as failure:
        Templates(tmp_path, PROGRAMME, SERVICE).render(CONFIRMATION, NOW)
    assert str(failure.value).startswith(f"{own}: line 2: can only concatenate str")
    assert "Peeters" not in str(failure.value)


def test_a_file_that_no_notice_reads_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "nl" / "confirmation"
    folder.mkdir(parents=True)
    (folder / "body.htm").write_text("x")
    (fault,) = Templates(tmp_path, PROGRAMME, SERVICE).check()
    assert (fault.file, fault.key) == (str(folder / "body.htm"), "file name")


def test_a_folder_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    (fault,) = Templates(tmp_path / "weg", PROGRAMME, SERVICE).check()
    assert str(fault) == f"{tmp_path / 'weg' / 'nl'}: templates: a folder with own templates; it does not exist"


def test_another_language_needs_templates_of_its_own(tmp_path: Path) -> None:
    french = replace(PROGRAMME, language="fr")
    with pytest.raises(TemplateError, match="no templates for the language 'fr'"):
        Templates(tmp_path, french, SERVICE)
    shutil.copytree(shipped("templates") / "nl", tmp_path / "fr")
    (tmp_path / "fr" / "review" / "body.html").unlink()
    (fault,) = Templates(tmp_path, french, SERVICE).check()
    assert (fault.file, fault.key) == (str(tmp_path / "fr" / "review" / "body.html"), "file")


def test_every_kind_has_its_three_files() -> None:
    folder = shipped("templates") / "nl"
    assert [f"{kind}/{file}" for kind in NoticeKind for file in FILES if not (folder / kind / file).is_file()] == []


def test_templates_are_filled_where_compiled_ones_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    templates = Templates(None, PROGRAMME, SERVICE)
    (kept,) = tmp_path.iterdir()
    kept.rmdir()
    assert templates.check() == ()
    kept.write_text("no folder")
    assert Templates(None, PROGRAMME, SERVICE).check() == ()
