"""Obvious fraud and bulk advertising, by signs that stand together: never one word alone.

Not a spam filter: the receiving server has one. This only keeps what got past it from being answered.
"""

import re

from mailworker.message.automatic_view import View


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_PHISHING = (
    _any_of(
        r"\b(?:mailbox|postvak|inbox|bo[iî]te\s(?:mail|aux\slettres)|postfach|account|wachtwoord|password"
        r"|mot\sde\spasse|passwort|opslag\w*|storage|quota)\b"
    ),
    _any_of(
        r"\b(?:vol|full|pleine|voll|verloop\w*|vervalt|expir\w+|deactiv\w+|gedeactiveerd|opgeschort|suspend\w*"
        r"|geblokkeerd|limiet|limit|valide\w+|verif\w+|verify|confirm\w*|bevestig\w*|24\s?uur|24\s?hours|upgrade)\b"
    ),
    _any_of(r"\b(?:klik|click|cliquez|klicken)\b|https?://"),
    _any_of(
        r"\b(?:uw|your|votre|ihr)\s(?:mailbox|postvak|account|wachtwoord|password|compte|bo[iî]te|postfach"
        r"|e-?mail\s?account|inbox)"
    ),
)
_MONEY = (
    _any_of(r"\b(?:lottery|loterij|loterie|jackpot|gewonnen|you\shave\swon|vous\savez\sgagn[ée])\b"),
    _any_of(r"\b(?:cadeaubon|cadeaukaart|gift\s?cards?|voucher|gratis\s(?:iphone|tablet|staal))\b"),
    _any_of(r"\bclaim\b.{0,40}\b(?:nu|vandaag|uw|your|now|today)\b|\bu\s(?:bent|werd)\s(?:geselecteerd|uitgekozen)\b"),
    _any_of(r"\b(?:inheritance|erfenis|h[ée]ritage|next\sof\skin|beneficiary|begunstigde|deceased\sclient)\b"),
    _any_of(r"\b(?:million|miljoen|millions?)\s(?:us\s?)?(?:dollars?|usd|euros?|pounds?|gbp)|[$€£]\s?\d[\d.,]{5,}"),
    _any_of(r"\b(?:bitcoin|btc|crypto\w*|ethereum|wallet|forex|binary\soptions|trading\s(?:platform|signals))\b"),
    _any_of(
        r"\b(?:guaranteed\s(?:returns?|profit)|double\syour|investment\s(?:opportunity|proposal)|passief\sinkomen"
        r"|passive\sincome|loan\soffer|lening\s(?:aan|zonder))\b"
    ),
    _any_of(r"\bverdien(?:t)?\b.{0,40}\bper\s(?:dag|week|maand)\b|\bearn\b.{0,40}\b(?:per|a)\s(?:day|week)\b"),
    _any_of(
        r"\b(?:wordt|word|werd|get|become)\srijk\b|\brich\s(?:quick|fast)\b|\b(?:simpele|geheime?)\s(?:systeem|methode|truc)\b"
    ),
    _any_of(
        r"\b(?:western\sunion|moneygram|bank\stransfer\sof|atm\scard|strictly\sconfidential\s(?:transaction"
        r"|business))\b"
    ),
)
_WEB_SERVICES = (
    _any_of(
        r"\b(?:1st|first|top)\s(?:page|position|rank\w*)\b|\bpage\s(?:1|one)\sof\sgoogle|eerste\spagina\svan\sgoogle"
    ),
    _any_of(
        r"\b(?:seo|search\sengine\soptimi[sz]ation|backlinks?|guest\sposts?|link\sbuilding|domain\sauthority"
        r"|organic\straffic)\b"
    ),
    _any_of(
        r"\b(?:keywords?|rank(?:ing|ed)?\b.{0,30}\b(?:google|search)|not\sranking|website\s(?:traffic|redesign|audit)"
        r"|web\s(?:design|development)\s(?:services|company|agency))\b"
    ),
    _any_of(
        r"\b(?:price\slist|send\syou\sa\s(?:quote|proposal)|100%\sguaranteed|affordable\s(?:price|rates|packages)"
        r"|free\s(?:quote|audit\sreport))\b"
    ),
    _any_of(r"\b(?:email\slist|mailing\slist|leads\slist|contact\sdatabase|b2b\s(?:leads|contacts|data))\b"),
)
_DOMAIN = (
    _any_of(r"\bdomain\b|\bdomeinnaam\b"),
    _any_of(r"\b(?:final|last)\s(?:notice|reminder)\b|\b(?:expir|renew)\w+|\bvervalt\b|\bverlengen\b"),
    _any_of(r"https?://|\bpay\snow\b|\bbetaal\snu\b"),
)
_RISKY_FILE = re.compile(
    r"\.(?:zip|rar|7z|iso|img|js|jse|vbs|wsf|exe|scr|bat|cmd|com|lnk|html?|ace|gz|cab|jar|xlsm|docm)$"
)
_PAYMENT = _any_of(
    r"\b(?:factuur|facture|invoice|rechnung|betaling|payment|paiement|zahlung|aanmaning|herinnering|pakket|levering"
    r"|zending|parcel|colis|remittance|purchase\sorder)\b"
)
_PRESSURE = _any_of(
    r"\b(?:wachtwoord|password|mot\sde\spasse|passwort)\b|\bbinnen\s(?:de\s)?(?:\d+|twee|drie)\s(?:dagen|uur)"
    r"|\bwithin\s\d+\s(?:days|hours)|\b(?:dringend|urgent|onmiddellijk|immediately|final\snotice)\b|\b(?:procedure"
    r"|deurwaarder|boete|incasso)\b"
)


_PARCEL = (
    _any_of(r"\b(?:pakket|pakje|zending|levering|parcel|package|colis|boete|rekening|abonnement)\b"),
    _any_of(
        r"\b(?:betaal|betaling|kosten|verzendkosten|pay|fee|payez|frais)\b.{0,40}(?:\d[\d.,]*\s?(?:euro|eur|€|\$|usd)|[€$]\s?\d)"
    ),
    _PRESSURE,
)


def account_phishing(view: View) -> bool:
    return not view.asks and all(sign.search(f"{view.subject} {view.words}") for sign in _PHISHING)


def money_promised(view: View) -> bool:
    found = sum(1 for sign in _MONEY if sign.search(f"{view.subject} {view.words}"))
    return found > 1 and not view.asks


def web_services(view: View) -> bool:
    if all(sign.search(f"{view.subject} {view.words}") for sign in _DOMAIN):
        return True
    found = sum(1 for sign in _WEB_SERVICES if sign.search(f"{view.subject} {view.words}"))
    return found > 1 and not view.asks


def payment_trap(view: View) -> bool:
    """An invoice or parcel with a program attached and a threat in the text; a sum to be paid in a hurry."""
    if all(sign.search(f"{view.subject} {view.words}") for sign in _PARCEL) and "tafel" not in view.words:
        return True
    risky = any(_RISKY_FILE.search(part.filename.lower()) for part in view.inbound.parts if not part.inside_message)
    written = f"{view.subject} {view.words}"
    return risky and bool(_PAYMENT.search(written) and _PRESSURE.search(written)) and not view.asks
