"""How transcripts and held mails look in a real browser: on a telephone and a desk, light and dark."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from mailworker.domain.orders_specimens import held_specimens, transcript_specimens
from mailworker.rendering import Templates
from tests.looks.test_notices import CONTRASTS, PROGRAMME, SERVICE
from tests.servers.chromium import Chromium

_TEMPLATES = Templates(None, PROGRAMME, SERVICE)
_LONG = "drinkwatervoorzieningsmaatschappij" * 9
TRANSCRIPTS, HELD = transcript_specimens(PROGRAMME), held_specimens(PROGRAMME)
_WHOLE, _SWAP = TRANSCRIPTS["some of it is done"], HELD["a replacement"]
TRANSCRIPTS["names without end"] = replace(
    _WHOLE,
    carried=tuple(replace(one, sender=f"{_LONG[:60]}@x.example", organisation=_LONG) for one in _WHOLE.carried),
    unclear=(_LONG,),
)
HELD["names without end"] = replace(
    _SWAP,
    held=replace(
        _SWAP.held,
        sender=f"{_LONG[:60]}@{_LONG[:60]}.example",
        subject=_LONG,
        requests=tuple(replace(one, participant=_LONG, organisation=_LONG) for one in _SWAP.held.requests),
    ),
)
PAGES = {f"transcript: {name}": _TEMPLATES.render_transcript(one).html for name, one in TRANSCRIPTS.items()} | {
    f"held: {name}": _TEMPLATES.render_held(one, datetime(2021, 7, 1, tzinfo=UTC)).html for name, one in HELD.items()
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 800])
def test_every_text_has_enough_contrast(chromium: Chromium, width: int, dark: bool) -> None:
    pale: list[Any] = []
    for name, html in PAGES.items():
        contrasts = chromium.evaluate(html, CONTRASTS, width, dark=dark)
        assert len(contrasts) >= 4
        pale += [(name, text, ratio) for text, ratio in contrasts if ratio < 4.5]
    assert pale == []


@pytest.mark.parametrize("width", [320, 360, 800])
def test_nothing_scrolls_sideways(chromium: Chromium, width: int) -> None:
    widths = {name: chromium.page_metrics(html, width).scroll_width for name, html in PAGES.items()}
    assert {name: taken for name, taken in widths.items() if taken > width} == {}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_tells_a_screen_reader_what_is_what(name: str) -> None:
    page = LexborHTMLParser(PAGES[name])
    assert [node.attributes["lang"] for node in page.css("html")] == ["nl"]
    (title,) = page.css("title")
    assert re.match(r"(?:Te behandelen: nr\. 12, |Uitgevoerd: |Deels uitgevoerd: |Niets uitgevoerd: )", title.text())
    assert len(page.css("h1")) == 1
    assert {node.attributes.get("role") for node in page.css("table")} == {"presentation"}
    bare = [node.tag for node in page.css("h1, h2, p, li, td") if not node.attributes.get("style")]
    assert bare == []
