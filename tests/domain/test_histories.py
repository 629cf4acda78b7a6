"""Random histories of mails: whatever people ask, in whatever order, the rule of the programme holds after each."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mailworker.domain.correction import NAME_CORRECTED, ORGANISATION_CORRECTED
from mailworker.domain.decision import Decision, decide
from mailworker.domain.deliberation import Asker
from mailworker.domain.notice import Row, RowStatus
from mailworker.domain.programme import Programme, Table, WhenTaken
from mailworker.domain.registration import Key, Register, Registration, person_key
from mailworker.domain.request import Action, Request
from mailworker.domain.states import RegistrationStatus

PEOPLE = ("Jan Peeters", "Jan Peters", "Els Maes", "Tom Claes", "Tom Klaas")
"""The first two are one person's name, spelled in two ways, and so are the last two."""
ORGANISATIONS = ("Aquafin", "VITO", "Farys")
TABLES = (Table("grondwater", "Grond"), Table("hemelwater", "Hemel", limit=2), Table("audit", "Audit", capacity=2))
PROGRAMME = Programme("Programma", "VMM", "tafels@vmm.test", TABLES)


def address(person: str) -> str:
    return person.lower().replace(" ", ".") + "@mail.test"


requests = st.builds(
    Request,
    st.sampled_from(Action),
    st.sampled_from(PEOPLE),
    st.sampled_from(ORGANISATIONS),
    st.sets(st.sampled_from(PROGRAMME.table_ids), min_size=1).map(PROGRAMME.in_order),
    st.sampled_from(PEOPLE),
)
mails = st.tuples(st.sampled_from(PEOPLE), st.lists(requests, min_size=1, max_size=3))
histories = st.lists(mails, min_size=1, max_size=14)


class History:
    """The register as the database would hold it, mail after mail."""

    def __init__(self) -> None:
        self.rows: dict[Key, Registration] = {}
        self.arrival = self.numbers = 0

    def arrives(
        self, sender: str, asked: list[Request], *, again: bool = False, programme: Programme = PROGRAMME
    ) -> Decision:
        self.arrival += not again
        asker = Asker(address(sender), sender, self.arrival)
        decision = decide(asked, Register(self.rows.values()), programme, asker, str.casefold)
        for change in decision.changes:
            before = self.rows.pop(change.before.key) if change.before is not None else None
            assert change.after.key not in self.rows, "no two rows are one participant's at a table"
            self.numbers += before is None
            self.rows[change.after.key] = replace(change.after, id=before.id if before else self.numbers)
        return decision

    def at(self, table: str, status: RegistrationStatus) -> list[Registration]:
        return [row for row in self.rows.values() if row.table == table and row.status is status]


def check_limits(history: History) -> None:
    for table in TABLES:
        confirmed = history.at(table.id, RegistrationStatus.CONFIRMED)
        places = Counter((row.organisation_key, row.place) for row in confirmed)
        assert all(number == 1 for number in places.values())
        assert all(1 <= (row.place or 0) <= table.limit for row in confirmed)
        if table.capacity is not None:
            assert len(confirmed) <= table.capacity
            assert len({row.seat for row in confirmed}) == len(confirmed)


def check_nobody_waits_for_a_free_place(history: History) -> None:
    for table in TABLES:
        confirmed = history.at(table.id, RegistrationStatus.CONFIRMED)
        for row in history.at(table.id, RegistrationStatus.WAITING):
            full = table.capacity is not None and len(confirmed) >= table.capacity
            colleagues = [one for one in confirmed if one.organisation_key == row.organisation_key]
            assert full or len(colleagues) >= table.limit


@given(histories)
def test_the_limit_and_the_capacity_hold_and_no_place_stays_empty_while_somebody_waits(
    history: list[tuple[str, list[Request]]],
) -> None:
    register = History()
    for sender, asked in history:
        register.arrives(sender, asked)
        check_limits(register)
        check_nobody_waits_for_a_free_place(register)


@given(histories)
def test_who_is_promoted_has_waited_longest_of_those_who_fit(history: list[tuple[str, list[Request]]]) -> None:
    register = History()
    for sender, asked in history:
        decision = register.arrives(sender, asked)
        for change in decision.changes:
            if change.rule != "place came free":
                continue
            after = change.after
            earlier = [
                row
                for row in register.at(after.table, RegistrationStatus.WAITING)
                if row.organisation_key == after.organisation_key and row.arrival < after.arrival
            ]
            assert earlier == []


@given(histories)
def test_the_registering_mail_again_changes_nothing(history: list[tuple[str, list[Request]]]) -> None:
    register = History()
    for sender, asked in history:
        coming = [request for request in asked if request.action is Action.REGISTER]
        register.arrives(sender, asked)
        if len(coming) == len(asked):
            assert register.arrives(sender, asked, again=True).changes == ()


def last(row: Registration, decision: Decision) -> Registration:
    """What the row is after the decision, under whatever name."""
    at = next(n for n, change in enumerate(decision.changes) if change.after == row)
    for change in decision.changes[at + 1 :]:
        if change.before is not None and change.before.key == row.key:
            row = change.after
    return row


@given(histories)
def test_a_change_reaches_each_person_concerned_once(history: list[tuple[str, list[Request]]]) -> None:
    register = History()
    for sender, asked in history:
        decision = register.arrives(sender, asked)
        for change in decision.changes:
            own = change.after.participant_address or change.after.address
            told = [c for c in decision.concerns if c.row.table == change.after.table and c.address == own]
            in_the_end = last(change.after, decision)
            in_transcript = [
                row
                for row in decision.rows
                if (row.table, row.organisation, row.participant)
                == (in_the_end.table, in_the_end.organisation, in_the_end.participant)
            ]
            # Two rows of one participant, of two organisations, become one: it is told of the one that goes on.
            closed = change.rule == ORGANISATION_CORRECTED and not change.after.active
            assert told or (own == address(sender) and in_transcript) or closed


@given(histories)
def test_nobody_changes_what_others_registered(history: list[tuple[str, list[Request]]]) -> None:
    register = History()
    for sender, asked in history:
        for change in register.arrives(sender, asked).changes:
            before, after = change.before, change.after
            moved = before is not None and before.organisation_key != after.organisation_key
            if moved or change.rule in {"cancelled", "replaced", NAME_CORRECTED}:
                assert before is not None
                assert before.may_be_changed_by(address(sender))


_REGISTERED_AS = {
    RowStatus.CONFIRMED: RegistrationStatus.CONFIRMED,
    RowStatus.ALREADY_CONFIRMED: RegistrationStatus.CONFIRMED,
    RowStatus.WAITING: RegistrationStatus.WAITING,
    RowStatus.ALREADY_WAITING: RegistrationStatus.WAITING,
    RowStatus.CANCELLED: RegistrationStatus.CANCELLED,
    RowStatus.ALREADY_CANCELLED: RegistrationStatus.CANCELLED,
}


def check_agrees(history: History, row: Row) -> None:
    stored = history.rows.get((row.table, row.organisation.casefold(), person_key(row.participant)))
    if row.status in _REGISTERED_AS:
        assert stored is not None
        assert stored.status is _REGISTERED_AS[row.status]
        line = history.at(row.table, RegistrationStatus.WAITING)
        if not row.table_full:
            line = [one for one in line if one.organisation_key == stored.organisation_key]
        ahead = sorted((one.arrival, one.id or 0) for one in line)
        waits = stored.status is RegistrationStatus.WAITING
        assert row.position == (ahead.index((stored.arrival, stored.id or 0)) + 1 if waits else None)
    elif row.status in {RowStatus.NOT_REGISTERED, RowStatus.REFUSED}:
        assert stored is None or not stored.active


@given(histories, st.sampled_from(WhenTaken))
def test_what_is_told_of_each_participant_at_each_table_is_said_once_and_is_what_the_register_says(
    history: list[tuple[str, list[Request]]], when_taken: WhenTaken
) -> None:
    register = History()
    programme = replace(PROGRAMME, when_taken=when_taken)
    for sender, asked in history:
        decision = register.arrives(sender, asked, programme=programme)
        settled = [row for row in decision.rows if row.status in _REGISTERED_AS]
        people = [(row.table, row.organisation, person_key(row.participant)) for row in settled]
        assert len(set(people)) == len(people)
        assert len(set(decision.rows)) == len(decision.rows)
        for row in (*decision.rows, *(concern.row for concern in decision.concerns)):
            check_agrees(register, row)
        told = [(one.address, one.row.table, one.row.organisation, one.row.participant) for one in decision.concerns]
        assert len(set(told)) == len(told)
