"""Signs of automatic mail in subject and body, where no header tells.

Each sign may stand in a person's mail as well. So an absence counts only with what machines add to it, a receipt only
when the mail is nothing but a receipt, and none of it where the sender asks to take part, change or leave.
"""

from mailworker.message import automatic_phrases as phrases
from mailworker.message.automatic_headers import auto_submitted, calendar_methods, from_no_reply, no_reply_for
from mailworker.message.automatic_view import View

_LONGEST_AUTO_REPLY = 1500
_MOST_WORDS_BEFORE = 6


def bounce_words(view: View) -> bool:
    return sum(1 for sign in phrases.BOUNCE_WORDS if sign.search(view.words)) >= 3


def calendar_reply_with_words(view: View) -> bool:
    return bool(calendar_methods(view) & {"reply", "counter"}) and _somebody_wrote(view)


def calendar_reply_or_recall(view: View) -> bool:
    if calendar_methods(view) & {"reply", "counter"}:
        return True
    return bool(phrases.RECALL.match(view.subject) or phrases.RECALL.match(view.own[:300]))


def _somebody_wrote(view: View) -> bool:
    """Whether the body of a calendar reply holds more than what calendars write themselves."""
    for line in view.body.own.lower().split("\n")[:200]:
        if len(line.split()) > 2 and not phrases.CALENDAR_LINE.fullmatch(line.strip()[:300]):
            return True
    return False


def form_sent_by_program(view: View) -> bool:
    """A filled-in form in the body of what a site sent: the person stands in the form or in Reply-To."""
    if not (auto_submitted(view) or from_no_reply(view) or _says_automatic(view)) or view.answers_something:
        return False
    fields = {match[1].lower() for line in view.body.text.split("\n")[:200] if (match := phrases.FORM_LINE.match(line))}
    return len(fields) >= (2 if no_reply_for(view) or view.inbound.reply_to else 3)


def auto_reply_subject(view: View) -> bool:
    """People write "Afwezig op werktafel 3": the weak ones count only with the text or form of an automatic reply."""
    if phrases.STRONG_SUBJECT.match(view.subject):
        return not view.asks and not view.subject.rstrip().endswith("?")
    if not phrases.WEAK_SUBJECT.match(view.subject) or view.asks or "?" in view.own:
        return False
    return bool(phrases.ABSENT.search(view.own) or _says_automatic(view)) or (
        bool(view.inbound.in_reply_to) and phrases.REPLY_PREFIX.search(view.subject) is not None
    )


def receipt(view: View) -> bool:
    """Says that it is automatic, or that something was received and others will answer; and asks nothing."""
    if view.asks:
        return False
    if _says_automatic(view) or (phrases.REGISTERED.search(view.own) and not phrases.FIRST_PERSON.search(view.own)):
        return True
    received = phrases.RECEIVED.search(view.own)
    announced = phrases.RECEIPT_SUBJECT.match(view.subject)
    will_answer = phrases.WILL_ANSWER.search(f"{view.subject} {view.own}")
    nobody = not _is_reply(view) or _of_a_desk(view)
    return bool((announced and (received or will_answer)) or (received and will_answer and nobody))


def _of_a_desk(view: View) -> bool:
    """Whether the mail comes from a mailbox that no one person has, and nobody speaks of themselves in it."""
    sender = view.inbound.sender
    local = sender.address.partition("@")[0] if sender is not None else ""
    return phrases.DESK.fullmatch(local.lower()) is not None and not phrases.FIRST_PERSON.search(view.own)


def out_of_office(view: View) -> bool:
    """Begins with an absence, adds what machines add, and says nothing else."""
    signs = len({match.start() for match in phrases.MACHINE_ABSENT.finditer(view.own)})
    needed = 2 if _is_reply(view) and not _says_automatic(view) else 1
    return signs >= needed and _begins_with_absence(view)


def perhaps_out_of_office(view: View) -> bool:
    """An absence under our subject: a person on leave may write so."""
    return _is_reply(view) and _begins_with_absence(view)


def _begins_with_absence(view: View) -> bool:
    absent = phrases.ABSENT.search(view.own)
    if absent is None or view.asks or len(view.own) > _LONGEST_AUTO_REPLY:
        return False
    before = phrases.OPENING.sub("", view.own[: absent.start()])
    return len(before.split()) <= _MOST_WORDS_BEFORE


def _says_automatic(view: View) -> bool:
    return phrases.SAYS_AUTOMATIC.search(view.words) is not None


def _is_reply(view: View) -> bool:
    return phrases.REPLY_PREFIX.match(view.subject) is not None


def automatic_but_asks(view: View) -> bool:
    signs = _says_automatic(view) or (
        phrases.STRONG_SUBJECT.match(view.subject) and not phrases.REPLY_PREFIX.match(view.subject)
    )
    return bool(signs) and view.asks


def challenge(view: View) -> bool:
    return bool(phrases.CHALLENGE.search(view.words) or phrases.CHALLENGE.search(view.subject)) and not view.asks


def read_receipt(view: View) -> bool:
    return phrases.READ_SUBJECT.match(view.subject) is not None and phrases.READ_BODY.search(view.words) is not None


def newsletter(view: View) -> bool:
    """Tells how to leave it, and looks like one besides; a person's footer may mention a newsletter."""
    if not phrases.LEAVES.search(view.words) or view.answers_something:
        return False
    if view.asks and phrases.FIRST_PERSON.search(view.own):
        return False
    signs = sum(1 for sign in phrases.NEWSLETTER if sign.search(f"{view.subject} {view.words}"))
    return signs >= (2 if phrases.BECAUSE.search(view.words) else 3)
