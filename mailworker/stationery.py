"""How we write: a notice becomes a mail of ours in the outbox, with everything that a mail of ours must carry.

Used by every verb that owes people mail. Renders and composes when the notice is owed, so that each attempt to send it
submits the same octets under the same Message-ID.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from mailworker.domain.caps import Caps, over
from mailworker.domain.digest import KIND, Digest
from mailworker.domain.notice import Notice, NoticeKind
from mailworker.message import outgoing
from mailworker.message.inbound import Address, Inbound
from mailworker.rendering import Rendered, Templates
from mailworker.store import conversations, outbox
from mailworker.store.schema import ConversationRow, MessageRow

_OF_OUR_OWN_ACCORD = {NoticeKind.REMINDER, NoticeKind.PROMOTION, NoticeKind.INFORMATION}
"""Kinds that no mail of their recipient asks for (RFC 3834 5: auto-generated, the others are auto-replied)."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """`sender` is the mailbox as it stands in From; our Message-IDs end in `id_domain`; `instance` is our loop mark.

    `withheld`: staff release every notice before it leaves.
    """

    templates: Templates
    sender: Address
    id_domain: str
    instance: str
    language: str = "nl"
    withheld: bool = False
    caps: Caps = field(default_factory=Caps)

    def owe(
        self,
        session: Session,
        notice: Notice,
        *,
        because_of: MessageRow | None,
        talk: ConversationRow,
        now: datetime,
        answers: Inbound | None = None,
        reports_change: bool = False,
        capped: bool = True,
    ) -> str:
        """Writes the mail into the outbox, once for each (message, kind, recipient); "", or why it was one too many.

        `because_of` is the message that we owe it for, if one is; with `answers` the mail stands in that message's
        thread. One too many is not written, unless it reports a change of the register: that is kept for staff to
        release. Because of a silent message nothing is owed.
        """
        if _is_silent(because_of):
            return ""
        rendered = self.templates.render(notice, now)
        message_id = self._message_id(notice, because_of, talk)
        owed = outbox.Owed(
            message_row=because_of.id if because_of is not None else None,
            conversation_id=talk.id,
            kind=notice.kind,
            recipient=notice.recipient,
            message_id=message_id,
            content=self._composed(
                rendered,
                recipient=notice.recipient,
                message_id=message_id,
                now=now,
                unasked=notice.kind in _OF_OUR_OWN_ACCORD,
                answers=answers,
            ),
            words=hashlib.sha256(rendered.text.encode()).hexdigest(),
            reports_change=reports_change,
            decision=because_of.decisions if because_of is not None else 0,
        )
        answered = outbox.answered(session, owed.recipient, owed.words, now)
        too_many = over(self.caps, answered, reports_change=reports_change) if capped else ""
        if reports_change or not too_many:
            outbox.owe(session, owed, withheld=self.withheld or bool(too_many), now=now)
        return too_many

    def owe_digest(
        self,
        session: Session,
        digest: Digest,
        recipients: Sequence[str],
        attachments: tuple[outgoing.Attachment, ...],
        *,
        number: int,
    ) -> None:
        """Writes the mails that bring a digest into the outbox, once for each recipient; `number` is the digest's row.

        Each is a conversation of its own, in which that member of staff can decide by answering.
        """
        rendered = self.templates.render_digest(digest, [file.name for file in attachments])
        for recipient in recipients:
            talk = conversations.start_with_staff(session, address=recipient, now=digest.made_at)
            self.owe_to_staff(
                session,
                rendered,
                talk,
                recipient=recipient,
                kind=KIND,
                now=digest.made_at,
                digest=number,
                attachments=attachments,
            )

    def owe_to_staff(
        self,
        session: Session,
        rendered: Rendered,
        talk: ConversationRow,
        *,
        recipient: str,
        kind: str,
        now: datetime,
        message: MessageRow | None = None,
        digest: int | None = None,
        answers: Inbound | None = None,
        attachments: tuple[outgoing.Attachment, ...] = (),
    ) -> None:
        """Writes a mail to the member of staff whom the conversation is with, once for each (message or digest, kind).

        It is never withheld, since staff could not release what they do not see, and carries the conversation's token.
        """
        if _is_silent(message):
            return
        about = message.digest[:12] if message is not None else str(digest)
        message_id = outgoing.new_message_id(f"{kind}.{talk.token}.{about}", self.id_domain)
        marked = replace(rendered, subject=f"{rendered.subject} [WT-{talk.token}]")
        content = self._composed(
            marked,
            recipient=recipient,
            message_id=message_id,
            now=now,
            unasked=answers is None,
            answers=answers,
            attachments=attachments,
        )
        owed = outbox.Owed(
            message_row=message.id if message is not None else None,
            conversation_id=talk.id,
            kind=kind,
            recipient=recipient,
            message_id=message_id,
            content=content,
            words=hashlib.sha256(rendered.text.encode()).hexdigest(),
            digest_id=digest,
        )
        outbox.owe(session, owed, withheld=False, now=now)

    def _composed(
        self,
        words: Rendered,
        *,
        recipient: str,
        message_id: str,
        now: datetime,
        unasked: bool,
        answers: Inbound | None = None,
        attachments: tuple[outgoing.Attachment, ...] = (),
    ) -> bytes:
        """The mail as octets; `unasked` says that no mail of its recipient asks for it."""
        return outgoing.compose(
            outgoing.Outgoing(
                subject=words.subject,
                text=words.text,
                html=words.html,
                sender=self.sender,
                recipient=recipient,
                message_id=message_id,
                date=now,
                auto_submitted="auto-generated" if unasked else "auto-replied",
                in_reply_to=answers.message_id if answers else None,
                references=_references(answers) if answers else (),
                language=self.language,
                loop=self.instance,
                attachments=attachments,
            )
        )

    def _message_id(self, notice: Notice, because_of: MessageRow | None, talk: ConversationRow) -> str:
        """The same for every attempt to handle a message, so that copies of one notice can be told from two notices."""
        to = hashlib.sha256(notice.recipient.lower().encode()).hexdigest()[:8]
        message = because_of.digest[:12] if because_of is not None else "by-staff"
        decision = f".{because_of.decisions}" if because_of is not None and because_of.decisions else ""
        unique = f"{notice.kind}.{talk.token}.{message}.{to}{decision}"
        return outgoing.new_message_id(unique, self.id_domain)


def _is_silent(because_of: MessageRow | None) -> bool:
    """Whether a message was imported without a word: nobody gets mail because of it, not even staff."""
    return because_of is not None and because_of.silent


def _references(answers: Inbound) -> tuple[str, ...]:
    return outgoing.answer_references(answers.message_id, answers.in_reply_to, answers.references)
