"""Mail that no person wrote to us: bounces, automatic replies, lists, our own mail coming back, spam.

One ordered table of rules, each with its name; the first that matches decides, all that match are told. The rules are
those of RFC 3834, 3464 and 2919 and of the field's mail systems. Nothing of what they call bounce, automatic, list,
own or spam may ever be answered; what they call suspicious is for staff. A person taken for a machine is a
participant lost: what people may write as well decides only together with other signs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from mailworker.message import automatic_headers as headers
from mailworker.message import automatic_text as text
from mailworker.message import spam
from mailworker.message.automatic_view import Ourselves, View
from mailworker.message.body import Body
from mailworker.message.inbound import Inbound

__all__ = ["RULES", "Kind", "Ourselves", "Rule", "Verdict", "classify"]


class Kind(StrEnum):
    """What sort of mail it is."""

    BOUNCE = "bounce"
    """A report that mail of ours was not delivered."""
    AUTOMATIC = "automatic"
    """Sent by a program: an out-of-office, a receipt, a read or delay notice, a bare calendar reply."""
    LIST = "list"
    """List mail, newsletters, notifications."""
    OWN = "own"
    """Our own mail, come back."""
    SPAM = "spam"
    """Obvious fraud or bulk advertising."""
    SUSPICIOUS = "suspicious"
    """A person must look, and no answer goes out by itself."""
    PERSONAL = "personal"
    """Somebody wrote to us."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a mail; `rule` is the rule that decided ("" for personal), `matches` are all that matched."""

    kind: Kind
    rule: str = ""
    matches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One sign. `kind` is what it means; None notes it and decides nothing. `says` is for staff and the log."""

    name: str
    kind: Kind | None
    says: str
    matches: Callable[[View], bool]


RULES: tuple[Rule, ...] = (
    Rule("O1", Kind.OWN, "From, Sender or Reply-To is our own address", headers.from_ourselves),
    Rule("O2", Kind.OWN, "it carries our loop header", headers.our_loop),
    Rule("O3", Kind.OWN, "its Message-ID is one of ours", headers.our_message_id),
    Rule("B2", Kind.BOUNCE, "a report of failed delivery", headers.failure_report),
    Rule("B3", Kind.AUTOMATIC, "a report of delay, delivery, reading or abuse", headers.other_report),
    Rule("B4", Kind.BOUNCE, "a header names failed recipients", headers.failed_recipients),
    Rule("B5", Kind.BOUNCE, "sent by a mail system", headers.from_mail_system),
    Rule("B6", Kind.BOUNCE, "addressed to our return path", headers.to_return_path),
    Rule("B7", Kind.BOUNCE, "the subject of a bounce, from nobody", headers.bounce_subject_from_nobody),
    Rule("B8", Kind.BOUNCE, "the words of a delivery report", text.bounce_words),
    Rule("A7s", Kind.SUSPICIOUS, "a calendar reply in which somebody wrote", text.calendar_reply_with_words),
    Rule("A7", Kind.AUTOMATIC, "a calendar reply, a recall or a reaction", text.calendar_reply_or_recall),
    Rule("S2f", Kind.SUSPICIOUS, "a form that a person filled in, sent by a program", text.form_sent_by_program),
    Rule("A1", Kind.AUTOMATIC, "Auto-Submitted says so", headers.auto_submitted),
    Rule("A2", Kind.AUTOMATIC, "Precedence says so", headers.precedence_auto_reply),
    Rule("A3", Kind.AUTOMATIC, "a header of automatic replies", headers.auto_reply_header),
    Rule("A5", Kind.AUTOMATIC, "the subject of an automatic reply", text.auto_reply_subject),
    Rule("A6", Kind.AUTOMATIC, "sent by an autoresponder's address", headers.from_autoresponder),
    Rule("L1", Kind.LIST, "the headers of a list or campaign", headers.list_header),
    Rule("L2", Kind.LIST, "Precedence of bulk mail", headers.precedence_bulk),
    Rule("L3", Kind.LIST, "sent by a list's address", headers.from_list),
    Rule("B1", Kind.AUTOMATIC, "the null reverse-path, and nothing more exact", headers.null_reverse_path),
    Rule("A8", Kind.AUTOMATIC, "the text of an automatic receipt", text.receipt),
    Rule("A9", Kind.AUTOMATIC, "the text of an out-of-office", text.out_of_office),
    Rule("A10", Kind.AUTOMATIC, "a spam filter's challenge", text.challenge),
    Rule("A11", Kind.AUTOMATIC, "a read receipt in words", text.read_receipt),
    Rule("L4", Kind.LIST, "the text of a newsletter", text.newsletter),
    Rule("L5", Kind.LIST, "a network site's notification", headers.notification),
    Rule("X1", Kind.SPAM, "asks to save an account by a link", spam.account_phishing),
    Rule("X2", Kind.SPAM, "promises money", spam.money_promised),
    Rule("X3", Kind.SPAM, "bulk advertising of web services", spam.web_services),
    Rule("X4", Kind.SPAM, "urges payment with a locked or executable file", spam.payment_trap),
    Rule(
        "S2", Kind.SUSPICIOUS, "from an address that takes no answers, with a person to reply to", headers.no_reply_for
    ),
    Rule("A12", Kind.AUTOMATIC, "from an address that takes no answers", headers.from_no_reply),
    Rule("S3", Kind.SUSPICIOUS, "no usable From", headers.no_sender),
    Rule("S5", Kind.SUSPICIOUS, "a server found it to be spam", headers.spam_verdict),
    Rule("S6", Kind.SUSPICIOUS, "sent to a crowd", headers.many_recipients),
    Rule("S7", Kind.SUSPICIOUS, "a loop header of somebody else", headers.foreign_loop),
    Rule("S8", Kind.SUSPICIOUS, "the subject of a bounce", headers.bounce_subject),
    Rule("S9", Kind.SUSPICIOUS, "a delivery report passed on", headers.report_attached),
    Rule("S10", Kind.SUSPICIOUS, "says that it is automatic, but asks like a person", text.automatic_but_asks),
    Rule("S12", Kind.SUSPICIOUS, "tells of an absence under our subject", text.perhaps_out_of_office),
    Rule("S11", Kind.SUSPICIOUS, "an invitation", headers.invitation),
    Rule("A4", Kind.SUSPICIOUS, "some header speaks of automatic replies", headers.speaks_of_auto_reply),
    Rule("S1", None, "none of our addresses among the recipients", headers.not_addressed_to_us),
)


def classify(inbound: Inbound, body: Body, ourselves: Ourselves) -> Verdict:
    """The kind of this mail, by the first rule that matches; pure, linear, and it never raises."""
    if inbound.sender is not None and inbound.sender.address.lower() in ourselves.trusted_senders:
        return Verdict(Kind.PERSONAL)
    view = View(inbound, body, ourselves)
    matching = [rule for rule in RULES if rule.matches(view)]
    names = tuple(rule.name for rule in matching)
    for rule in matching:
        if rule.kind is not None:
            return Verdict(rule.kind, rule.name, names)
    return Verdict(Kind.PERSONAL, "", names)
