"""The tables of the ledger. What must be unique is a constraint here, never a query that somebody made before.

Times are UTC. Rows are never deleted by the worker, only forgotten (retention). The migrations bring a database here;
a test compares the two.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from mailworker.domain.states import MessageState, NoticeState


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment: SQLite gives naive ones back, so both engines get and give UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012  (SQLAlchemy's)


class MailboxRow(Base):
    """A folder that we read: the highest UID that is in the ledger, valid under its UIDVALIDITY (RFC 9051 2.3.1.1)."""

    __tablename__ = "mailbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(400), unique=True)
    uidvalidity: Mapped[int] = mapped_column(BigInteger)
    last_uid: Mapped[int] = mapped_column(BigInteger, default=0)
    polled_at: Mapped[datetime | None]


class MessageRow(Base):
    """One mail that was sent in, once, however often it was delivered. The raw octets stand in a row of their own."""

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("message_id", "digest"),
        Index("ix_message_due", "state", "due_at"),
        Index("ix_message_sender", text("lower(sender)")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(String(1000))
    digest: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    """Octets on the server; more than are stored where the mail is over the size limit."""
    stored: Mapped[int] = mapped_column(BigInteger)
    received_at: Mapped[datetime]
    stored_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20), default=MessageState.RECEIVED)
    rule: Mapped[str] = mapped_column(String(100), default="")
    why: Mapped[str] = mapped_column(Text, default="")
    staff_question: Mapped[bool] = mapped_column(default=False)
    sender: Mapped[str] = mapped_column(String(400), default="")
    subject: Mapped[str] = mapped_column(String(1000), default="")
    reading: Mapped[dict[str, Any] | None]
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime]
    claimed_until: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(Text, default="")
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversation.id"), index=True)
    instruction: Mapped[dict[str, Any] | None]
    """What staff decided about a held message: it is handled again by this, not by what was read in it."""
    decisions: Mapped[int] = mapped_column(default=0)
    """How often staff decided about it: each decision is answered by a mail of its own."""
    silent: Mapped[bool] = mapped_column(default=False)
    """Imported without a word: it is handled like any other, and nobody gets mail because of it."""


class RawRow(Base):
    """The octets of a message as the server handed them over."""

    __tablename__ = "raw"

    message_row: Mapped[int] = mapped_column(ForeignKey("message.id"), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ReceiptRow(Base):
    """One delivery: where a message stood on the server, and the SHA-256 of the octets that stood there."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("mailbox_id", "uidvalidity", "uid"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mailbox_id: Mapped[int] = mapped_column(ForeignKey("mailbox.id"))
    uidvalidity: Mapped[int] = mapped_column(BigInteger)
    uid: Mapped[int] = mapped_column(BigInteger)
    message_row: Mapped[int] = mapped_column(ForeignKey("message.id"), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    stored_at: Mapped[datetime]


class ConversationRow(Base):
    """The mails of one person about one wish: what we asked and still lack. The token stands in our subjects."""

    __tablename__ = "conversation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(12), unique=True)
    address: Mapped[str] = mapped_column(String(400), index=True)
    opened_at: Mapped[datetime]
    pending: Mapped[list[Any]] = mapped_column(default=list)
    """The incomplete requests that we asked about; empty when no question is open."""
    rounds: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    staff: Mapped[bool] = mapped_column(default=False)
    """With a member of staff, about what they decide: its token is long and random, and only ever sent to them."""


class OrganisationRow(Base):
    """An organisation that somebody registered for: one row for all its spellings."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(300), unique=True)
    name: Mapped[str] = mapped_column(String(300))


class TableRow(Base):
    """A table of the programme that somebody registered for: who decides on its seats holds this row's lock."""

    __tablename__ = "programme_table"

    id: Mapped[int] = mapped_column(primary_key=True)
    table_id: Mapped[str] = mapped_column(String(60), unique=True)


class RegistrationRow(Base):
    """One participant of one organisation at one table.

    The limit of an organisation is the uniqueness of (table, organisation, place), a table's capacity that of
    (table, seat).
    """

    __tablename__ = "registration"
    __table_args__ = (
        UniqueConstraint("table_id", "organisation_id", "place"),
        UniqueConstraint("table_id", "seat"),
        UniqueConstraint("table_id", "organisation_id", "participant_key"),
        Index("ix_registration_address", text("lower(address)")),
        Index("ix_registration_participant_address", text("lower(participant_address)")),
        CheckConstraint("(status = 'confirmed') = (place IS NOT NULL)", name="confirmed_has_place"),
        CheckConstraint("place IS NULL OR place >= 1", name="place_from_one"),
        CheckConstraint("seat IS NULL OR (seat >= 1 AND place IS NOT NULL)", name="seat_needs_place"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    table_id: Mapped[str] = mapped_column(String(60))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    participant: Mapped[str] = mapped_column(String(300))
    participant_key: Mapped[str] = mapped_column(String(300), index=True)
    participant_address: Mapped[str | None] = mapped_column(String(400))
    address: Mapped[str] = mapped_column(String(400))
    status: Mapped[str] = mapped_column(String(20))
    place: Mapped[int | None]
    seat: Mapped[int | None]
    arrival: Mapped[int]
    since: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  (two workers never overwrite each other)


class AliasRow(Base):
    """Another name, or a mail domain, that staff gave to an organisation, on top of the configuration."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("kind", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    """"name" or "domain"."""
    key: Mapped[str] = mapped_column(String(300))
    """The identity of the name, or the domain in small letters."""
    value: Mapped[str] = mapped_column(String(300))
    organisation: Mapped[str] = mapped_column(String(300))
    added_at: Mapped[datetime]
    added_by: Mapped[str] = mapped_column(String(400))


class DigestRow(Base):
    """What staff were told on one day: the events after one id and up to another, each in exactly one digest."""

    __tablename__ = "digest"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[str] = mapped_column(String(10), unique=True)
    """The local date, as 2021-10-14."""
    after_event: Mapped[int]
    up_to_event: Mapped[int]
    made_at: Mapped[datetime]
    facts: Mapped[dict[str, Any]]


class NoticeRow(Base):
    """A mail that we owe, composed when it was owed: a retry sends the same octets under the same Message-ID."""

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("message_row", "kind", "recipient", "decision"),
        UniqueConstraint("digest_id", "kind", "recipient"),
        Index("ix_notice_due", "state", "due_at"),
        Index("ix_notice_recipient", text("lower(recipient)"), "owed_at"),
        Index("ix_notice_owed", "owed_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_row: Mapped[int | None] = mapped_column(ForeignKey("message.id"), index=True)
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversation.id"))
    digest_id: Mapped[int | None] = mapped_column(ForeignKey("digest.id"))
    kind: Mapped[str] = mapped_column(String(30))
    recipient: Mapped[str] = mapped_column(String(400))
    message_id: Mapped[str] = mapped_column(String(400), unique=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    decision: Mapped[int] = mapped_column(default=0)
    """After how many decisions of staff about the message it was owed."""
    words: Mapped[str] = mapped_column(String(64), default="")
    """SHA-256 of the text: two mails that say the same have the same."""
    reports_change: Mapped[bool] = mapped_column(default=False)
    """Of the register; answers that do not are counted against the caps (domain/caps.py)."""
    state: Mapped[str] = mapped_column(String(20), default=NoticeState.QUEUED)
    owed_at: Mapped[datetime]
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    claimed_until: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    answer_code: Mapped[int | None]
    answer_text: Mapped[str] = mapped_column(Text, default="")


class EventRow(Base):
    """The audit trail: every change of the register, who asked for it, by which rule, and on what evidence.

    Also what staff must hear of: a notice that was not delivered, an organisation that is new, a decision of theirs.
    """

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    message_row: Mapped[int | None] = mapped_column(ForeignKey("message.id"), index=True)
    registration_id: Mapped[int | None] = mapped_column(ForeignKey("registration.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id"))
    what: Mapped[str] = mapped_column(String(40))
    rule: Mapped[str] = mapped_column(String(100), default="")
    evidence: Mapped[dict[str, Any] | None]
