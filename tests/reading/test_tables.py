"""Each reader of tables by itself: names, denials, all and the rest, what is vague, what does not exist, boxes."""

from functools import cache

import pytest

from mailworker.reading.folding import fold
from mailworker.reading.naming.mention import Polarity, TablesRead, Vagueness
from mailworker.reading.naming.table_names import Vocabulary, vocabulary
from mailworker.reading.naming.tables import read_tables
from mailworker.reading.naming.unknown_tables import unknown_table
from tests import accuracy

_SHORT = {"gw": "grondwater", "aw": "afvalwater", "ow": "oppervlaktewater", "hw": "hemelwater", "wa": "wateraudit"}


@cache
def _words() -> Vocabulary:
    return vocabulary(accuracy.knowledge().programme)


def _read(text: str) -> TablesRead:
    return read_tables(fold(text), text, _words())


def _ids(short: str) -> frozenset[str]:
    return frozenset(_SHORT[word] for word in short.split())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Bevoorrading uit grondwater", "gw"),
        ("grond-, hemel- en afvalwater", "gw hw aw"),
        ("de tafel over hergebruik van effluent", "aw"),
        ("de tafel gronwdater", "gw"),
        ("tafel GW en tafel WA", "gw wa"),
        ("eaux souterraines et de surface", "gw ow"),
        ("hemelwater- en droogteplannen", ""),
    ],
)
def test_a_table_is_known_by_each_of_its_names(text: str, named: str) -> None:
    assert _read(text).ids() == _ids(named)


@pytest.mark.parametrize(
    ("text", "wished", "denied"),
    [
        ("grondwater wel, hemelwater niet", "gw", "hw"),
        ("niet voor grondwater en hemelwater maar voor afvalwater", "aw", "gw hw"),
        ("grondwater (ja), hemelwater (neen)", "gw", "hw"),
        ("niet: grondwater, hemelwater, wateraudit", "", "gw hw wa"),
        ("grondwater, hemelwater, wateraudit: niet voor ons", "", "gw hw wa"),
        ("de wateraudit laten we aan anderen over", "", "wa"),
        ("grondwater, niet namens ons bureau", "gw", ""),
        ("we do not wish to attend the water audit", "", "wa"),
    ],
)
def test_what_is_said_no_to_is_told_apart(text: str, wished: str, denied: str) -> None:
    read = _read(text)
    assert (read.ids(), read.ids(Polarity.NO)) == (_ids(wished), _ids(denied))


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("alle werktafels", "gw aw ow hw wa"),
        ("alles behalve de audit", "gw aw ow hw"),
        ("op de wateraudit na alle tafels", "gw aw ow hw"),
        ("geen grondwater, de andere tafels wel", "aw ow hw wa"),
        ("de vier bevoorradingstafels", "gw aw ow hw"),
        ("alle tafels zijn boeiend", ""),
        ("geen interesse in grondwater of een van de andere tafels", ""),
    ],
)
def test_all_tables_are_all_less_the_exceptions(text: str, wished: str) -> None:
    assert _read(text).ids() == _ids(wished)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("grondwater of hemelwater", Vagueness.EITHER),
        ("tafel 2 graag", Vagueness.ORDER),
        ("een van de werktafels", Vagueness.SOME),
        ("dezelfde tafel als mijn collega", Vagueness.SAME),
        ("drie tafels: grondwater en hemelwater", Vagueness.COUNT),
        ("van mijn drie tafels hou ik grondwater", None),
        ("grondwater en/of hemelwater", Vagueness.EITHER),
        ("twee tafels: grondwater en hemelwater", None),
    ],
)
def test_what_names_no_table_says_why(text: str, vague: Vagueness | None) -> None:
    assert _read(text).vague == vague


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("de werktafel over droogte", True),
        ("tafel drinkwater", True),
        ("de tafel over grondwater", False),
        ("de tafel over de bevoorrading uit hemelwater", False),
    ],
)
def test_a_table_that_does_not_exist_is_noticed(text: str, unknown: bool) -> None:
    folded = fold(text)
    assert unknown_table(folded, _words().mentions(folded, text), _words()) is unknown


def test_where_boxes_are_ticked_the_others_are_not_wished_for() -> None:
    read = _read("[x] grondwater [ ] hemelwater [x] wateraudit")
    assert (read.ids(), read.ids(Polarity.NO)) == (_ids("gw wa"), _ids("hw"))


def test_a_place_says_where_it_stands() -> None:
    text = "Graag hemelwater aub"
    assert [text[m.start : m.end] for m in _read(text).mentions] == ["hemelwater"]
