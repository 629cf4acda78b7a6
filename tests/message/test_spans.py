"""Signatures, footers and banners are told from the sender's own words, and nothing is thrown away."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.message.body import Label
from mailworker.message.spans import LINE_LIMIT, label_lines, spans_of
from tests.message.writing import parts_of, read, words

SIGN_OFFS = [
    "Met vriendelijke groeten", "Met vriendelijke groet,", "Vriendelijke groeten", "Vriendelijke groet,", "Mvg", "mvg,",
    "M.v.g.", "MVG", "Groeten", "groetjes", "Grtjes", "grtn", "Grtz,", "Gr.", "Hartelijke groeten", "Warme groet",
    "Met collegiale groeten", "Met zonnige groet", "Veel groeten", "Beste groeten,", "Groene groeten", "Groet",
    "Met dank en vriendelijke groeten", "Dank en groet,", "Alvast bedankt en groeten", "Hoogachtend,",
    "Met bijzondere hoogachting", "Met de meeste achting,", "Met eerbied", "Vr. gr.", "Met vr. groeten", "Mvrgr,",
    "Cordialement", "Bien cordialement,", "Bien à vous,", "Salutations distinguées", "Meilleures salutations", "Cdlt,",
    "Sincères salutations", "Veuillez agréer, Madame, Monsieur, mes salutations distinguées.", "Kind regards,",
    "Best regards", "Warm regards", "Regards,", "Yours sincerely,", "Yours faithfully", "With kind regards", "Rgds,",
    "Mit freundlichen Grüßen",
        "Mit freundlichem Gruß",
        "Viele Grüße",
        "Freundliche Grüsse",
        "MfG",
        "*Met vriendelijke groeten,*",
    "Met vriendelijke groeten / Cordialement / Kind regards",
        "Vriendelijke groeten – Bien à vous",
        "Mvg | Best regards",
    "_Vriendelijke groeten_", "--", "-- ",
]  # fmt: skip

DEVICE_FOOTERS = [
    "Verstuurd vanaf mijn iPhone", "Verzonden vanaf mijn iPad", "Verzonden vanaf mijn Samsung Galaxy-smartphone.",
    "Verstuurd vanaf Outlook voor Android<https://aka.ms/AAb9ysg>", "Verzonden vanuit Mail voor Windows 10",
    "Verzonden met BlueMail voor Android",
        "Download Outlook voor iOS<https://aka.ms/o0ukef>",
        "Outlook voor iOS downloaden",
    "Outlook voor Android<https://aka.ms/AAb9ysg> downloaden", "Get Outlook for iOS", "Sent from my iPhone",
    "Sent from my Samsung Galaxy smartphone.", "Sent from Outlook for Android", "Sent from Mail for Windows 10",
    "Sent via BlackBerry",
        "Envoyé de mon iPhone",
        "Envoyé depuis l'application mail",
        "Envoyé à partir de Outlook pour iOS",
    "Télécharger Outlook pour Android", "Von meinem iPhone gesendet", "Gesendet mit Outlook für Android",
    "Virusvrij. www.avast.com", "This email has been checked for viruses by Avast antivirus software.",
    "Deze e-mail is gecontroleerd op virussen door AVG.",
        "Garanti sans virus. www.avast.com",
        "[Verstuurd vanaf mijn iPhone]",
]  # fmt: skip

LEGAL = [
    "Dit bericht is uitsluitend bestemd voor de geadresseerde. Indien u dit bericht per vergissing ontving, gelieve de"
    " afzender te verwittigen en het te vernietigen.",
    "Deze e-mail en eventuele bijlagen zijn vertrouwelijk en enkel bedoeld voor de geadresseerde. Verspreiding is"
    " verboden.",
    "This e-mail and any attachments are confidential and intended solely for the addressee. If you received it in"
    " error,"
    " please delete it.",
    "Ce message est confidentiel et destiné exclusivement à son destinataire. Si vous l'avez reçu par erreur, merci"
    " de le"
    " détruire.",
    "Diese E-Mail ist vertraulich und ausschließlich für den Empfänger bestimmt. Falls Sie sie irrtümlich erhielten,"
    " bitte"
    " löschen.",
    "Denk aan het milieu voor u deze mail print.",
    "Please consider the environment before printing this e-mail",
    "Pensez à l'environnement avant d'imprimer ce message.",
    "Think before you print",
    "Disclaimer: https://www.waterland.be/disclaimer",
    "Lees onze privacyverklaring op www.waterland.be/privacy",
    "Aan dit bericht kunnen geen rechten worden ontleend. De gemeente is niet aansprakelijk voor de inhoud ervan."
    " Bent u"
    " niet de bedoelde ontvanger, dan verzoeken wij u het bericht te verwijderen.",
]

BANNERS = [
    "Opgelet: externe afzender",
    "OPGELET: dit bericht komt van een externe afzender. Klik niet zomaar op links.",
    "CAUTION: This email originated from outside of the organization. Do not click links or open attachments.",
    "[EXTERNAL EMAIL]",
    "External sender: be careful with links",
    "Deze e-mail is afkomstig van buiten de organisatie.",
    "Let op! Dit bericht werd verstuurd van buiten onze organisatie",
    "ATTENTION : ce message provient de l'extérieur.",
    "U ontvangt niet vaak e-mail van jan.peeters@waterland.be. Ontdek waarom dit belangrijk is",
    "You don't often get email from jan.peeters@waterland.be. Learn why this is important",
]


@pytest.mark.parametrize("sign_off", SIGN_OFFS)
def test_a_signature_starts_at_the_sign_off(sign_off: str) -> None:
    body = read(
        f"Graag grondwater en wateraudit.\n\n{sign_off}\n\nJan Peeters\nAdviseur water\nWaterland nv\nTel. 03 555 01"
        f" 23\n"
    )
    assert parts_of(body) == {
        "own": "Graag grondwater en wateraudit.",
        "signature": words(f"{sign_off} Jan Peeters Adviseur water Waterland nv Tel. 03 555 01 23"),
    }


@pytest.mark.parametrize(
    "sign_off",
    ["Mvg Jan Peeters", "Met vriendelijke groeten, Jan Peeters", "Groetjes van Jan en An", "MVG, An De Smet."],
)
def test_a_name_on_the_line_of_the_sign_off_is_signature(sign_off: str) -> None:
    assert parts_of(read(f"Graag grondwater.\n\n{sign_off}\n")) == {"own": "Graag grondwater.", "signature": sign_off}


@pytest.mark.parametrize(
    "thanks",
    [
        "Bedankt",
        "Alvast bedankt,",
        "Thx!",
        "Merci",
        "Dank bij voorbaat,",
        "Tot dan",
        "Best,",
        "Prettig weekend",
        "Nogmaals dank",
        "Merci et bonne journée",
        "D'avance merci et bonne journée,",
        "Alvast bedankt en tot dan!",
    ],
)
def test_thanks_with_only_a_name_below_close_a_mail(thanks: str) -> None:
    body = read(f"Graag grondwater.\n\n{thanks}\nJan Peeters\n")
    assert parts_of(body) == {"own": "Graag grondwater.", "signature": words(f"{thanks} Jan Peeters")}


def test_thanks_with_a_sentence_below_close_nothing() -> None:
    text = "Bedankt!\nWe komen graag naar de tafel grondwater, met twee personen."
    assert parts_of(read(text)) == {"own": words(text)}


@pytest.mark.parametrize(
    "line",
    [
        "Schrijf mij in voor grondwater. Groeten, Gunther",
        "Doe de groeten aan Jan en noteer ons voor grondwater",
        "De groeten van onze voorzitter, die ook wil deelnemen aan de wateraudit",
        "Met vriendelijke groet stuur ik u hierbij onze keuze: grondwater",
        "groetjes en tot dan, we komen met drie",
    ],
)
def test_a_greeting_within_a_sentence_is_own_words(line: str) -> None:
    assert parts_of(read(f"Dag\n\n{line}\n")) == {"own": f"Dag {line}"}


@pytest.mark.parametrize(
    "postscript",
    [
        "PS: ook graag de wateraudit",
        "P.S. Graag ook de wateraudit.",
        "NB: wij zijn met twee.",
        "Ik zou ook graag de wateraudit volgen.",
        "Kan u mij ook de data bezorgen?",
        "Could you also add me to the water audit?",
    ],
)
def test_who_speaks_again_below_a_signature_says_own_words(postscript: str) -> None:
    body = read(f"Graag grondwater.\n\nMet vriendelijke groeten\nJan Peeters\nWaterland nv\n\n{postscript}\n")
    assert words(body.own) == f"Graag grondwater. {postscript}"


@pytest.mark.parametrize(
    "line",
    [
        "Volg ons op LinkedIn | Bekijk onze brochure over hemelwater",
        "Waterland: actief in drinkwater, riolering, afvalwater en hemelwater.",
        "Kom naar ons webinar over hemelwater op 14 september!",
        "Ik werk niet op woensdag en vrijdag.",
        "Uw water, onze zorg",
        "Wij zorgen elke dag voor zuiver drinkwater, uit grondwater en oppervlaktewater, voor heel Vlaanderen.",
        "We create chemistry for a sustainable future, with water.",
    ],
)
def test_slogans_below_a_signature_are_not_own_words(line: str) -> None:
    body = read(f"Graag grondwater.\n\nMvg\nJan Peeters\nWaterland nv\n\n{line}\n")
    assert words(body.own) == "Graag grondwater."


def test_a_last_paragraph_with_the_senders_name_and_number_is_a_signature() -> None:
    body = read("Graag grondwater.\n\nJan Peeters\nDienst water\nT 03 555 01 23\n")
    assert parts_of(body) == {"own": "Graag grondwater.", "signature": "Jan Peeters Dienst water T 03 555 01 23"}


def test_a_list_under_the_senders_name_is_own_words() -> None:
    text = "Deelname namens Waterland:\n\nJan Peeters\ngrondwater\nwateraudit"
    assert parts_of(read(text)) == {"own": words(text)}


@pytest.mark.parametrize("footer", DEVICE_FOOTERS)
def test_what_a_device_adds_is_a_device_footer(footer: str) -> None:
    assert parts_of(read(f"Graag grondwater.\n\n{footer}\n")) == {"own": "Graag grondwater.", "device footer": footer}


@pytest.mark.parametrize(
    "line",
    ["Verzonden: gisteren", "Sent you the form yesterday", "Ik download de documenten wel", "Get the list from Jan"],
)
def test_sentences_like_device_footers_are_own_words(line: str) -> None:
    assert parts_of(read(line)) == {"own": line}


@pytest.mark.parametrize("blurb", LEGAL)
def test_a_legal_or_environmental_text_is_a_disclaimer(blurb: str) -> None:
    body = read(f"Graag grondwater.\n\nMvg\nJan Peeters\n\n{blurb}\nOok te lezen op www.waterland.be\n")
    assert (words(body.own), blurb in words(body.of(Label.DISCLAIMER))) == ("Graag grondwater.", True)


@pytest.mark.parametrize(
    "line",
    [
        "Gelieve deze inschrijving vertrouwelijk te behandelen.",
        "De bijlage is enkel bestemd voor uw dienst.",
        "Wij denken aan het milieu en nemen daarom deel aan hemelwater.",
        "Mag ik u vragen mijn bericht van gisteren te vernietigen? Ik kies toch grondwater.",
    ],
)
def test_a_sender_may_speak_of_such_things(line: str) -> None:
    assert parts_of(read(f"Beste\n\n{line}\n")) == {"own": f"Beste {line}"}


@pytest.mark.parametrize("banner", BANNERS)
def test_a_warning_above_a_mail_from_outside_is_a_disclaimer(banner: str) -> None:
    body = read(f"{banner}\n\nGraag grondwater.\n")
    assert parts_of(body) == {"disclaimer": banner, "own": "Graag grondwater."}


@pytest.mark.parametrize(
    "line", ["Let op: wij zijn met twee.", "Opgelet, mijn naam is gewijzigd.", "Belangrijk: enkel grondwater!"]
)
def test_a_sender_may_warn_as_well(line: str) -> None:
    assert parts_of(read(f"{line}\n\nGroeten\nJan")) == {"own": line, "signature": "Groeten Jan"}


def test_the_footer_of_a_list_or_a_meeting_is_a_disclaimer() -> None:
    body = read(
        "Graag grondwater.\n\n________________________________\nMicrosoft Teams-vergadering\nKlik hier om deel te"
        " nemen\n"
    )
    assert (words(body.own), "Teams" in body.of(Label.DISCLAIMER)) == ("Graag grondwater.", True)


def test_a_postscript_below_a_disclaimer_is_own_words() -> None:
    body = read(f"Graag grondwater.\n\nMvg\nJan\n\n{LEGAL[0]}\n\nPS: we zijn met twee\n")
    assert words(body.own) == "Graag grondwater. PS: we zijn met twee"


def test_an_empty_mail_has_no_spans() -> None:
    body = read("")
    assert (body.text, body.spans, body.origin) == ("", (), "none")


def test_what_is_beyond_the_line_limit_is_kept_but_not_own() -> None:
    body = read("\n".join(f"regel {number}" for number in range(LINE_LIMIT + 10)))
    assert (body.own.count("\n"), body.of(Label.QUOTE).count("\n") + 1) == (LINE_LIMIT, 10)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "",
                " ",
                "> citaat",
                ">",
                ">> diep",
                "Met vriendelijke groeten",
                "Mvg Jan",
                "-- ",
                "Jan Peeters",
                "T 03 555 01 23",
                "Op 5 juli 2021 om 10:03 schreef Jan <a@b.test>:",
                "Van: Jan <a@b.test>",
                "Verzonden: maandag 5 juli 2021 10:03",
                "Aan: An",
                "Onderwerp: tafels",
                "-----Oorspronkelijk bericht-----",
                "Begin doorgestuurd bericht:",
                "_" * 32,
                "Verstuurd vanaf mijn iPhone",
                "PS: ook wateraudit",
                "Graag grondwater.",
                *LEGAL[:2],
                *BANNERS[:2],
            ]
        ),
        st.text(max_size=40).map(lambda text: text.replace("\n", " ")),
    ),
    max_size=40,
)


@given(LINES, st.booleans(), st.booleans(), st.data())
def test_the_spans_touch_and_cover_the_text(lines: list[str], forward: bool, reply: bool, data: st.DataObject) -> None:
    hints = data.draw(st.lists(st.sampled_from([None, *Label]), min_size=len(lines), max_size=len(lines)))
    labels = label_lines(lines, hints, forward=forward, reply=reply)
    text = "\n".join(lines)
    spans = spans_of(lines, labels, {0: [(0, len(lines[0]))]} if lines and lines[0] else {})
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert all(one.label is not other.label for one, other in pairwise(spans))


@given(LINES, st.sampled_from(["Werktafels", "Re: Werktafels", "FW: Werktafels"]))
def test_a_body_says_all_that_the_mail_said(lines: list[str], subject: str) -> None:
    body = read("\n".join(lines), subject)
    assert "".join(body.text[span.start : span.end] for span in body.spans) == body.text
