"""The words of the digest: what it says, that both media say the same, and that no stranger's word does anything."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mailworker.briefing import MOST, brief
from mailworker.domain.caps import Answered, Caps, over
from mailworker.domain.conversation import settle
from mailworker.domain.decision import decide
from mailworker.domain.deliberation import Asker
from mailworker.domain.digest import Digest, Held
from mailworker.domain.digest_specimens import digest_specimens
from mailworker.domain.happenings import Happening, changes
from mailworker.domain.organisation import identity
from mailworker.domain.programme import Programme, Table, WhenTaken
from mailworker.domain.registration import Register
from mailworker.domain.request import Action, Outcome, Reading, Request
from mailworker.rendering import Rendered, Service, Templates

PROGRAMME = Programme("Waterplan", "Dienst Water", "tafels@dienst.example", (
    Table("grondwater", "Bevoorrading uit grondwater"),
    Table("afvalwater", "Bevoorrading uit afvalwater", capacity=30),
    Table("oppervlaktewater", "Bevoorrading uit oppervlaktewater"),
    Table("hemelwater", "Bevoorrading uit hemelwater"),
    Table("audit", "Wateraudits en meer"),
))  # fmt: skip
TEMPLATES = {name: Templates(None, PROGRAMME, Service("Dienst", formality=name)) for name in ("je", "u")}
SPECIMENS = digest_specimens(PROGRAMME)
BUSY, EMPTY, BAD = (SPECIMENS[name] for name in ("a busy day", "an empty day", "a bad day"))
FILES = ("deelnemers-2021-10-13.xlsx", "wijzigingen-2021-10-13.csv")
HELD = Held(12, "jan@aquafin.example", "Vraag", datetime(2021, 10, 12, tzinfo=UTC), "complete", "")


def shown(digest: Digest, formality: str = "u") -> Rendered:
    return TEMPLATES[formality].render_digest(digest, FILES)


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w'.@-]+\w", text.casefold()))


def page_text(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def tags(html: str) -> list[str]:
    return re.findall(r"</?[a-z][a-z0-9]*", html)


def sections(text: str) -> list[str]:
    return re.findall(r"^[A-Z][A-Z’ ]+$", text, re.MULTILINE)


# --- What it says


def test_the_subject_begins_with_the_counts() -> None:
    assert shown(BUSY).subject == (
        "Werktafels 13/10: 8 te behandelen, 2 niet bezorgd, 3 nieuw, 1 vervangen, 1 afgemeld, 2 op de wachtlijst, "
        "3 geweigerd, 1 verbeterd, 1 andere, 1 aanwezigheidslijst"
    )
    assert shown(EMPTY).subject == "Werktafels 13/10: niets te melden"
    assert shown(BAD).subject == (
        "Werktafels 13/10: 43 te behandelen, 44 vrij te geven, 2 mislukt, 1 aanwezigheidslijst, 4 storingen"
    )


def test_the_sections_stand_in_the_order_in_which_staff_need_them() -> None:
    assert sections(shown(BUSY).text) == [
        "TE BEHANDELEN", "NIET BEZORGD", "WACHTEND OP ANTWOORD", "WAT VERANDERDE", "BESLISSINGEN VAN COLLEGA’S",
        "BEZETTING PER WERKTAFEL", "KOMENDE SESSIES", "NIEUWE ORGANISATIENAMEN", "DE DIENST ZELF",
    ]  # fmt: skip
    headings = [node.text(strip=True) for node in LexborHTMLParser(shown(BUSY).html).css("h2")]
    assert [heading.upper() for heading in headings] == [
        heading for heading in sections(shown(BUSY).text) if not heading.startswith("BESLISSINGEN")
    ]


WHOLE_TEXT = """\
Niets te melden

Woensdag 13 oktober 2021
Werktafels Waterplan
Sinds dinsdag 12 oktober 2021 om 7.30 uur

TE BEHANDELEN

Er is niets te behandelen.

WAT VERANDERDE

Er veranderde niets aan de inschrijvingen.

BEZETTING PER WERKTAFEL

- Grondwater: nog niemand; wachtlijst: niemand
- Afvalwater: nog niemand; wachtlijst: niemand
- Oppervlaktewater: nog niemand; wachtlijst: niemand
- Hemelwater: nog niemand; wachtlijst: niemand
- Wateraudits en meer: nog niemand; wachtlijst: niemand

KOMENDE SESSIES

Er zijn geen sessies gepland.

DE DIENST ZELF

- De postbus is vandaag om 7.29 uur voor het laatst gelezen.
- Alle mail is verwerkt.
- Alle antwoorden zijn verstuurd.
- Geen enkele mail mislukte.

214 mails ontvangen sinds het begin (0 sinds de vorige samenvatting) = 189 verwerkt + 0 wachten op een antwoord \
+ 0 wachten op een beslissing + 25 genegeerd + 0 mislukt + 0 nog te doen. De som klopt.

Bijlagen: deelnemers-2021-10-13.xlsx en wijzigingen-2021-10-13.csv.
Bevat persoonsgegevens: alleen voor wie de werktafels organiseert.
"""


def test_the_whole_text_of_an_empty_day() -> None:
    assert shown(EMPTY).text == WHOLE_TEXT


def test_what_waits_to_be_let_go_tells_what_it_says() -> None:
    assert shown(BAD).text.partition("VRIJ TE GEVEN ANTWOORDEN\n\n")[2].split("\n")[:3] == [
        "- Antwoord 31: bevestiging aan deelnemer31@voorbeeld.example, vandaag",
        "  Bevestigd: Piet Claes (Stad Mechelen) is ingeschreven voor grondwater.",
        "- Antwoord 32: bevestiging aan deelnemer32@voorbeeld.example, vandaag",
    ]


def test_answers_that_wait_to_be_let_go_are_not_called_sent() -> None:
    calm = replace(BAD, health=EMPTY.health)
    assert "- 44 antwoorden wachten op vrijgave; alle andere zijn verstuurd.\n" in shown(calm).text
    one = replace(calm, withheld=BAD.withheld[:1])
    assert "- 1 antwoord wacht op vrijgave; alle andere zijn verstuurd.\n" in shown(one).text


def test_a_mail_that_is_attached_is_told_where_it_is_decided() -> None:
    rendered = TEMPLATES["u"].render_digest(BUSY, (*FILES, "mail-12.eml"))
    assert re.findall("De mail zelf: .*", rendered.text) == ["De mail zelf: bijlage mail-12.eml"]
    assert "De mail zelf: bijlage mail-12.eml" in page_text(rendered.html)
    assert rendered.text.splitlines()[-2] == f"Bijlagen: {' en '.join(FILES)}."


@pytest.mark.parametrize(
    ("rule", "proposal"),
    [
        ("thanks", "opzij leggen: de mail vraagt niets"),
        ("not of staff", "nagaan wie dit stuurde; er is niets van uitgevoerd"),
    ],
)
def test_what_asks_for_nothing_can_only_be_put_aside(rule: str, proposal: str) -> None:
    text = shown(replace(EMPTY, held=(replace(HELD, rule=rule),))).text
    assert f"  Voorstel: {proposal}\n  Antwoord met “negeer 12”\n" in text


def test_what_is_to_be_decided_tells_who_what_why_and_the_words_to_answer_with() -> None:
    assert shown(BUSY).text.split("\n\n")[3:5] == [
        "Nr. 12: els.maes@aquafin.example, vandaag\n"
        "  Onderwerp: Afmelding\n"
        "  Begrepen: afmelding van Jan Peeters (Aquafin) voor grondwater\n"
        "  Reden: de afzender is niet de deelnemer, en schreef die ook niet in\n"
        "  Voorstel: uitvoeren zoals begrepen\n"
        "  Antwoord met “ok 12”, “weiger 12 [reden]” of “negeer 12”",
        "Nr. 21: info@aquafijn.example, gisteren\n"
        "  Onderwerp: Inschrijving\n"
        "  Begrepen: inschrijving van Lies Maes (Aquafijn) voor afvalwater en oppervlaktewater\n"
        "  Reden: er is geen plaats meer\n"
        "  Voorstel: nagaan of de organisatie Aquafin is\n"
        "  Antwoord met “21 is Aquafin”, “ok 21”, “weiger 21 [reden]” of “negeer 21”",
    ]


@pytest.mark.parametrize("name", SPECIMENS)
def test_no_line_of_ours_is_an_order_when_a_mail_program_sends_it_back_unmarked(name: str) -> None:
    order = re.compile(r"^\W*(?:ok|weiger|negeer|verstuur|\d+ is)\b(?!”)", re.IGNORECASE | re.MULTILINE)
    assert order.findall(shown(SPECIMENS[name]).text) == []


def test_changes_tell_who_what_and_why_table_by_table() -> None:
    text = shown(BUSY).text.partition("WAT VERANDERDE\n\n")[2].partition("\n\nBESLISSINGEN")[0]
    assert text.split("\n\n")[1:] == [
        "Afvalwater\n"
        "- Nieuw: Joke 't Serstevens (De Watergroep); kwam van de wachtlijst, gevraagd door fatima@boerenbond.example "
        "(mail 15)\n"
        "- Afgemeld: Fatima El Amrani (Boerenbond); op vraag van fatima@boerenbond.example (mail 15)\n"
        "- Wachtlijst: Piet Claes (Stad Mechelen); werktafel volzet (mail 14)",
        "Oppervlaktewater\n"
        "- Vervangen: Lien Vermeulen (Vlario), in de plaats van Koen De Smet; op vraag van koen@vlario.example "
        "(mail 16)",
        "Hemelwater\n"
        "- Geweigerd: Piet Claes (Stad Mechelen); “De inschrijvingen zijn afgesloten.” beslist door "
        "an.vos@dienst.example (mail 17)\n"
        "- Geweigerd: An d'Hoore (Pidpa); plaats van de organisatie bezet\n"
        "- Verbeterd: Fatima El Amrani (Boerenbond), eerst Fatima El Amrini; naam verbeterd, gevraagd door "
        "fatima@boerenbond.example (mail 19)\n"
        "- Andere: An d'Hoore (Pidpa); by hand",
        "Zonder werktafel\n- Geweigerd: een mail; beslist door de beheerder (mail 18)",
    ]


def test_troubles_stand_at_the_top() -> None:
    assert shown(BAD).text.split("\n\n")[2].splitlines() == [
        "Let op: de postbus wordt niet gelezen. Verwittig de beheerder.",
        "Let op: mail blijft onverwerkt liggen. Verwittig de beheerder.",
        "Let op: antwoorden raken niet verstuurd. Verwittig de beheerder.",
        "Let op: er zijn mails mislukt; de afzenders kregen nog geen antwoord. Verwittig de beheerder.",
        "Let op: de som van de mails klopt niet. Verwittig de beheerder.",
    ]
    assert "De som klopt niet." in shown(BAD).text


def test_what_a_mail_cannot_hold_is_counted() -> None:
    text = shown(BAD).text
    assert len(re.findall(r"^Nr\. ", text, re.MULTILINE)) == MOST
    assert f"\nEn nog {43 - MOST}: die volgen zodra deze behandeld zijn\n" in text
    assert f"\n- en nog {44 - MOST}\n" in text
    assert f"Antwoord met “verstuur 31-{30 + MOST}” of “verstuur alles”." in text
    many = tuple(
        Happening(number, BUSY.made_at, "confirmed", "place free", 1, "grondwater", f"Persoon {number}", "X")
        for number in range(MOST + 7)
    )
    text = shown(replace(EMPTY, happenings=many, changes=changes(many, PROGRAMME))).text
    assert "\n- en nog 7: zie de bijlage\n" in text
    tables = PROGRAMME.table_ids
    several = tuple(replace(one, id=one.id + 100 * at, table=table) for at, table in enumerate(tables) for one in many)
    text = shown(replace(EMPTY, happenings=several, changes=changes(several, PROGRAMME))).text
    assert (text.count("\n- Nieuw: "), text.count(f"\n- en nog {len(many) - 50 // len(tables)}:")) == (
        50 // len(tables) * len(tables),
        len(tables),
    )


def test_bars_compare_with_the_capacity_or_with_the_fullest_table() -> None:
    lines = {line.table: (line.capacity, line.percent) for line in brief(BUSY, PROGRAMME).occupancy}
    assert lines == {
        "grondwater": (30, 80),
        "afvalwater": (None, 60),
        "oppervlaktewater": (None, 30),
        "hemelwater": (40, 5),
        "Wateraudits en meer": (30, 100),
    }


# --- Why staff must look: the sentences of the rules have Dutch words


WISH = Request(Action.REGISTER, "Jan Peeters", "Aquafin", ("grondwater",))
CANCEL = replace(WISH, action=Action.CANCEL)
ASKER = Asker("els@aquafin.example", "Els Maes", 2)


def reasons_of_decisions() -> list[str]:
    staff = replace(PROGRAMME, when_taken=WhenTaken.STAFF)
    register = Register(())
    decide([WISH], register, staff, replace(ASKER, address="jan@aquafin.example", name="Jan Peeters"), identity)
    cases = ([CANCEL], [replace(CANCEL, participant="Tom Vos")], [replace(WISH, participant="An Claes")])
    return [reason for case in cases for reason in decide(case, register, staff, ASKER, identity).reasons]


def reasons_of_conversations() -> list[str]:
    asked = replace(WISH, tables=())
    answer = Reading(Outcome.ASK, (asked,), rule="asks for more")
    return [settle(answer, (asked,), rounds, (), "Jan Peeters").held for rounds in (1, 2)]


def reasons_of_caps() -> list[str]:
    many = (
        Answered(same_day=9), Answered(address_hour=9), Answered(address_day=99), Answered(domain_hour=99),
        Answered(everybody_burst=99), Answered(changes_day=99),
    )  # fmt: skip
    return [over(Caps(), answered, reports_change=bool(answered.changes_day)) for answered in many]


def test_every_reason_of_the_rules_is_told_in_dutch() -> None:
    reasons = [*reasons_of_decisions(), *reasons_of_conversations(), *reasons_of_caps()]
    assert len([reason for reason in reasons if reason]) == 11
    told = {
        reason: brief(replace(EMPTY, held=(replace(HELD, why=reason),)), PROGRAMME).held.lines[0].doubts
        for reason in reasons
    }
    assert {reason: doubts for reason, doubts in told.items() if doubts == ("complete",)} == {}


def test_a_rule_without_words_of_its_own_is_told_in_general() -> None:
    text = shown(replace(EMPTY, held=(replace(HELD, rule="a new rule"),))).text
    assert "  Reden: de mail is niet duidelijk genoeg\n" in text


# --- Both media, both forms of address


@pytest.mark.parametrize("formality", ["je", "u"])
@pytest.mark.parametrize("name", SPECIMENS)
def test_text_and_html_say_the_same(name: str, formality: str) -> None:
    rendered = shown(SPECIMENS[name], formality)
    page = page_text(rendered.html)
    # The names of the columns, which a list does not need.
    columns = {"wie", "wat", "waarom", "werktafel", "deelnemers", "wachtlijst"}
    notes = words("De balk vergelijkt met de volste werktafel, of met het aantal plaatsen waar dat vastligt")
    assert words(page) - words(rendered.text) <= columns | notes
    # A list of people is numbered by the page itself.
    assert {word for word in words(rendered.text) - words(page) if not word.isdigit()} == set()


@pytest.mark.parametrize("name", SPECIMENS)
def test_je_and_u_are_never_mixed(name: str) -> None:
    informal, polite = (words(shown(SPECIMENS[name], formality).text) for formality in ("je", "u"))
    assert informal & {"u", "uw", "wilt"} == set()
    assert polite & {"je", "jij", "jouw"} == set()


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_digest_fetches_and_links_to_nothing(name: str) -> None:
    html = shown(SPECIMENS[name]).html
    assert re.findall(r"<(?:a|img|link|script|iframe|form|input|button|svg|object)\b|url\(|https?:|@import", html) == []


def test_the_templates_of_the_digest_are_checked_with_the_others() -> None:
    assert TEMPLATES["u"].check() == ()


def test_a_name_that_no_digest_has_is_found_before_a_digest_is_made(tmp_path: Path) -> None:
    own = tmp_path / "nl" / "digest"
    own.mkdir(parents=True)
    (own / "subject.txt").write_text("{{ day.day }} {{ token }}")
    (own / "body.txt").write_text("{% for line in held.lines %}{{ line.colour }}{% endfor %}")
    service = Service("Dienst")
    (fault,) = Templates(tmp_path, PROGRAMME, service).check()
    assert (fault.file, fault.key) == (str(own / "subject.txt"), "line 1")
    assert fault.expected.startswith("'token' is unknown; known are awaiting, books, changes, counts, day, ")
    (own / "subject.txt").unlink()
    (fault,) = Templates(tmp_path, PROGRAMME, service).check()
    assert (fault.file, "has no attribute 'colour'" in fault.expected) == (str(own / "body.txt"), True)


# --- A stranger's words


HOSTILE = st.text(max_size=60) | st.text(
    alphabet="a<>&\"'{}%#[]()\r\n\t\v\x00\x1b\u202e\u2028\u2066\u200b\u0085.:/@ ", max_size=60
)
UNSEEN = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]"


def said_by_a_stranger(word: str) -> Digest:
    request = Request(Action.REGISTER, f"x{word}", f"x{word}", ("grondwater",))
    held = replace(HELD, sender=f"x{word}", subject=f"x{word}", requests=(request,), nearest=f"x{word}")
    facts: dict[str, Any] = {"participant": f"x{word}", "organisation": f"x{word}", "asked_by": f"x{word}"}
    happening = Happening(1, BUSY.made_at, "confirmed", "place free", 4, "grondwater", **facts)
    name = replace(BUSY.organisations[0], name=f"x{word}", nearest=f"x{word}")
    waits = replace(BUSY.awaiting[0], address=f"x{word}", requests=(request,))
    lost = replace(BUSY.undelivered[0], recipient=f"x{word}")
    told = changes((happening,), PROGRAMME)
    return replace(EMPTY, held=(held,), changes=told, organisations=(name,), awaiting=(waits,), undelivered=(lost,))


@given(word=HOSTILE)
def test_no_word_of_a_stranger_adds_a_line_or_a_tag(word: str) -> None:
    before, after = shown(said_by_a_stranger("")), shown(said_by_a_stranger(word))
    assert tags(after.html) == tags(before.html)
    assert len(after.text.splitlines()) == len(before.text.splitlines())
    assert re.findall(UNSEEN, after.subject + after.text + after.html) == []


def test_markup_and_links_in_a_subject_are_shown_and_not_obeyed() -> None:
    rendered = shown(replace(EMPTY, held=(replace(HELD, subject="<b>x</b> http://evil.example/win {{ 7 * 7 }}"),)))
    assert "  Onderwerp: <b>x</b> evil .example/win {{ 7 * 7 }}\n" in rendered.text
    assert "&lt;b&gt;x&lt;/b&gt; evil .example/win {{ 7 * 7 }}" in rendered.html
