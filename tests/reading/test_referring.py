"""Pronouns and functions mean the people whom the mail named before, where only one of them fits."""

import pytest

from mailworker.domain.organisation import Directory
from mailworker.programme_files import read_programme
from mailworker.reading.folding import fold
from mailworker.reading.layout.unit import Unit
from mailworker.reading.naming.table_names import vocabulary
from mailworker.reading.said import Surroundings, say
from mailworker.reading.who.referring import with_references
from mailworker.resources import shipped

_TWO = "Onze directeur, Jan Peeters, en onze ingenieur, An Sels, komen."


def _actors(*sentences: str) -> list[str | None]:
    programme, _ = read_programme(shipped("config") / "programme.toml")
    assert programme is not None
    words = vocabulary(programme)
    said = [say(Unit(text, fold(text), 0), words, Directory(()), Surroundings()) for text in sentences]
    return [actor.name for actor in with_references(said, "Els Maes")[-1].actors]


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        ((_TWO, "Hij volgt grondwater, zij hemelwater."), ["Jan Peeters", "An Sels"]),
        ((_TWO, "Zij volgt grondwater en hij hemelwater."), ["An Sels", "Jan Peeters"]),
        ((_TWO, "Eerstgenoemde neemt grondwater, laatstgenoemde hemelwater."), ["Jan Peeters", "An Sels"]),
        ((_TWO, "De ingenieur volgt grondwater, de directeur hemelwater."), ["An Sels", "Jan Peeters"]),
        ((_TWO, "Beiden willen naar grondwater."), ["Jan Peeters", "An Sels"]),
        (("Jan Peeters kent de putten.", "Kan u hem inschrijven voor grondwater?"), ["Jan Peeters"]),
        (("Jan Peeters en Piet Huys komen.", "Hij volgt grondwater."), [None]),
        (("Jan Peeters werkt hier.", "Hij doet grondwater, ik hemelwater."), ["Jan Peeters", None]),
    ],
)
def test_a_pronoun_means_the_one_who_fits_and_nobody_where_several_do(
    sentences: tuple[str, ...], names: list[str | None]
) -> None:
    assert _actors(*sentences) == names


def test_both_is_no_person_where_the_mail_named_only_one() -> None:
    assert _actors("Jan Peeters van Farys schreef dit.", "Ik neem beide tafels, grondwater en hemelwater.") == [None]
