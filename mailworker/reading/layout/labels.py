"""The labels of forms and the headings of tables: which fact stands beside or below them. Dutch, English, French."""

import re
from enum import StrEnum


class Field(StrEnum):
    """The fact that a label announces."""

    PERSON = "person"
    GIVEN = "given name"
    SURNAME = "surname"
    ORGANISATION = "organisation"
    TABLES = "tables"
    ADDRESS = "address"
    LEAVER = "leaver"
    NEWCOMER = "newcomer"
    WISH = "wish"
    QUESTION = "question"
    NOTHING = "nothing"
    """A label that we know and whose value we do not need."""


_LABELS = {
    Field.PERSON: (
        "naam|deelnemer|deelnemers|naam deelnemer|naam van de deelnemer|naam deelnemer(s)|deelnemer(s)"
        "|voornaam en naam|voornaam + naam|naam en voornaam|naam + voornaam|voornaam naam|naam voornaam"
        "|voornaam, naam|naam, voornaam|naam/voornaam|voor- en achternaam|voor- en familienaam|volledige naam"
        "|contactpersoon|contact|vertegenwoordiger|vertegenwoordigers|vertegenwoordigd door|afgevaardigde"
        "|afgevaardigden|afvaardiging|wie|participant|participants|name|full name|nom|nom et prenom|prenom et nom"
        "|persoon|kandidaat|kandidaten|lid|leden|inschrijving voor|in te schrijven|naam collega|collega"
        "|medewerker|representative|delegate|attendee|delegue|deleguee|representant|representante|wie neemt deel"
        "|wie komt|naam afgevaardigde|aanwezige|vaste vertegenwoordiger"
    ),
    Field.GIVEN: "voornaam|first name|prenom|given name|roepnaam|firstname",
    Field.SURNAME: "familienaam|achternaam|last name|surname|nom de famille|family name|lastname",
    Field.ORGANISATION: (
        "organisatie|bedrijf|firma|instelling|organisation|organization|company|werkgever|vereniging|bestuur"
        "|organisme|naam organisatie|naam van de organisatie|organisatie/bedrijf|bedrijf/organisatie|societe"
        "|entreprise|namens|gemeente/organisatie|dienst/organisatie|institution|employer|naam bedrijf"
        "|naam instelling|lokaal bestuur|onderneming|bedrijfsnaam|org|namens organisatie|voor organisatie"
        "|overheid/organisatie|instantie|entiteit|affiliation"
    ),
    Field.TABLES: (
        "werktafel|werktafels|werktafel(s)|tafel|tafels|tafel(s)|keuze|keuze tafel|keuze werktafel|gekozen tafel"
        "|gekozen tafels|gekozen werktafel|gekozen werktafels|voorkeur|table|tables|table(s)|working table"
        "|working tables|working table(s)|werktafel(s) van keuze|tafel(s) van keuze|inschrijving werktafel"
        "|inschrijving werktafels|thema|thema's|wt|wt's|inschrijven voor|schrijft in voor|deelname aan"
        "|deelname aan werktafel|deelname aan tafel|neemt deel aan|table de travail|tables de travail|welke tafel"
        "|welke tafels|welke werktafel|welke werktafels|gewenste werktafel|gewenste werktafels|gewenste tafel"
        "|gewenste tafels|gewenste werktafel(s)|werkgroep|werkgroepen|inschrijven bij|wil deelnemen aan"
        "|werktafel(s) naar keuze"
    ),
    Field.ADDRESS: (
        "e-mail|email|mail|e-mailadres|mailadres|emailadres|mailadres deelnemer|e-mail adres|courriel"
        "|adresse mail|e-mail address|email address"
    ),
    Field.LEAVER: (
        "tot nu toe|huidige deelnemer|huidige vertegenwoordiger|huidig|vertrekt|oud|oude deelnemer"
        "|wordt vervangen|vervangt|ter vervanging van|in plaats van|uit|vroeger|tot nog toe|was|van|vertrekkend"
        "|vertrekkende deelnemer|weg|te vervangen|replaces|remplace|current participant|leaving|vorige deelnemer"
        "|oude vertegenwoordiger|afmelden|uitschrijven|schrappen|te schrappen|old"
    ),
    Field.NEWCOMER: (
        "wordt vervangen door|vervangen door|nieuwe deelnemer|nieuwe vertegenwoordiger|nieuw|vervanger|opvolger"
        "|in|wordt|naar|vanaf nu|voortaan|replaced by|new participant|successor|remplacee? par|nieuwe naam"
        "|komt in de plaats|new"
    ),
    Field.WISH: "betreft|onderwerp|subject|objet|concerne|betreffende",
    Field.QUESTION: "vraag|vragen|vraagje|question|questions|extra vraag|bijkomende vraag",
    Field.NOTHING: (
        "functie|gsm|telefoon|tel|telefoonnummer|adres|opmerking|opmerkingen|datum|dieet|afdeling|dienst|function"
        "|phone|postcode|ons kenmerk|uw kenmerk|uw bericht van|kenmerk|ref|bijlage|bijlagen|mobiel|fax|website"
        "|btw|btw-nummer|ondernemingsnummer|kbo|kbo-nummer|plaats|straat|titel|rol|rijksregisternummer|nr|sector"
        "|aantal|aantal deelnemers|dieetwensen|fonction|telephone|beroep|expertise|motivatie|handtekening|taal"
        "|job title|position|role"
    ),
}
_OF = {label: field for field, labels in _LABELS.items() for label in labels.split("|")}
_PRONOUNS = ("onze ", "mijn ", "uw ", "de ", "het ", "our ", "my ", "gewenste ", "notre ")


def field_of(label: str) -> Field | None:
    """The field that a folded label announces, if it is one that we know."""
    label = re.sub(r"\s?(?:nr\.?\s?)?[1-9]$", "", " ".join(label.split()))
    found = _OF.get(label)
    if found is None:
        for pronoun in _PRONOUNS:
            if label.startswith(pronoun):
                return _OF.get(label[len(pronoun) :])
    return found


_OF_TICKS = frozenset(
    [
        "deelname",
        "deelnemen",
        "ja/nee",
        "ja/neen",
        "neemt deel",
        "wij nemen deel",
        "x",
        "interesse",
        "yes/no",
        "ja of nee",
    ]
)


def heading_of(cell: str) -> Field | None:
    """The field of the column under a folded heading."""
    cell = cell.strip(" :*_#.?")
    return Field.NOTHING if cell in _OF_TICKS else field_of(cell)
