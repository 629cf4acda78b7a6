"""Which language a text is in, by its commonest words: Dutch, English, French, or one that readers do not know."""

import re

_WORDS = {
    "nl": (
        "de het een en van ik wij we is zijn voor met op aan niet dat die deze ook bij naar om te u je jullie"
        " mijn onze ons graag als maar wordt worden er nog wel zal kan kunnen mag tot uit over door hierbij beste"
        " geachte groeten dank mij me hij zij dit was heb hebben of dag in ne da ge"
    ),
    "en": (
        "the a an and of i we is are for with on at not that this also to you your my our us please would like if"
        " but be will can could by from dear regards thanks thank me he she it was have has in table join as"
    ),
    "fr": (
        "le la les un une et de des du je nous est sont pour avec sur aux au ne pas que qui ce cette aussi vous"
        " votre mon ma notre nos si mais sera par dans bonjour merci cordialement me il elle ete ai avons table"
        " en d l"
    ),
    "de": (
        "der die das ein eine und von ich wir ist sind fur mit auf an nicht dass diese auch bei zu sie ihr ihre"
        " mein unser uns bitte wenn aber wird werden durch aus sehr geehrte mochte mochten gerne im am den dem"
        " zur zum grussen als tisch"
    ),
    "es": (
        "el la los las un una y de del yo nosotros es son para con en a no que este esta tambien su mi nuestro"
        " por se lo como mesa gracias saludos quisiera usted"
    ),
    "it": (
        "il lo la gli le un una e di del della io noi sono per con su non che questo anche suo mio nostro da si"
        " come grazie saluti vorrei"
    ),
    "pt": (
        "o a os as um uma e de do da eu nos e sao para com em nao que este tambem seu meu nosso por se como obrigado"
    ),
    "pl": "i w na z do nie sie jest to ze dla od po jak prosze dziekuje chcialbym oraz pozdrawiam",
    "tr": "ve bir bu icin ile de da olarak cok ben biz katilmak istiyorum saygilar tesekkur",
    "ro": "si de la in pentru cu este nu un o din pe sa va rog multumesc masa",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_KNOWN = frozenset(("nl", "en", "fr"))
_TOKEN = re.compile(r"[a-z]+")
_FOREIGN_SCRIPT = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")


def language_of(folded: str) -> str:
    """A language code, "nl" for texts that are too short to tell, "other" for other scripts."""
    sample = folded[:4000]
    letters = sum(1 for c in sample if c.isalpha())
    if letters and len(_FOREIGN_SCRIPT.findall(sample)) * 2 > letters:
        return "other"
    words = _TOKEN.findall(sample)
    counts = {language: sum(1 for word in words if word in known) for language, known in _SETS.items()}
    best = max(counts, key=lambda language: (counts[language], language in _KNOWN, language == "nl"))
    known_best = max(counts[language] for language in _KNOWN)
    if best in _KNOWN or len(words) < 8 or counts[best] < 4 or counts[best] < 1.4 * known_best:
        return max(_KNOWN, key=lambda language: (counts[language], language == "nl"))
    return best


def is_known(language: str) -> bool:
    """Whether the readers know the language."""
    return language in _KNOWN
