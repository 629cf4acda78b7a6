"""The worker: rounds of receive, handle, remind, report and send, on a schedule or once. The only reader of the clock.

Jobs never overlap themselves (APScheduler, max_instances=1) and end between two mails when the worker is told to stop.
A server that is out of reach ends its own step and no other: what is stored is handled and what is owed is sent all
the same.
"""

import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from mailworker import handle, maillog, receive, remind, report, send
from mailworker.case import Desk
from mailworker.domain.states import MessageState
from mailworker.errors import MailworkerError
from mailworker.imap import Mailbox
from mailworker.smtp import Submission
from mailworker.store import database, organisations

_DIGEST_SECONDS = 60
"""Between two looks whether a digest is due."""


def clock() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Round:
    """What one round did: `errors` are the servers that were out of reach, `handled` the new state of each message."""

    received: receive.Received = field(default_factory=receive.Received)
    handled: list[MessageState] = field(default_factory=list)
    reminded: remind.Reminded = field(default_factory=remind.Reminded)
    reported: int = 0
    sent: send.Sent = field(default_factory=send.Sent)
    errors: list[MailworkerError] = field(default_factory=list)


@dataclass(slots=True)
class Worker:
    """The assembled worker; `wiring.assemble` makes it. Intervals are in seconds."""

    engine: Engine
    sessions: sessionmaker[Session]
    mailbox: Mailbox
    submission: Submission
    intake: receive.Intake
    desk: Desk
    delivery: send.Delivery
    remind_after: timedelta
    office: report.Office
    poll_seconds: float
    send_seconds: float
    _stop: threading.Event = field(default_factory=threading.Event)
    _at_work: dict[str, threading.Lock] = field(
        default_factory=lambda: {job: threading.Lock() for job in ("poll", "report", "send")}
    )
    """Each job holds its own while it runs: who stops waits for them before the scheduler is told to."""

    def round(self) -> Round:
        """One round, to its end: a failing step is noted and the next one is taken all the same."""
        done = Round()
        for step in (self._receive, self._handle, self._remind, self._report, self._send):
            try:
                with database.reachable(self.engine):
                    step(done)
            except MailworkerError as error:
                done.errors.append(error)
                maillog.step_failed(step=step.__name__.lstrip("_"), error=error)
        return done

    def close(self) -> None:
        """Ends the connections."""
        self.mailbox.close()
        self.submission.close()
        self.engine.dispose()

    def run(self) -> None:
        """The service: until SIGTERM or SIGINT, then ends what it is doing cleanly. A second signal ends it at once."""
        wanted = {signal.SIGTERM, signal.SIGINT}
        # Blocked before any thread starts, and waited for: no handler ever runs in the middle of a transaction.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, wanted)
        scheduler = self._schedule()
        try:
            maillog.worker_started(poll_seconds=self.poll_seconds, send_seconds=self.send_seconds)
            scheduler.start()
            received = signal.sigwait(wanted)
            maillog.worker_stopping(signal=int(received))
        finally:
            self._stop.set()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            for running in self._at_work.values():
                with running:
                    pass
            if scheduler.running:
                scheduler.shutdown(wait=True)
            self.close()
            maillog.worker_stopped()

    def _schedule(self) -> Any:
        from apscheduler.schedulers.background import BackgroundScheduler

        scheduler = BackgroundScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 3600}
        )

        def send_now() -> None:
            # Not while stopping: the scheduler would wait for this job, and this job for the scheduler's lock.
            if not self._stop.is_set():
                scheduler.modify_job("send", next_run_time=clock())

        def poll() -> None:
            with self._at_work["poll"]:
                done = self._job(self._receive, self._handle, self._remind)
                if done.handled or done.reminded.reminded:
                    send_now()

        def tell_staff() -> None:
            with self._at_work["report"]:
                if self._job(self._report).reported:
                    send_now()

        def submit() -> None:
            with self._at_work["send"]:
                self._job(self._send)

        now = clock()
        scheduler.add_job(poll, "interval", seconds=self.poll_seconds, id="poll", next_run_time=now)
        scheduler.add_job(submit, "interval", seconds=self.send_seconds, id="send", next_run_time=now)
        # It asks whether a digest is due, whatever was missed. Not at once: what came in meanwhile is read first.
        scheduler.add_job(tell_staff, "interval", seconds=_DIGEST_SECONDS, id="report")
        return scheduler

    def _job(self, *steps: Callable[[Round], None]) -> Round:
        """Runs steps as one scheduled job: nothing that goes wrong in it ends the service."""
        done = Round()
        for step in steps:
            try:
                with database.reachable(self.engine):
                    step(done)
            except MailworkerError as error:
                done.errors.append(error)
                maillog.step_failed(step=step.__name__.lstrip("_"), error=error)
            except Exception as error:  # noqa: BLE001  (a fault of ours must not silence the mailbox: log, go on)
                maillog.step_crashed(step=step.__name__.lstrip("_"), error=error)
        return done

    def _receive(self, done: Round) -> None:
        done.received = receive.receive(self.mailbox, self.sessions, self.intake, clock, self._stop.is_set)

    def _desk_of_now(self) -> Desk:
        """The desk with the names and domains that staff gave to organisations until now, here or at another worker."""
        knowledge = self.desk.knowledge
        with self.sessions() as session:
            directory = organisations.directory_with(session, knowledge.directory)
        return replace(self.desk, knowledge=replace(knowledge, directory=directory))

    def _handle(self, done: Round) -> None:
        while not self._stop.is_set():
            desk = self._desk_of_now()
            claimed = handle.claim(self.sessions, clock())
            if not claimed:
                return
            for number, message in enumerate(claimed):
                if self._stop.is_set():
                    handle.release(self.sessions, claimed[number:])
                    return
                state = handle.handle(message, self.sessions, desk, clock())
                if state is not None:
                    done.handled.append(state)

    def _remind(self, done: Round) -> None:
        done.reminded = remind.remind(self.sessions, self._desk_of_now(), self.remind_after, clock, self._stop.is_set)

    def _report(self, done: Round) -> None:
        directory = self._desk_of_now().knowledge.directory
        office = replace(self.office, directory=directory)
        done.reported = report.report(self.sessions, self.desk.stationery, office, clock())

    def _send(self, done: Round) -> None:
        done.sent = send.send(self.submission, self.sessions, self.delivery, clock, self._stop.is_set)
