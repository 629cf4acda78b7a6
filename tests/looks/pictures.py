"""Makes the pictures of our mails that the README shows: `python -m tests.looks.pictures`."""

from dataclasses import replace
from pathlib import Path

from mailworker.domain.digest_specimens import digest_specimens
from mailworker.domain.happenings import changes
from mailworker.rendering import Templates
from tests.looks.test_digest import FILES
from tests.looks.test_notices import PAGES, PROGRAMME, SERVICE
from tests.servers.chromium import Chromium

_BUSY = digest_specimens(PROGRAMME)["a busy day"]
_HAPPENINGS = _BUSY.happenings[:6]
_SHORT = replace(
    _BUSY,
    held=_BUSY.held[:2],
    undelivered=_BUSY.undelivered[:1],
    awaiting=_BUSY.awaiting[:1],
    happenings=_HAPPENINGS,
    changes=changes(_HAPPENINGS, PROGRAMME),
    ruled=(),
    organisations=_BUSY.organisations[:1],
)
ORIGINALS = [f"mail-{one.number}.eml" for one in _SHORT.held]
PAGES = {**PAGES, "digest": Templates(None, PROGRAMME, SERVICE).render_digest(_SHORT, (*FILES, *ORIGINALS)).html}
FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PICTURES = {
    "confirmation.png": ("confirmation", 664, False),
    "question.png": ("question", 664, False),
    "digest.png": ("digest", 664, False),
    "confirmation-telephone-dark.png": ("confirmed and waiting", 360, True),
}


def main() -> None:
    """Writes each picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    browser = Chromium()
    for file, (name, width, dark) in PICTURES.items():
        (FOLDER / file).write_bytes(browser.screenshot(PAGES[name], width, dark=dark))
    browser.close()


if __name__ == "__main__":
    main()
