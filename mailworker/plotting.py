"""The statistics as a picture: confirmed registrations by table above, mails by what became of them below.

The edge of matplotlib, which the extra `plots` installs and which is imported here only, when a picture is asked for.
The words are those of the templates, in the programme's language; no name and no address stands in a picture.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from mailworker.domain.statistics import Fate, Span, Step, folded, step_for
from mailworker.errors import ExtraMissing, TemplateError
from mailworker.resources import shipped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WORDS = "statistics.toml"
_SIZE, _DPI = (8.0, 7.6), 200
"""Inches and dots: shown 800 pixels wide, letters are as large as those of a mail."""
_MOST_BARS = 190
_MOST_TICKS = 8
_FEWEST_DAYS = 14
_INK, _FAINT = "#222222", "#d9d9d9"
# Okabe and Ito: told apart by who is colour-blind. Lines differ in their dashes as well.
_LINES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
_DASHES = ("-", (0, (6, 2)), (0, (1.5, 1.5)), (0, (6, 2, 1.5, 2)))
_FATES = {
    Fate.HANDLED: "#0072B2",
    Fate.BY_STAFF: "#56B4E9",
    Fate.ASKED: "#E69F00",
    Fate.HELD: "#D55E00",
    Fate.IGNORED: "#999999",
    Fate.FAILED: "#000000",
    Fate.TO_DO: "#F0E442",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What the picture says, in one language."""

    title: str
    period: str
    confirmed: str
    nobody: str
    no_mails: str
    mails: Mapping[str, str]
    fates: Mapping[str, str]
    calendar: Mapping[str, Sequence[str]]

    def long_day(self, day: date) -> str:
        """As "14 oktober 2021"."""
        return f"{day.day} {self.calendar['months'][day.month - 1]} {day.year}"

    def short_day(self, day: date) -> str:
        """As "14 okt."."""
        return f"{day.day} {self.calendar['short'][day.month - 1]}"


def words(folder: Path, language: str) -> Words:
    """The words of that language, of the operator's templates or else of ours; TemplateError when they have a fault."""
    places = (folder / language / WORDS, shipped("templates") / language / WORDS)
    path = next((place for place in places if place.is_file()), places[0])
    try:
        found = Words(**tomllib.loads(path.read_text(encoding="utf-8")))
        complete = all(step in found.mails for step in Step) and all(one in found.fates for one in Fate)
        complete = complete and all(len(found.calendar[key]) == 12 for key in ("months", "short"))
        found.title.format(programme=""), found.period.format(first="", last="")
    except (OSError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise TemplateError(f"{path} cannot be used ({type(error).__name__})", "Begin with a copy of ours") from error
    if not complete:
        raise TemplateError(f"{path} does not have all words", "Compare it with ours")
    return found


def picture(days: Sequence[Span], tables: Mapping[str, str], programme: str, says: Words) -> bytes:
    """A PNG of these days, the first one first; `tables` are their names by id, in the order of telling.

    ExtraMissing when matplotlib is not installed.
    """
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError as error:
        raise ExtraMissing("A picture needs matplotlib", "plots") from error
    first, last = days[0].first, days[-1].last
    step = step_for(days, _MOST_BARS)
    # A few days alone would be drawn as wide as a year.
    within = min(step.begins(first), last - timedelta(days=_FEWEST_DAYS - 1)), step.ends(last)
    with rc_context({"font.family": "DejaVu Sans", "font.size": 10, "text.color": _INK, "text.parse_math": False}):
        figure = Figure(figsize=_SIZE, dpi=_DPI, facecolor="white", layout="constrained")
        upper, lower = figure.subplots(2, 1, height_ratios=(5, 4))
        figure.suptitle(says.title.format(programme=programme), x=0.01, ha="left", fontsize=14, fontweight="bold")
        _registrations(upper, within, days, tables, says)
        _mails(lower, folded(days, step), step, says)
        for axes in (upper, lower):
            _calendar(axes, *within, says)
        period = says.period.format(first=says.long_day(first), last=says.long_day(last))
        figure.supxlabel(
            period if first != last else says.long_day(first), x=0.01, ha="left", fontsize=9, color="#555555"
        )
        written = BytesIO()
        figure.savefig(written, format="png", metadata={"Software": None})
        return written.getvalue()


def _registrations(
    axes: "Axes", within: tuple[date, date], days: Sequence[Span], tables: Mapping[str, str], says: Words
) -> None:
    """A line of steps for each table, with its name at the end; lines that run together are drawn side by side."""
    from matplotlib.transforms import ScaledTranslation

    _frame(axes, says.confirmed)
    ends = {table: days[-1].confirmed.get(table, 0) for table in tables}
    top = max((count for day in days for count in day.confirmed.values()), default=0)
    axes.set_ylim(0, max(top * 1.1, 1))
    if not top:
        _say(axes, says.nobody)
        return
    moments = [within[0].toordinal(), *(day.first.toordinal() for day in days), within[1].toordinal() + 1]
    for number, table in enumerate(tables):
        before = days[0].confirmed.get(table, 0) - days[0].joined.get(table, 0) + days[0].left.get(table, 0)
        heights = [before, *(day.confirmed.get(table, 0) for day in days), ends[table]]
        aside = ScaledTranslation(0, (len(tables) - 1 - number) * 1.5 / 72, axes.figure.dpi_scale_trans)
        axes.plot(
            moments,
            heights,
            drawstyle="steps-post",
            color=_colour(number),
            linestyle=_DASHES[number % len(_DASHES)],
            linewidth=1.8,
            transform=axes.transData + aside,
            clip_on=False,
        )
    _name_lines(axes, ends, tables)


def _name_lines(axes: "Axes", ends: Mapping[str, int], tables: Mapping[str, str]) -> None:
    """Each line's last number and name beside it, pushed apart where lines end close together."""
    bottom, top = axes.get_ylim()
    apart = (top - bottom) * 0.075
    numbers = {table: number for number, table in enumerate(tables)}
    downwards = sorted(tables, key=lambda one: (-ends[one], numbers[one]))
    heights: list[float] = []
    for table in downwards:
        heights.append(min(ends[table], heights[-1] - apart) if heights else ends[table])
    for place in reversed(range(len(heights))):
        lowest = heights[place + 1] + apart if place + 1 < len(heights) else bottom
        heights[place] = max(heights[place], lowest)
    for table, height in zip(downwards, heights, strict=True):
        axes.annotate(
            f"{ends[table]}  {tables[table]}",
            xy=(1, height),
            xycoords=("axes fraction", "data"),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            color=_colour(numbers[table]),
            fontweight="bold",
            annotation_clip=False,
        )


def _mails(axes: "Axes", spans: Sequence[Span], step: Step, says: Words) -> None:
    """A bar for each day, or for each week or month where there are too many, in pieces by what became of the mails."""
    _frame(axes, says.mails[step])
    width = {Step.DAY: 0.86, Step.WEEK: 6.4, Step.MONTH: 27.0}[step]
    left = [span.first.toordinal() for span in spans]
    heights = [0] * len(spans)
    for one in Fate:
        counts = [span.mails.get(one, 0) for span in spans]
        if total := sum(counts):
            axes.bar(
                left,
                counts,
                width,
                bottom=heights,
                align="edge",
                color=_FATES[one],
                edgecolor="white",
                linewidth=0.4,
                label=f"{says.fates[one]} ({total})",
            )
            heights = [height + count for height, count in zip(heights, counts, strict=True)]
    axes.set_ylim(0, max(max(heights) * 1.08, 1))
    if any(heights):
        axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False, reverse=True, handlelength=1.0)
    else:
        _say(axes, says.no_mails)


def _frame(axes: "Axes", title: str) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.set_title(title, loc="left", fontsize=11, fontweight="bold")
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.spines["bottom"].set_color("#777777")
    axes.tick_params(length=0, colors="#444444")
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    axes.grid(axis="y", color=_FAINT, linewidth=0.8)
    axes.set_axisbelow(True)


def _say(axes: "Axes", what: str) -> None:
    axes.text(0.5, 0.5, what, transform=axes.transAxes, ha="center", va="center", color="#555555")


def _calendar(axes: "Axes", first: date, last: date, says: Words) -> None:
    """Days, or months where there are many, each year named once."""
    axes.set_xlim(first.toordinal(), last.toordinal() + 1)
    marks, by_month = ticks(first, last)
    labels, year = [], 0
    for tick in marks:
        label = says.calendar["short"][tick.month - 1] if by_month else says.short_day(tick)
        labels.append(f"{label}\n{tick.year}" if tick.year != year else label)
        year = tick.year
    axes.set_xticks([tick.toordinal() + (0.0 if by_month else 0.43) for tick in marks], labels)


def ticks(first: date, last: date) -> tuple[list[date], bool]:
    """Some days of the stretch, evenly apart, and whether they are firsts of months."""
    every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    for length in (1, 2, 7, 14):
        if len(every) <= _MOST_TICKS * length:
            start = (7 - first.weekday()) % 7 if length >= 7 else (len(every) - 1) % length
            return every[start::length], False
    months = [day for day in every if day.day == 1]
    apart = next(number for number in (1, 2, 3, 6, 12, 24, 60, 120, 1200, 12000) if len(months) <= _MOST_TICKS * number)
    return [day for day in months if (day.year * 12 + day.month - 1) % apart == 0], True


def _colour(number: int) -> str:
    return _LINES[number % len(_LINES)]
