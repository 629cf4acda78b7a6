"""A headless Chromium that shows HTML as a mail program would: a width, a colour scheme, and no network.

It is spoken to in the DevTools protocol over a pipe, so that it needs no port; pages are files.
"""

import base64
import fcntl
import itertools
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers.programs import dies_with_us, need

_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    # Whatever a page asks for from the network, it does not get: blocked pictures are what a mail program shows.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)


@dataclass(frozen=True, slots=True)
class PageMetrics:
    """Sizes in CSS pixels. A page that fits has a `scroll_width` of at most `width`."""

    width: int
    scroll_width: int
    height: int


def _pipe() -> tuple[int, int]:
    """A pipe whose ends are none of the first ten: 3 and 4 are Chromium's, and the first that a bare Python gives."""
    low = os.pipe()
    reads, writes = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low)
    for end in low:
        os.close(end)
    return reads, writes


class Chromium:
    """The browser process; `close` ends it and leaves nothing on the disk."""

    def __init__(self) -> None:
        program = str(need("chromium", "apt-get install chromium"))
        self._folder = Path(tempfile.mkdtemp(prefix="mailworker-chromium-"))
        self._ids = itertools.count(1)
        to_browser, self._requests = _pipe()
        self._replies, from_browser = _pipe()
        self._unread = b""
        command = [program, *_OPTIONS, f"--user-data-dir={self._folder / 'profile'}", "about:blank"]
        # Chromium reads its commands from file descriptor 3 and answers on 4.
        shell = f'exec "$@" 3<&{to_browser} 4>&{from_browser} {to_browser}<&- {from_browser}>&-'
        self._process = subprocess.Popen(
            dies_with_us("bash", "-c", shell, "chromium", *command, signal="KILL"),
            pass_fds=(to_browser, from_browser),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "HOME": str(self._folder)},
        )
        os.close(to_browser)
        os.close(from_browser)
        target = self._ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = self._ask("Target.attachToTarget", {"targetId": target, "flatten": True})
        self._session = attached["sessionId"]
        self._ask("Page.enable")

    def screenshot(self, html: str, width: int = 600, *, dark: bool = False) -> bytes:
        """A PNG of the whole page at that width in CSS pixels, in the light or the dark colour scheme."""
        self._show(html, width, dark)
        taken = self._ask("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True})
        return base64.b64decode(taken["data"])

    def page_metrics(self, html: str, width: int = 600) -> PageMetrics:
        """How much room the page takes at that width."""
        page = "document.documentElement"
        sizes = self.evaluate(html, f"[innerWidth, {page}.scrollWidth, {page}.scrollHeight]", width)
        return PageMetrics(*sizes)

    def evaluate(self, html: str, expression: str, width: int = 600, *, dark: bool = False) -> Any:
        """What the JavaScript expression gives in the shown page, as JSON."""
        self._show(html, width, dark)
        given = self._ask("Runtime.evaluate", {"expression": expression, "returnByValue": True})
        if "exceptionDetails" in given:
            raise ValueError(given["exceptionDetails"]["exception"]["description"])
        return given["result"]["value"]

    def close(self) -> None:
        self._ask("Browser.close", of_page=False)
        self._process.wait(timeout=20)
        os.close(self._requests)
        os.close(self._replies)
        # Its children outlive it by a moment, and write to the very last.
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        until = time.monotonic() + 5
        while self._folder.exists() and time.monotonic() < until:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _show(self, html: str, width: int, dark: bool) -> None:
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._ask("Emulation.setEmulatedMedia", {"features": [scheme]})
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        self._ask("Emulation.setDeviceMetricsOverride", size)
        file = self._folder / f"page{next(self._ids)}.html"
        file.write_text(html, "utf-8")
        self._ask("Page.navigate", {"url": file.as_uri()})
        while self._read().get("method") != "Page.loadEventFired":
            continue

    def _ask(self, method: str, parameters: dict[str, Any] | None = None, *, of_page: bool = True) -> Any:
        request: dict[str, Any] = {"id": next(self._ids), "method": method, "params": parameters or {}}
        session = getattr(self, "_session", None)
        if of_page and session:
            request["sessionId"] = session
        os.write(self._requests, json.dumps(request).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") != request["id"]:
                continue
            if "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            return answer["result"]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            received = os.read(self._replies, 1 << 20)
            if not received:
                raise RuntimeError("Chromium ended")
            self._unread += received
        message, _, self._unread = self._unread.partition(b"\0")
        parsed: dict[str, Any] = json.loads(message)
        return parsed
