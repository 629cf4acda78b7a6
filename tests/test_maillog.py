"""The log tells what happened and never to whom, whoever logs and whatever went wrong."""

import ast
import inspect
import json
import logging
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import mailworker
from mailworker import maillog
from mailworker.domain.states import MessageState, NoticeState
from mailworker.errors import LoginRefused, MailworkerError, ServerUnreachable

CANARY = "Kanarie Janssens <kanarie@example.test>"
Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def the_log_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, complains = list(root.handlers), root.level, logging.raiseExceptions
    monkeypatch.setattr(maillog, "_log", maillog._log)
    yield
    logging.captureWarnings(False)
    root.handlers[:], logging.raiseExceptions = handlers, complains
    root.setLevel(level)


@pytest.fixture
def lines(capfd: pytest.CaptureFixture[str]) -> Lines:
    def read() -> list[dict[str, Any]]:
        out, err = capfd.readouterr()
        assert out == ""
        told: list[dict[str, Any]] = [json.loads(line) for line in err.splitlines()]
        for one in told:
            del one["timestamp"]
        return told

    return read


def raised(error: BaseException) -> BaseException:
    try:
        raise error from ValueError(CANARY)
    except type(error) as caught:
        return caught


def test_each_event_is_one_line_of_ids_outcomes_and_sizes(lines: Lines) -> None:
    maillog.configure("info", "json")
    maillog.worker_started(poll_seconds=60.0, send_seconds=15.0)
    maillog.message_stored(uid=7, octets=2048, truncated=False, new=True)
    maillog.message_stored(uid=8, octets=9, truncated=True, new=False)
    maillog.message_settled(message=3, state=MessageState.HELD)
    maillog.digest_made(digest=2, events=14, recipients=1)
    maillog.notice_answered(notice=4, state=NoticeState.SENT, code=250, attempts=1)
    maillog.notice_answered(notice=5, state=NoticeState.QUEUED, code=451, attempts=2)
    maillog.notice_answered(notice=6, state=NoticeState.REFUSED, code=550, attempts=1)
    maillog.notice_answered(notice=7, state=NoticeState.EXPIRED, code=0, attempts=9)
    maillog.worker_stopping(signal=15)
    maillog.worker_stopped()
    assert lines() == [
        {"event": "worker started", "level": "info", "poll_seconds": 60.0, "send_seconds": 15.0},
        {"event": "message stored", "level": "info", "uid": 7, "octets": 2048, "truncated": False},
        {"event": "message known", "level": "info", "uid": 8, "octets": 9, "truncated": True},
        {"event": "message held", "level": "info", "message": 3},
        {"event": "digest made", "level": "info", "digest": 2, "events": 14, "recipients": 1},
        {"event": "notice sent", "level": "info", "notice": 4, "code": 250, "attempts": 1},
        {"event": "notice deferred", "level": "info", "notice": 5, "code": 451, "attempts": 2},
        {"event": "notice refused", "level": "warning", "notice": 6, "code": 550, "attempts": 1},
        {"event": "notice expired", "level": "warning", "notice": 7, "code": 0, "attempts": 9},
        {"event": "worker stopping", "level": "info", "signal": 15},
        {"event": "worker stopped", "level": "info"},
    ]


def test_every_state_in_which_a_message_can_be_settled_has_its_event(lines: Lines) -> None:
    maillog.configure("info", "json")
    settled = [state for state in MessageState if state is not MessageState.RECEIVED]
    for state in settled:
        maillog.message_settled(message=1, state=state)
    assert [line["event"] for line in lines()] == [f"message {state}" for state in settled]


def test_what_is_out_of_reach_is_told_with_what_to_do(lines: Lines) -> None:
    maillog.configure("info", "json")
    maillog.step_failed(step="receive", error=ServerUnreachable("The server is away", "Wait"))
    maillog.step_failed(step="send", error=LoginRefused("The login is refused", "Check the password"))
    assert lines() == [
        {
            "event": "step failed",
            "level": "warning",
            "step": "receive",
            "error": "ServerUnreachable",
            "what": "The server is away",
            "remedy": "Wait",
        },
        {
            "event": "step failed",
            "level": "error",
            "step": "send",
            "error": "LoginRefused",
            "what": "The login is refused",
            "remedy": "Check the password",
        },
    ]


def test_of_an_error_that_is_ours_only_its_type_and_place_are_told(lines: Lines) -> None:
    maillog.configure("debug", "json")
    maillog.message_raised(message=1, error=raised(KeyError(CANARY)), state=MessageState.RECEIVED)
    maillog.message_raised(message=1, error=raised(KeyError(CANARY)), state=MessageState.FAILED)
    maillog.step_crashed(step=CANARY, error=raised(RuntimeError(CANARY)))
    assert lines() == [
        {"event": "message postponed", "level": "warning", "message": 1, "error": "KeyError", "where": "elsewhere"},
        {"event": "message failed", "level": "error", "message": 1, "error": "KeyError", "where": "elsewhere"},
        {"event": "step crashed", "level": "error", "step": "other", "error": "RuntimeError", "where": "elsewhere"},
    ]


def test_the_place_of_an_error_is_the_innermost_line_of_ours(lines: Lines) -> None:
    maillog.configure("info", "json")
    try:
        maillog.configure(CANARY, "json")
    except KeyError as error:
        maillog.step_crashed(step="handle", error=error)
    (line,) = lines()
    source, first = inspect.getsourcelines(maillog.configure)
    at = next(number for number, text in enumerate(source, first) if "_LEVELS[" in text)
    assert line["where"] == f"maillog.py:{at}"


def test_of_what_libraries_log_only_their_own_source_is_told(lines: Lines) -> None:
    maillog.configure("debug", "json")
    library = logging.getLogger("imapclient")
    library.debug("> %s", CANARY)
    library.info("Connection closed")
    library.warning("> %s", CANARY)
    library.warning(f"could not read {CANARY}")
    try:
        raise ValueError(CANARY)
    except ValueError:
        library.exception("Job %s raised", CANARY)
    told = lines()
    assert [line.pop("where").partition(":")[0] for line in told] == ["test_maillog"] * 3
    assert told == [
        {"event": "library", "level": "warning", "logger": "imapclient", "template": "> %s"},
        {"event": "library", "level": "warning", "logger": "imapclient"},
        {
            "event": "library",
            "level": "error",
            "logger": "imapclient",
            "template": "Job %s raised",
            "error": "ValueError",
        },
    ]


def test_a_warning_of_a_library_is_told_without_its_text(capfd: pytest.CaptureFixture[str]) -> None:
    maillog.configure("info", "text")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn(CANARY, UserWarning, stacklevel=1)
    err = capfd.readouterr().err
    assert "py.warnings" in err
    assert "Kanarie" not in err


def test_a_record_that_cannot_be_formatted_shows_nothing_of_it(capfd: pytest.CaptureFixture[str]) -> None:
    maillog.configure("info", "text")
    logging.getLogger("library").warning("%d mails", CANARY)
    err = capfd.readouterr().err
    assert "%d mails" in err
    assert "Kanarie" not in err


def test_configuring_twice_tells_everything_once_and_below_the_level_nothing(lines: Lines) -> None:
    maillog.configure("info", "json")
    maillog.configure("warning", "json")
    maillog.worker_stopped()
    logging.getLogger("library").warning("once")
    maillog.notice_answered(notice=1, state=NoticeState.REFUSED, code=550, attempts=1)
    assert [line["event"] for line in lines()] == ["library", "notice refused"]


def test_text_is_for_people(capfd: pytest.CaptureFixture[str]) -> None:
    maillog.configure("info", "text")
    maillog.message_stored(uid=7, octets=2048, truncated=False, new=True)
    _stamp, _, rest = capfd.readouterr().err.partition(" ")
    assert rest == "[info     ] message stored     uid=7 octets=2048 truncated=False\n"


def test_no_function_has_room_for_words() -> None:
    harmless = {int, float, bool, MessageState, NoticeState, BaseException, MailworkerError}
    for name, function in vars(maillog).items():
        if inspect.isfunction(function) and function.__module__ == maillog.__name__ and not name.startswith("_"):
            for parameter in inspect.signature(function).parameters.values():
                if name == "configure" or parameter.name == "step":
                    continue  # a step that is not on the list is told as "other"
                assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
                assert parameter.annotation in harmless


def test_nothing_else_in_the_package_logs() -> None:
    package = Path(mailworker.__file__).parent
    speaking = {"debug", "info", "warning", "warn", "error", "exception", "critical", "log"}
    for file in package.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(file.read_text("utf-8")))) if file != package / "maillog.py" else []
        imported = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
        imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        called = {
            node.func.attr for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert "structlog" not in imported, file
        # A library's own logger may be told to be quiet.
        assert not ("logging" in imported and called & speaking), file
