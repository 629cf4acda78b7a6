"""Whether a first name is a man's or a woman's, where that is sure: "hij" and "zij" tell two people apart by it."""

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import words_of

_WOMEN = words_of(
    """
    agnes ann anne annick anneleen annelies annemie annemieke annelore ans an astrid ayse barbara beatrijs bieke britt
    carine caroline carmen catherine chantal charlotte christel christiane christine claire cindy dorien debby deborah
    diane dominica eefje elien elisabeth elise elke ellen els elsie emmy erica esther evelien evelyn evelyne eveline
    evi eva fien fleur freya frederique frieda geertrui gerda gitte godelieve greet greetje griet gudrun hadewych
    hanne hannelore heidi helen helene hilde hildegarde ilke ilse ine inge ingrid iris isabel isabelle jasmien
    jennifer jessie jill joke josefien joelle julie juliette justine karen karien karin karlien kathleen katleen kathy
    katie katrien katrijn katty kelly kim kirsten kirsti kristel kristien kristin krista laure laurence leen leyla lien
    lies liesbet liesbeth liesje liesl lieve lieselot lieselotte lieze lindsay lisbeth lise liv loes lotte lut lutgart
    lutgard lydia magali manon margot margriet marianne marie marie-claire marieke marijke marjan marjolein marleen
    martine maud merel mia mieke miet mieke mireille miriam muriel myriam nadine nancy nathalie nele nicole nina
    noor noella odette patricia paulien petra pascale rachel renilde riet rit ruth saar sabine sara sarah sandy
    silke sigrid siska sofie sophie stefanie stephanie stien suzanne suzy sylvie tine tineke trees trui tinne ulrike
    valerie veerle veronique vicky viviane vivian wendy yasmine yolande yvette yvonne zoe
    """
)
_MEN = words_of(
    """
    adriaan ahmed albert alexander alain ali arne arnaud arthur bart bas bastiaan ben benoit bernard bert bob boris
    bram brecht bruno cedric christophe christoph clement cyriel daan david davy didier dieter dimitri dirk dominiek
    dries eddy edward eric erik erwin ewout filip florian floris francis francois franky frank frans fred frederik
    frits geert georges gerard gert gilles gino glenn guido gust gunther gunter guy hans hendrik herman hubert hugo
    ignace ivan ivo jaak jacques jan jean jean-pierre jef jelle jens jeroen jo joachim johan john joost joris jos jozef
    jonas jonathan jurgen kamiel karel kasper kenneth kevin klaas koen kobe kristof kristoff kurt lander laurens leo
    lode lorenz louis luc lucas ludo luk maarten marc marcel mario mark marnix mats matthias matthijs mathias mathieu
    maurice maxim michael michel michiel mohamed nick nico nicolas niels olivier pascal patrick paul peter philip
    philippe pier piet pieter pieter-jan pieterjan pol quinten raf ralph ramon rembert rene renaat rik rob robbe robert
    roel roeland roger ronald ronny rudi rudy ruben sander sebastien serge seppe simon stan staf
    stefaan stefan steven stijn sven sylvain theo thibault thierry thijs thomas tijs tim timothy tobias tom tony
    toon tristan tuur vincent walter wannes ward werner wilfried willem willy wim wout wouter xavier yannick yassin
    yves youssef karl
    """
)
_WOMENS_ENDINGS = ("a", "ine", "elle", "ette", "lien", "lies", "leen", "beth", "trui", "wien", "tje")
_MENS_ENDINGS = ("us", "bert", "rik", "frid", "ard", "win", "mir", "mar")
_TITLES = {
    "mevrouw": "f", "mevr": "f", "mw": "f", "mvr": "f", "madame": "f", "mme": "f", "mrs": "f", "ms": "f", "mej": "f",
    "heer": "m", "dhr": "m", "meneer": "m", "mijnheer": "m", "monsieur": "m", "mr": "m",
}  # fmt: skip


def gender_of(name: str, title: str = "") -> str:
    """'f', 'm', or '' where neither a title nor the first name of a full name tells."""
    if title.rstrip(".") in _TITLES:
        return _TITLES[title.rstrip(".")]
    given = fold(name.split(" ", maxsplit=1)[0]) if name else ""
    for form in (given, given.partition("-")[0]):
        if form in _WOMEN:
            return "f"
        if form in _MEN:
            return "m"
    if given.endswith(_WOMENS_ENDINGS):
        return "f"
    return "m" if given.endswith(_MENS_ENDINGS) else ""
