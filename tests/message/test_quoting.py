"""What mail programs quote and forward is told from what the sender wrote."""

import pytest

from mailworker.message.body import Label
from tests.message.writing import parts_of, read, words

OURS = "Kies uit:\n- grondwater\n- hemelwater\n- wateraudit\n\nMet vriendelijke groeten\nHet planningsteam"
MARKED = "\n".join(f"> {line}".rstrip() for line in OURS.split("\n"))

ATTRIBUTIONS = {
    "Gmail": "Op ma 5 jul. 2021 om 10:03 schreef Team Planning <tafels@planning.example>:",
    "Gmail, wrapped": "Op ma 5 jul. 2021 om 10:03 schreef Team Planning\n<tafels@planning.example>:",
    "Gmail, wrapped"
    " thrice": "Op ma 5 jul. 2021 om 10:03\nschreef Team Planning van de dienst\n<tafels@planning.example\n>:",
    "Gmail 2026": "Op vr 3 apr 2026 om 09:12 schreef Team Planning <tafels@planning.example>:",
    "Gmail, English": "On Mon, Jul 5, 2021 at 10:03 AM Team Planning <tafels@planning.example> wrote:",
    "Gmail, French": "Le lun. 5 juil. 2021 à 10:03, Team Planning <tafels@planning.example> a écrit :",
    "Gmail, German": "Am Mo., 5. Juli 2021 um 10:03 Uhr schrieb Team Planning <tafels@planning.example>:",
    "Apple Mail": "Op 5 jul. 2021, om 10:03 heeft Team Planning <tafels@planning.example> het volgende geschreven:",
    "iPhone": "Op 5 jul. 2021 om 10:03 heeft Team Planning <tafels@planning.example> het volgende geschreven:",
    "iPhone,"
    " marked"
    " itself": "> Op 5 jul. 2021 om 10:03 heeft Team Planning <tafels@planning.example> het volgende geschreven:",
    "iPhone, older": "Team Planning <tafels@planning.example> heeft op 5 jul. 2021 om 10:03 het volgende geschreven:",
    "Apple Mail, English": "> On 5 Jul 2021, at 10:03, Team Planning <tafels@planning.example> wrote:",
    "Apple Mail, French": "Le 5 juil. 2021 à 10:03, Team Planning <tafels@planning.example> a écrit :",
    "Apple Mail, German": "Am 05.07.2021 um 10:03 schrieb Team Planning <tafels@planning.example>:",
    "Thunderbird": "Op 5/07/2021 om 10:03 schreef Team Planning:",
    "Thunderbird, date first": "Op 05-07-2021 10:03, Team Planning schreef:",
    "Thunderbird, English": "On 05/07/2021 10:03, Team Planning wrote:",
    "Thunderbird, French": "Le 05/07/2021 à 10:03, Team Planning a écrit :",
    "Thunderbird, German": "Am 05.07.21 um 10:03 schrieb Team Planning:",
    "Roundcube": "Team Planning schreef op 2021-07-05 10:03:",
    "Roundcube, English": "On 2021-07-05 10:03, Team Planning wrote:",
    "Roundcube, German": "Am 2021-07-05 10:03, schrieb Team Planning:",
    "K-9": "Op 5 juli 2021 10:03:22 CEST schreef Team Planning <tafels@planning.example>:",
    "Outlook for Mac": "Op 05/07/2021 10:03 heeft Team Planning <tafels@planning.example> geschreven:",
    "Evolution": "Team Planning schreef op ma 05-07-2021 om 10:03 [+0200]:",
    "Horde": "Citeren Team Planning <tafels@planning.example>:",
    "Horde, English": "Quoting Team Planning <tafels@planning.example>:",
    "bold": "*Op ma 5 jul. 2021 om 10:03 schreef Team Planning <tafels@planning.example>:*",
}

BLOCKS = {
    "Outlook": "Van: Team Planning <tafels@planning.example>\nVerzonden: maandag 5 juli 2021 10:03\n"
    "Aan: Jan Peeters <jan.peeters@waterland.be>\nOnderwerp: Nog een vraag",
    "Outlook, copy": "Van: Team Planning\nVerzonden: maandag 5 juli 2021 10:03\nAan: Jan Peeters; An Smet\nCC: Piet"
    " Claes\n"
    "Onderwerp: Nog een vraag",
    "Outlook, long list": "Van: Team Planning <tafels@planning.example>\nVerzonden: maandag 5 juli 2021 10:03\n"
    "Aan: Jan Peeters <jan.peeters@waterland.be>; An Smet <an.smet@waterland.be>;\n"
    " Piet Claes <piet.claes@waterland.be>; Els Maes\n <els.maes@waterland.be>\nOnderwerp: Nog een vraag over de\n"
    " tafels",
    "Outlook, original message": "-----Oorspronkelijk bericht-----\nVan: Team Planning <tafels@planning.example>\n"
    "Verzonden: maandag 5 juli 2021 10:03\nAan: Jan Peeters\nOnderwerp: Nog een vraag",
    "Outlook, rule": "________________________________\nVan: Team Planning <tafels@planning.example>\n"
    "Verzonden: maandag 5 juli 2021 10:03:11\nAan: Jan Peeters\nOnderwerp: Nog een vraag",
    "Outlook, English": "From: Team Planning <tafels@planning.example>\nSent: Monday, July 5, 2021 10:03 AM\n"
    "To: Jan Peeters\nSubject: Nog een vraag",
    "Outlook, French": "De : Team Planning <tafels@planning.example>\nEnvoyé : lundi 5 juillet 2021 10:03\n"
    "À : Jan Peeters\nObjet : Nog een vraag",
    "Outlook, German": "Von: Team Planning <tafels@planning.example>\nGesendet: Montag, 5. Juli 2021 10:03\n"
    "An: Jan Peeters\nBetreff: Nog een vraag",
    "Outlook, bold": "*Van:* Team Planning <tafels@planning.example>\n*Verzonden:* maandag 5 juli 2021 10:03\n"
    "*Aan:* Jan Peeters\n*Onderwerp:* Nog een vraag",
    "Outlook, one line": "Van: Team Planning <tafels@planning.example> Verzonden: maandag 5 juli 2021 10:03 Aan: Jan"
    " Peeters Onderwerp: Nog een vraag",
    "Outlook mobile": "________________________________\nFrom: Team Planning <tafels@planning.example>\n"
    "Sent: Monday, July 5, 2021 10:03:11 AM\nTo: Jan Peeters <jan.peeters@waterland.be>\nSubject: Nog een vraag",
    "Outlook, blank lines"
    " between": "Van: Team Planning <tafels@planning.example>\n\nVerzonden: maandag 5 juli 2021 10:03\n\n"
    "Aan: Jan Peeters\n\nOnderwerp: Nog een vraag",
    "Samsung": "-------- Oorspronkelijk bericht --------\nVan: Team Planning <tafels@planning.example>\n"
    "Datum: 05/07/21 10:03 (GMT+01:00)\nAan: jan.peeters@waterland.be\nOnderwerp: Nog een vraag",
    "Samsung, English": "-------- Original message --------\nFrom: Team Planning <tafels@planning.example>\n"
    "Date: 05/07/2021 10:03 (GMT+01:00)\nTo: jan.peeters@waterland.be\nSubject: Nog een vraag",
    "Notes": 'Van:        "Team Planning" <tafels@planning.example>\nAan:        jan.peeters@waterland.be\n'
    "Datum:      05/07/2021 10:03\nOnderwerp:  Nog een vraag",
    "Notes, English": 'From:        "Team Planning" <tafels@planning.example>\nTo:        jan.peeters@waterland.be,\n'
    "Date:        05/07/2021 10:03\nSubject:        Nog een vraag",
    "Zimbra": '----- Oorspronkelijk bericht -----\nVan: "Team Planning" <tafels@planning.example>\n'
    'Aan: "Jan Peeters" <jan.peeters@waterland.be>\nVerzonden: Maandag 5 juli 2021 10:03:11\nOnderwerp: Nog een vraag',
    "Zimbra, short": 'Van: "Team Planning" <tafels@planning.example>\nAan: "jan.peeters" <jan.peeters@waterland.be>\n'
    "Verzonden: Maandag 5 juli 2021 10:03:11\nOnderwerp: Nog een vraag",
    "Windows"
    " Mail": "Verzonden vanuit Mail voor Windows 10\n\nVan: Team Planning\nVerzonden: maandag 5 juli 2021 10:03\n"
    "Aan: Jan Peeters\nOnderwerp: Nog een vraag",
    "a language we do not know": "Od: Team Planning <tafels@planning.example>\nWysłano: poniedziałek, 5 lipca 2021"
    " 10:03\n"
    "Do: Jan Peeters\nTemat: Nog een vraag",
    "GroupWise": '>>> "Team Planning" <tafels@planning.example> 5/07/2021 10:03 >>>',
}

FORWARDS = {
    "Gmail": "---------- Forwarded message ---------\nVan: Team Planning <tafels@planning.example>\n"
    "Date: ma 5 jul. 2021 om 10:03\nSubject: Oproep\nTo: Jan Peeters <jan.peeters@waterland.be>",
    "Gmail, Dutch": "---------- Doorgestuurd bericht ---------\nVan: Team Planning <tafels@planning.example>\n"
    "Datum: ma 5 jul. 2021 om 10:03\nOnderwerp: Oproep\nAan: Jan Peeters",
    "Apple Mail": "Begin doorgestuurd bericht:\n\nVan: Team Planning <tafels@planning.example>\nOnderwerp: Oproep\n"
    "Datum: 5 juli 2021 om 10:03:11 CEST\nAan: Jan Peeters",
    "Apple"
    " Mail,"
    " marked": "Begin doorgestuurd bericht:\n\n> Van: Team Planning <tafels@planning.example>\n> Onderwerp: Oproep\n"
    "> Datum: 5 juli 2021 om 10:03:11 CEST\n> Aan: Jan Peeters",
    "Apple Mail,"
    " English": "Begin forwarded message:\n\nFrom: Team Planning <tafels@planning.example>\nSubject: Oproep\n"
    "Date: 5 July 2021 at 10:03:11 CEST\nTo: Jan Peeters",
    "Apple Mail, French": "Début du message réexpédié :\n\nDe: Team Planning <tafels@planning.example>\nObjet: Oproep\n"
    "Date: 5 juillet 2021 à 10:03:11 UTC+2\nÀ: Jan Peeters",
    "Thunderbird": "-------- Doorgestuurd bericht --------\nOnderwerp: \tOproep\nDatum: \tMon, 5 Jul 2021 10:03:11"
    " +0200\n"
    "Van: \tTeam Planning <tafels@planning.example>\nAan: \tJan Peeters",
    "Thunderbird,"
    " French": "-------- Message transféré --------\nSujet : \tOproep\nDate : \tMon, 5 Jul 2021 10:03:11 +0200\n"
    "De : \tTeam Planning <tafels@planning.example>\nPour : \tJan Peeters",
    "Thunderbird, German": "-------- Weitergeleitete Nachricht --------\nBetreff: \tOproep\n"
    "Datum: \tMon, 5 Jul 2021 10:03:11 +0200\nVon: \tTeam Planning <tafels@planning.example>\nAn: \tJan Peeters",
    "Notes": "----- Doorgestuurd door Jan Peeters/Waterland/BE op 05/07/2021 10:15 -----\n\n"
    "Van: Team Planning <tafels@planning.example>\nAan: Jan Peeters\nDatum: 05/07/2021 10:03\nOnderwerp: Oproep",
}


@pytest.mark.parametrize("quoted", [MARKED, OURS], ids=["marked", "unmarked"])
@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS.keys())
def test_what_stands_under_an_attribution_is_quoted(attribution: str, quoted: str) -> None:
    body = read(
        f"Graag de tafel afvalwater.\n\n{attribution}\n\n{quoted}\n", "Re: Nog een vraag", In_Reply_To="<a@b.test>"
    )
    assert parts_of(body) == {"own": "Graag de tafel afvalwater.", "quote": words(f"{attribution} {quoted}")}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_what_stands_under_a_block_of_fields_is_quoted(block: str) -> None:
    body = read(f"Graag de tafel afvalwater.\n\n\n{block}\n\n{OURS}\n", "RE: Nog een vraag", In_Reply_To="<a@b.test>")
    assert (words(body.own), "grondwater" in body.of(Label.QUOTE)) == ("Graag de tafel afvalwater.", True)


@pytest.mark.parametrize("header", FORWARDS.values(), ids=FORWARDS.keys())
def test_what_is_passed_on_is_a_forward(header: str) -> None:
    body = read(f"Onze tafel is afvalwater.\n\n{header}\n\n\n{OURS}\n", "Fwd: Oproep")
    assert parts_of(body) == {"own": "Onze tafel is afvalwater.", "forward": words(f"{header} {OURS}")}


@pytest.mark.parametrize(
    "subject", ["FW: Oproep", "Fwd: Oproep", "Doorst: Oproep", "TR : Oproep", "WG: Oproep", "[EXT] FW: Oproep"]
)
def test_a_block_of_fields_under_such_a_subject_is_a_forward(subject: str) -> None:
    body = read(f"Onze tafel is afvalwater.\n\n{BLOCKS['Outlook']}\n\n{OURS}\n", subject)
    assert (words(body.own), "grondwater" in body.of(Label.FORWARD)) == ("Onze tafel is afvalwater.", True)


def test_a_chain_within_a_forward_stays_a_forward() -> None:
    body = read(
        f"Wij kiezen afvalwater.\n\n{BLOCKS['Outlook']}\n\nZie onder.\n\n{BLOCKS['Outlook']}\n\n{OURS}", "FW: Oproep"
    )
    assert body.of(Label.QUOTE) == ""


def test_answers_between_quoted_lines_are_own_words() -> None:
    body = read(
        "Op ma 5 jul. 2021 om 10:03 schreef Team <tafels@planning.example>:\n\n> Wie mogen we inschrijven?\n\nAnke"
        " Wuyts\n\n"
        "> Voor welke tafel?\n> - grondwater\n> - hemelwater\nenkel de wateraudit\n\n> Groeten\n> Het team\n",
        "Re: vraag",
        In_Reply_To="<a@b.test>",
    )
    assert words(body.own) == "Anke Wuyts enkel de wateraudit"


def test_an_answer_below_the_quote_is_own_words() -> None:
    body = read(
        f"{ATTRIBUTIONS['Gmail']}\n\n{MARKED}\n\nDe tafel afvalwater graag.\nJan\n",
        "Re: vraag",
        In_Reply_To="<a@b.test>",
    )
    assert words(body.own) == "De tafel afvalwater graag. Jan"


def test_an_attribution_without_its_colon_counts_above_marked_lines() -> None:
    body = read(f"Graag audit.\n\nOp ma 5 jul. 2021 om 10:03 schreef Team <a@b.test>\n\n{MARKED}", "Re: vraag")
    assert words(body.own) == "Graag audit."


def test_deeper_quotes_are_quoted() -> None:
    body = read("Prima.\n\nOn 5 Jul 2021 Team wrote:\n>> Kies:\n>> hemelwater\n> > nog\n> ja\n", "Re: vraag")
    assert words(body.own) == "Prima."


def test_the_second_half_of_a_broken_quoted_line_is_quoted() -> None:
    body = read(
        "Op 5 juli 2021 om 10:03 schreef Team:\n> Bedankt voor uw interesse in de werktafels van de"
        " strategische\nplanning ervan\n"
        "> en nog meer.\n\nDank, grondwater.\n",
        "Re: vraag",
    )
    assert words(body.own) == "Dank, grondwater."


@pytest.mark.parametrize(
    "text",
    [
        "Wij komen met de trein.\n\nVan: Mechelen\nAan: 5 tafels\n\nTot dan",
        "Van: Jan Peeters\nAan: het planningsteam\nDatum: 12 juli 2021\nOnderwerp: inschrijving\n\nGraag grondwater.",
        "Onze keuze:\n> grondwater\n> hemelwater\n\nMeer niet.",
        "Datum: 12 juli\nOnderwerp: grondwater\nOrganisatie: Waterland",
        "Jan schreef: wij komen. Dus graag grondwater.",
        "Zoals u op 5 juli schreef: iedereen is welkom. Wij kiezen grondwater.",
        "Op 5 juli 2021 schreef ik mij in voor grondwater:\ndat was een vergissing.",
        "Mail: jan@water.test\nUur: 5 juli 2021 10:30\nTafel: grondwater",
        "Op 5 juli om 10:03 spraken we elkaar.\nMijn collega schreef toen:\nwij doen mee aan grondwater",
        "Op 22 juni om 14:30 heeft ons bestuur beslist om deel te nemen aan:\n- grondwater\n- wateraudit",
        "Op 5 juli om 10:03 schreef onze directeur zich in voor:\ngrondwater",
        "Mijn collega schreef op 5 juli aan allen:\nwij kiezen grondwater.",
        "On 5 July at 10:03 I wrote:\nplease add groundwater.",
        "Collega's,\n\n-----\n\ngraag grondwater\n\n-----\n\ndank",
        "Kies ik: grondwater ____ hemelwater ____\n\n________________________________\n\nEn ook wateraudit.",
    ],
)  # fmt: skip
def test_content_that_looks_like_a_quote_is_own_words(text: str) -> None:
    assert parts_of(read(text)) == {"own": words(text)}


def test_bullets_above_a_block_of_fields_are_own_words() -> None:
    body = read(
        f"Wij kiezen\n> grondwater\n> wateraudit\n\n{BLOCKS['Outlook']}\n\n{OURS}",
        "RE: vraag",
        In_Reply_To="<a@b.test>",
    )
    assert words(body.own) == "Wij kiezen > grondwater > wateraudit"


def test_marked_lines_without_an_attribution_are_quoted_in_a_reply() -> None:
    body = read("> Voor welke tafel?\nafvalwater", "Re: vraag", In_Reply_To="<a@b.test>")
    assert parts_of(body) == {"quote": "> Voor welke tafel?", "own": "afvalwater"}


def test_marked_lines_with_an_empty_one_are_quoted_anywhere() -> None:
    assert parts_of(read("> Beste\n>\n> hemelwater\n\nAfvalwater.")) == {
        "quote": "> Beste > > hemelwater",
        "own": "Afvalwater.",
    }
