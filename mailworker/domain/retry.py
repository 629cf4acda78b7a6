"""How long to wait before the next attempt: longer each time, never all at the same moment."""

from datetime import timedelta

_FIRST = timedelta(minutes=1)
_LONGEST = timedelta(hours=4)


def delay(attempts: int, row: int) -> timedelta:
    """The wait after that many attempts: 1 minute, doubling up to 4 hours, and up to a quarter more by row.

    The share that depends on the row spreads what failed together, and a test can tell it beforehand.
    """
    doubled: timedelta = _FIRST * 2 ** min(max(attempts, 1) - 1, 20)
    wait = min(doubled, _LONGEST)
    return wait * (1 + (row * 37 % 100) / 400)
