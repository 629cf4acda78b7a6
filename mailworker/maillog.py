"""The log: a closed list of events, with row ids, outcomes, sizes and timings, and never a word about a person.

One function for each event; its types leave no room for an address, a name, a subject or a body, at any level.
Of an error that is not ours only its type and the place in our code are told, since its text may quote a mail. Of
what libraries log only what stands in their source is told, not what they filled in. Nothing else in this package
may log: every line that an operator's log store keeps came through here.
"""

import logging
import sys
import traceback
from enum import StrEnum
from pathlib import Path
from typing import Any

import structlog

from mailworker.domain.states import MessageState, NoticeState
from mailworker.errors import MailworkerError, ServerUnreachable

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_STEPS = frozenset(("receive", "handle", "remind", "report", "send"))
_PACKAGE = Path(__file__).resolve().parent


class Event(StrEnum):
    """All that is ever logged."""

    WORKER_STARTED = "worker started"
    WORKER_STOPPING = "worker stopping"
    WORKER_STOPPED = "worker stopped"
    STEP_FAILED = "step failed"
    """The world failed: the operator reads what to do; the next round tries again."""
    STEP_CRASHED = "step crashed"
    """We failed: a fault to report."""
    MESSAGE_STORED = "message stored"
    MESSAGE_KNOWN = "message known"
    """Delivered once more; stored already."""
    MESSAGE_HANDLED = "message handled"
    MESSAGE_ASKED = "message asked"
    MESSAGE_HELD = "message held"
    MESSAGE_IGNORED = "message ignored"
    MESSAGE_POSTPONED = "message postponed"
    """Handling it raised; it is tried again later."""
    MESSAGE_FAILED = "message failed"
    """Handling it raised for the last time."""
    DIGEST_MADE = "digest made"
    """A day's digest; without recipients it had nothing to tell."""
    NOTICE_SENT = "notice sent"
    NOTICE_DEFERRED = "notice deferred"
    NOTICE_REFUSED = "notice refused"
    NOTICE_EXPIRED = "notice expired"
    LIBRARY = "library"


_SETTLED = {
    MessageState.HANDLED: Event.MESSAGE_HANDLED,
    MessageState.ASKED: Event.MESSAGE_ASKED,
    MessageState.HELD: Event.MESSAGE_HELD,
    MessageState.IGNORED: Event.MESSAGE_IGNORED,
    MessageState.FAILED: Event.MESSAGE_FAILED,
}
_ANSWERED = {
    NoticeState.SENT: (logging.INFO, Event.NOTICE_SENT),
    NoticeState.QUEUED: (logging.INFO, Event.NOTICE_DEFERRED),
    NoticeState.REFUSED: (logging.WARNING, Event.NOTICE_REFUSED),
    NoticeState.EXPIRED: (logging.WARNING, Event.NOTICE_EXPIRED),
}


def configure(level: str, format: str) -> None:
    """Events of this level and above go to standard error from now on, as "text" or as "json" (one object a line).

    Libraries are heard from "warning" on, whatever the level.
    """
    global _log  # noqa: PLW0603 - there is one log, as there is one standard error
    _log = _logger(_LEVELS[level], format)
    logging.captureWarnings(True)
    # A fault in logging itself would print the record, and all that was to be filled in, to standard error.
    logging.raiseExceptions = False
    root = logging.getLogger()
    root.handlers[:] = [handler for handler in root.handlers if not isinstance(handler, _Libraries)]
    root.addHandler(_Libraries(logging.WARNING))
    root.setLevel(logging.WARNING)


def worker_started(*, poll_seconds: float, send_seconds: float) -> None:
    """The service runs, and how often it looks and sends."""
    _tell(logging.INFO, Event.WORKER_STARTED, poll_seconds=poll_seconds, send_seconds=send_seconds)


def worker_stopping(*, signal: int) -> None:
    """A signal came; what is under way is ended first."""
    _tell(logging.INFO, Event.WORKER_STOPPING, signal=signal)


def worker_stopped() -> None:
    """Everything is closed."""
    _tell(logging.INFO, Event.WORKER_STOPPED)


def step_failed(*, step: str, error: MailworkerError) -> None:
    """What is out of reach and what to do about it; a refused login stands out, since waiting mends nothing."""
    level = logging.WARNING if isinstance(error, ServerUnreachable) else logging.ERROR
    _tell(level, Event.STEP_FAILED, step=_step(step), error=_kind(error), what=error.what, remedy=error.remedy)


def step_crashed(*, step: str, error: BaseException) -> None:
    """A fault of ours ended a step; the next round takes it again."""
    _tell(logging.ERROR, Event.STEP_CRASHED, step=_step(step), error=_kind(error), where=_where(error))


def message_stored(*, uid: int, octets: int, truncated: bool, new: bool) -> None:
    """A delivery is in the ledger; not `new` is a mail that was there before."""
    event = Event.MESSAGE_STORED if new else Event.MESSAGE_KNOWN
    _tell(logging.INFO, event, uid=int(uid), octets=int(octets), truncated=bool(truncated))


def message_settled(*, message: int, state: MessageState) -> None:
    """The message is dealt with for now."""
    _tell(logging.INFO, _SETTLED[state], message=int(message))


def message_raised(*, message: int, error: BaseException, state: MessageState) -> None:
    """`state` is what became of the message: received when it is tried again, failed when it is not."""
    last = state is MessageState.FAILED
    _tell(
        logging.ERROR if last else logging.WARNING,
        Event.MESSAGE_FAILED if last else Event.MESSAGE_POSTPONED,
        message=int(message),
        error=_kind(error),
        where=_where(error),
    )


def digest_made(*, digest: int, events: int, recipients: int) -> None:
    """The digest of a day is in the ledger: how many changes it tells, and how many mails bring it."""
    _tell(logging.INFO, Event.DIGEST_MADE, digest=int(digest), events=int(events), recipients=int(recipients))


def notice_answered(*, notice: int, state: NoticeState, code: int, attempts: int) -> None:
    """`code` is the server's, 0 where the connection was lost; a notice that stays queued is tried again."""
    level, event = _ANSWERED[state]
    _tell(level, event, notice=int(notice), code=int(code), attempts=int(attempts))


class _Libraries(logging.Handler):
    """What libraries log through the standard library, less everything that they filled in.

    A text without arguments may have been put together before it came here, so only its place in the source is told.
    """

    def emit(self, record: logging.LogRecord) -> None:
        told: dict[str, Any] = {"logger": record.name, "where": f"{record.module}:{record.lineno}"}
        if record.args and isinstance(record.msg, str):
            told["template"] = record.msg
        if record.exc_info and record.exc_info[1] is not None:
            told["error"] = _kind(record.exc_info[1])
        _tell(record.levelno, Event.LIBRARY, **told)


class _StandardError:
    """Standard error as it is at the moment of writing, since tests and the demo put another in its place."""

    def write(self, text: str) -> None:
        sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


def _logger(level: int, format: str) -> Any:
    render: Any = structlog.processors.JSONRenderer()
    if format == "text":
        render = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), sort_keys=False, pad_event_to=18)
    return structlog.wrap_logger(
        structlog.WriteLogger(_StandardError()),  # type: ignore[arg-type]
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            render,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
    ).bind()


def _tell(level: int, event: Event, **fields: object) -> None:
    _log.log(level, event.value, **fields)


def _step(step: str) -> str:
    return step if step in _STEPS else "other"


def _kind(error: BaseException) -> str:
    return type(error).__name__


def _where(error: BaseException) -> str:
    """The innermost line of ours that the error passed through."""
    ours = "elsewhere"
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(_PACKAGE):
            ours = f"{file.relative_to(_PACKAGE)}:{line}"
    return ours


# Until `configure` is called a command tells what is wrong, and nothing else.
_log = _logger(logging.WARNING, "text")
