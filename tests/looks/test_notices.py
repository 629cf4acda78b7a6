"""How our mails look in a real browser: readable on a telephone and a desk, in the light and the dark scheme."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from selectolax.lexbor import LexborHTMLParser

from mailworker.domain.programme import Programme, Session, Table
from mailworker.domain.request import Action, Request
from mailworker.domain.specimens import specimens
from mailworker.rendering import Service, Templates
from tests.servers.chromium import Chromium

_FIRST = Session(datetime(2021, 10, 14, 9, 30, tzinfo=ZoneInfo("Europe/Brussels")), "Gebouw Zuid, Kadeplein 1, Brussel")
PROGRAMME = Programme(
    name="Strategische planning waterbevoorrading",
    organiser="Vlaamse Milieumaatschappij (VMM)",
    mailbox="tafels@dienst.example",
    tables=(
        Table("grondwater", "Bevoorrading uit grondwater", sessions=(_FIRST,)),
        Table("afvalwater", "Bevoorrading uit afvalwater"),
        Table("oppervlaktewater", "Bevoorrading uit oppervlaktewater", sessions=(_FIRST,)),
        Table("hemelwater", "Bevoorrading uit hemelwater"),
        Table("wateraudit", "Wateraudit"),
    ),
)
SERVICE = Service("Secretariaat werktafels", "02 555 01 02", "Kadeplein 1, 1000 Brussel", "je")
SPECIMENS = specimens(PROGRAMME)
_LONG_NAME, _LONG_ORGANISATION = "Wolfeschlegelsteinhausenbergerdorff" * 3, "drinkwatervoorzieningsmaatschappij" * 9
SPECIMENS["a name without end"] = replace(
    SPECIMENS["confirmed and waiting"],
    rows=tuple(
        replace(row, participant=_LONG_NAME, organisation=_LONG_ORGANISATION)
        for row in SPECIMENS["confirmed and waiting"].rows
    ),
    understood=(Request(Action.REGISTER, _LONG_NAME, _LONG_ORGANISATION, PROGRAMME.table_ids),),
)
_TEMPLATES = Templates(None, PROGRAMME, SERVICE)
PAGES = {name: _TEMPLATES.render(notice, datetime(2021, 7, 1, tzinfo=UTC)).html for name, notice in SPECIMENS.items()}

# Every visible piece of text with the contrast to what is painted behind it (WCAG 2.1, relative luminance).
CONTRASTS = """
(() => {
  const colour = value => value.match(/[\\d.]+/g).map(Number);
  const seen = value => { const c = colour(value); return c.length < 4 || c[3] > 0; };
  const luminance = value => {
    const [r, g, b] = colour(value).map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const painted = getComputedStyle(e).backgroundColor;
      if (seen(painted)) return painted;
    }
    return "rgb(255, 255, 255)";
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.textContent.trim();
    if (!text || !element.getClientRects().length) continue;
    const [one, other] = [luminance(getComputedStyle(element).color), luminance(ground(element))];
    found.push([text, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)]);
  }
  return found;
})()
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 800])
def test_every_text_has_enough_contrast(chromium: Chromium, width: int, dark: bool) -> None:
    pale: list[Any] = []
    for name, html in PAGES.items():
        contrasts = chromium.evaluate(html, CONTRASTS, width, dark=dark)
        assert len(contrasts) > 10
        pale += [(name, text, ratio) for text, ratio in contrasts if ratio < 4.5]
    assert pale == []


def test_the_dark_scheme_is_dark(chromium: Chromium) -> None:
    ground = "getComputedStyle(document.querySelector('.card')).backgroundColor"
    grounds = [chromium.evaluate(PAGES["confirmation"], ground, dark=dark) for dark in (False, True)]
    assert grounds == ["rgb(255, 255, 255)", "rgb(24, 36, 45)"]


@pytest.mark.parametrize("width", [320, 360, 800])
def test_nothing_scrolls_sideways(chromium: Chromium, width: int) -> None:
    widths = {name: chromium.page_metrics(html, width).scroll_width for name, html in PAGES.items()}
    assert {name: taken for name, taken in widths.items() if taken > width} == {}


def test_a_mail_is_at_most_600_pixels_wide_and_its_words_16_high(chromium: Chromium) -> None:
    sizes = "[document.querySelector('.card').offsetWidth, getComputedStyle(document.querySelector('li')).fontSize]"
    assert [chromium.evaluate(PAGES["confirmation"], sizes, width) for width in (800, 360)] == [
        [600, "16px"],
        [360, "16px"],
    ]


def test_on_a_telephone_each_row_tells_what_its_last_cell_is(chromium: Chromium) -> None:
    label = "getComputedStyle(document.querySelector('.session'), '::before').content"
    assert [chromium.evaluate(PAGES["confirmation"], label, width) for width in (360, 800)] == [
        '"Volgende sessie: "',
        "none",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_tells_a_screen_reader_what_is_what(name: str) -> None:
    page = LexborHTMLParser(PAGES[name])
    assert [node.attributes["lang"] for node in page.css("html")] == ["nl"]
    assert re.fullmatch(r"[A-Z][a-z, ]+: Strategische planning waterbevoorrading", page.css("title")[0].text())
    assert len(page.css("h1")) == 1
    data, layout = page.css("table:not([role])"), page.css("table[role]")
    assert {node.attributes["role"] for node in layout} == {"presentation"}
    assert len(data) == (1 if SPECIMENS[name].rows else 0)
    for table in data:
        assert [node.text() for node in table.css("caption")] == ["Overzicht per werktafel"]
        assert {node.attributes.get("scope") for node in table.css(".overview > thead th")} == {"col"}
        assert {node.attributes.get("scope") for node in table.css(".overview > tbody th")} == {"row"}
        assert (
            len(table.css(".overview > tbody th"))
            == len(table.css(".overview > tbody > tr"))
            == len(SPECIMENS[name].rows)
        )
        columns = len(table.css(".overview > thead th"))
        assert {len(row.css("th, td")) for row in table.css(".overview > tbody > tr")} == {columns}


@pytest.mark.parametrize("name", PAGES)
def test_no_state_is_told_by_colour_alone(name: str) -> None:
    page = LexborHTMLParser(PAGES[name])
    labels = [node.text().split() for node in page.css(".state, .tag")]
    assert [label for label in labels if not (len(label[0]) == 1 and re.match(r"[A-Z][a-z]{2,}", label[1]))] == []
    hidden = [node.css("span[aria-hidden=true]") for node in page.css(".state, .tag")]
    assert [len(shapes) for shapes in hidden] == [1] * len(labels)


def test_only_media_queries_stay_in_the_style_element() -> None:
    page = LexborHTMLParser(PAGES["confirmation"])
    (style,) = page.css("style")
    rules = re.sub(r"\s+", " ", style.text())
    assert re.findall(r"@[a-z-]+ \([^)]*\)", rules) == [
        "@media (max-width: 520px)",
        "@media (prefers-color-scheme: dark)",
    ]
    assert re.sub(r"@media [^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", rules).strip() == ""
    bare = [node.tag for node in page.css("h1, h2, p, li, td, th, caption") if not node.attributes.get("style")]
    assert bare == []
