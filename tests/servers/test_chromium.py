"""What tests may rely on in the headless browser."""

import struct

from tests.servers.chromium import Chromium, PageMetrics

PAGE = """<!doctype html><meta charset="utf-8"><title>proef</title>
<style>body { margin: 0; background: rgb(250, 250, 250) }
@media (prefers-color-scheme: dark) { body { background: rgb(10, 20, 30) } }</style>
<div style="width: 400px; height: 1500px">één</div>"""
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_screenshot_shows_the_whole_page_at_the_width(chromium: Chromium) -> None:
    assert size(chromium.screenshot(PAGE, width=600)) == (600, 1500)


def test_the_colour_scheme_is_the_one_that_is_asked_for(chromium: Chromium) -> None:
    assert chromium.evaluate(PAGE, BACKGROUND, dark=True) == "rgb(10, 20, 30)"
    assert chromium.evaluate(PAGE, BACKGROUND) == "rgb(250, 250, 250)"
    assert chromium.screenshot(PAGE, dark=True) != chromium.screenshot(PAGE)


def test_a_page_wider_than_a_phone_shows_in_its_metrics(chromium: Chromium) -> None:
    assert chromium.page_metrics(PAGE, width=320) == PageMetrics(width=320, scroll_width=400, height=1500)
    assert chromium.page_metrics(PAGE, width=600) == PageMetrics(width=600, scroll_width=600, height=1500)


def test_nothing_is_fetched_from_the_network(chromium: Chromium) -> None:
    html = '<img id="p" src="http://localhost:9/x.png">'
    assert chromium.evaluate(html, "document.getElementById('p').naturalWidth") == 0
