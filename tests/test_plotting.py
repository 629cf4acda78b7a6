"""The picture of the statistics: a readable PNG of any stretch, in the programme's words."""

import struct
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from mailworker import plotting
from mailworker.domain.statistics import Fate, Span, by_day
from mailworker.errors import ExtraMissing, TemplateError
from mailworker.resources import shipped

TABLES = {"grondwater": "grondwater", "hemelwater": "hemelwater", "wateraudit": "wateraudit"}
DAY = date(2021, 7, 5)
PROGRAMME = "$Planning & water_"


def stretch(length: int) -> tuple[Span, ...]:
    """So many days with a mail of each kind and a registration now and then."""
    days = [DAY + timedelta(days=number) for number in range(length)]
    joined = Counter({(day, table): 1 for day in days[::3] for table in list(TABLES)[: day.day % 4]})
    return by_day(joined, {}, {(day, fate): 1 for day in days for fate in Fate})


@pytest.mark.parametrize("length", [1, 12, 40, 300, 1600])
def test_any_stretch_is_a_png_that_is_sharp_at_800_pixels(length: int) -> None:
    drawn = plotting.picture(stretch(length), TABLES, PROGRAMME, plotting.words(shipped("templates"), "nl"))
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", drawn[16:24]) == (1600, 1520)


def test_mails_without_registrations_and_registrations_without_mails_are_drawn() -> None:
    says = plotting.words(shipped("templates"), "nl")
    for days in (by_day({}, {}, {(DAY, Fate.HELD): 1}), by_day({(DAY, "grondwater"): 1}, {}, {})):
        assert plotting.picture(days, TABLES, PROGRAMME, says).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("length", "first", "labels", "by_month"),
    [
        (14, 1, 7, False),  # every second day, up to the last one
        (30, 0, 5, False),  # Mondays
        (300, 0, 4, True),  # firsts of every second month
    ],
)
def test_a_calendar_has_few_labels_evenly_apart(length: int, first: int, labels: int, by_month: bool) -> None:
    ticks, months = plotting.ticks(DAY, DAY + timedelta(days=length - 1))
    assert (len(ticks), months) == (labels, by_month)
    assert months or ticks[0] == DAY + timedelta(days=first)


def test_an_operator_has_words_of_their_own_and_a_fault_in_them_is_named(tmp_path: Path) -> None:
    ours = (shipped("templates") / "nl" / plotting.WORDS).read_text(encoding="utf-8")
    theirs = tmp_path / "nl" / plotting.WORDS
    theirs.parent.mkdir()
    theirs.write_text(ours.replace("genegeerd", "niet voor ons"), encoding="utf-8")
    assert plotting.words(tmp_path, "nl").fates[Fate.IGNORED] == "niet voor ons"
    theirs.write_text(ours.replace('"held" =', '"hold" ='), encoding="utf-8")
    with pytest.raises(TemplateError, match="does not have all words"):
        plotting.words(tmp_path, "nl")
    with pytest.raises(TemplateError, match="cannot be used"):
        plotting.words(tmp_path, "xx")


def test_without_the_extra_a_picture_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'mailworker\[plots\]'"):
        plotting.picture(stretch(1), TABLES, PROGRAMME, plotting.words(shipped("templates"), "nl"))


def test_no_command_loads_matplotlib_before_a_picture_is_asked_for() -> None:
    code = (
        "import sys, mailworker.cli, mailworker.plotting, mailworker.wiring, mailworker.checkup;"
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0
