"""Words that go with a wish and are none by themselves."""

from mailworker.reading.phrases.patterns import one_of

LOOSE = one_of(r"""
# Words that go with a wish and are none by themselves.
graag
gaarne
gere
geiren
aub
a\.u\.b
alsjeblieft
alstublieft
please
volg(?:t|en)?
opvolg\w*
kom(?:t|en)?
zit(?:ten)?
mee
aan tafel
lijkt (?:me|mij|ons)
past
interesseert
plaats
would like
like to
souhait\w+
voudr\w+
desir\w+
mijn naam
""")

FAREWELL = one_of(r"""
(?:kijk(?:en)?|uitkijken) (?:\w+ ){0,3}uit naar
see you
looking forward
a bientot
benieuwd naar
tot (?:op|dan|ziens|binnenkort|volgende|de (?:eerste|volgende))
""")
