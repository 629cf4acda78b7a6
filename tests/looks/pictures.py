"""Makes the pictures of our mails that the README shows: `python -m tests.looks.pictures`."""

from pathlib import Path

from tests.looks.test_notices import PAGES
from tests.servers.chromium import Chromium

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PICTURES = {
    "confirmation.png": ("confirmation", 664, False),
    "question.png": ("question", 664, False),
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
