"""How the digest looks in a real browser: on a telephone and a desk, in the light and the dark scheme."""

import re
from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from mailworker.domain.digest_specimens import digest_specimens
from mailworker.domain.happenings import changes
from mailworker.rendering import Templates
from tests.looks.test_notices import CONTRASTS, PROGRAMME, SERVICE
from tests.servers.chromium import Chromium

DIGESTS = digest_specimens(PROGRAMME)
_BUSY = DIGESTS["a busy day"]
_LONG = "drinkwatervoorzieningsmaatschappij" * 9
_ENDLESS = tuple(
    replace(one, participant=_LONG, organisation=_LONG, asked_by=f"{_LONG[:60]}@{_LONG[:60]}.example")
    for one in _BUSY.happenings
)
DIGESTS["names without end"] = replace(
    _BUSY,
    happenings=_ENDLESS,
    changes=changes(_ENDLESS, PROGRAMME),
    held=tuple(replace(one, sender=f"{_LONG[:60]}@{_LONG[:60]}.example", subject=_LONG) for one in _BUSY.held),
    undelivered=tuple(replace(one, recipient=f"{_LONG[:60]}@x.example") for one in _BUSY.undelivered),
    awaiting=tuple(replace(one, address=f"{_LONG[:60]}@x.example") for one in _BUSY.awaiting),
    organisations=tuple(replace(one, name=_LONG, nearest=_LONG) for one in _BUSY.organisations),
)
FILES = ("deelnemers-2021-10-13.xlsx", "wijzigingen-2021-10-13.csv")
_TEMPLATES = Templates(None, PROGRAMME, SERVICE)
PAGES = {name: _TEMPLATES.render_digest(digest, FILES).html for name, digest in DIGESTS.items()}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 800])
def test_every_text_has_enough_contrast(chromium: Chromium, width: int, dark: bool) -> None:
    pale: list[Any] = []
    for name, html in PAGES.items():
        contrasts = chromium.evaluate(html, CONTRASTS, width, dark=dark)
        assert len(contrasts) > 20
        pale += [(name, text, ratio) for text, ratio in contrasts if ratio < 4.5]
    assert pale == []


@pytest.mark.parametrize("width", [320, 360, 800])
def test_nothing_scrolls_sideways(chromium: Chromium, width: int) -> None:
    widths = {name: chromium.page_metrics(html, width).scroll_width for name, html in PAGES.items()}
    assert {name: taken for name, taken in widths.items() if taken > width} == {}


_BARS = """
[...document.querySelectorAll('.bar')].map(bar => {
  const [full, whole] = [bar.querySelector('.full'), bar.offsetWidth];
  return [bar.offsetHeight, Math.round(100 * (full ? full.offsetWidth : 0) / whole)];
})
"""


@pytest.mark.parametrize("width", [360, 800])
def test_a_bar_is_as_long_as_its_table_is_full(chromium: Chromium, width: int) -> None:
    """Drawn with table cells alone: there is nothing that a mail program could block."""
    bars = chromium.evaluate(PAGES["a busy day"], _BARS, width)
    assert [length for _, length in bars] == [80, 60, 30, 5, 100]
    assert {height for height, _ in bars} == {12}
    assert [length for _, length in chromium.evaluate(PAGES["an empty day"], _BARS, width)] == [0] * 5


_BAR_COLOURS = """
['.bar .full', '.bar .rest', '.card'].map(name => getComputedStyle(document.querySelector(name)).backgroundColor)
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_full_part_of_a_bar_stands_out(chromium: Chromium, dark: bool) -> None:
    full, rest, card = chromium.evaluate(PAGES["a busy day"], _BAR_COLOURS, dark=dark)
    assert len({full, rest, card}) == 3
    assert contrast(full, rest) >= 3
    assert contrast(full, card) >= 3


def contrast(one: str, other: str) -> float:
    """WCAG 2.1: the ratio of the relative luminances."""
    lights = sorted(luminance(colour) + 0.05 for colour in (one, other))
    return lights[1] / lights[0]


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", PAGES)
def test_the_page_tells_a_screen_reader_what_is_what(name: str) -> None:
    page = LexborHTMLParser(PAGES[name])
    assert [node.attributes["lang"] for node in page.css("html")] == ["nl"]
    assert re.fullmatch(r".+: werktafels 13/10", page.css("title")[0].text())
    assert len(page.css("h1")) == 1
    data, layout = page.css("table:not([role])"), page.css("table[role]")
    assert {node.attributes["role"] for node in layout} == {"presentation"}
    captions = [[node.text(strip=True) for node in table.css("caption")] for table in data]
    assert captions == [["Wat veranderde"]] * bool(DIGESTS[name].changes) + [["Bezetting per werktafel"]]
    for table in data:
        assert {node.attributes.get("scope") for node in table.css(".overview > thead th")} == {"col"}
        assert {node.attributes.get("scope") for node in table.css(".overview > tbody > tr > th")} <= {
            "row",
            "rowgroup",
        }
        assert [row for row in table.css(".overview > tbody > tr") if not row.css("th[scope]")] == []
    hidden = [bar.attributes.get("aria-hidden") for bar in page.css(".bar")]
    assert hidden == ["true"] * len(DIGESTS[name].occupancy)


@pytest.mark.parametrize("name", PAGES)
def test_no_kind_of_change_is_told_by_colour_alone(name: str) -> None:
    labels = [node.text().split() for node in LexborHTMLParser(PAGES[name]).css(".tag")]
    assert [label for label in labels if not (len(label[0]) == 1 and re.match(r"[A-Z][a-z]{2,}", label[1]))] == []


def test_each_bar_says_its_numbers_beside_it() -> None:
    page = LexborHTMLParser(PAGES["a busy day"])
    cells = [" ".join(bar.parent.text().split()) for bar in page.css(".bar") if bar.parent is not None]
    assert cells == [
        "24 van 30 plaatsen, 22 organisaties",
        "18 deelnemers van 16 organisaties",
        "9 deelnemers van 7 organisaties",
        "2 van 40 plaatsen, 1 organisatie",
        "30 van 30 plaatsen, 28 organisaties",
    ]
