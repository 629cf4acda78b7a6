"""Random histories of mails: whatever people ask, in whatever order, the rule of the programme holds after each."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mailworker.domain.decision import Asker, Decision, decide
from mailworker.domain.programme import Programme, Table
from mailworker.domain.registration import Register, Registration
from mailworker.domain.request import Action, Request
from mailworker.domain.states import RegistrationStatus

PEOPLE = ("Jan Peeters", "Els Maes", "Tom Claes", "An Wouters")
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
        self.rows: dict[tuple[str, str, str], Registration] = {}
        self.arrival = 0

    def arrives(self, sender: str, asked: list[Request], *, again: bool = False) -> Decision:
        self.arrival += not again
        asker = Asker(address(sender), sender, self.arrival)
        decision = decide(asked, Register(self.rows.values()), PROGRAMME, asker, str.casefold)
        for change in decision.changes:
            key = (change.after.table, change.after.organisation_key, change.after.participant_key)
            number = self.rows[key].id if key in self.rows else len(self.rows) + 1
            self.rows[key] = replace(change.after, id=number)
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


@given(histories)
def test_a_change_reaches_each_person_concerned_once(history: list[tuple[str, list[Request]]]) -> None:
    register = History()
    for sender, asked in history:
        decision = register.arrives(sender, asked)
        for change in decision.changes:
            own = change.after.participant_address or change.after.address
            told = [c for c in decision.concerns if c.row.table == change.after.table and c.address == own]
            in_transcript = [
                row
                for row in decision.rows
                if (row.table, row.participant) == (change.after.table, change.after.participant)
            ]
            assert told or (own == address(sender) and in_transcript)


@given(histories)
def test_nobody_changes_what_others_registered(history: list[tuple[str, list[Request]]]) -> None:
    register = History()
    for sender, asked in history:
        for change in register.arrives(sender, asked).changes:
            if change.rule in {"cancelled", "replaced"}:
                assert change.before is not None
                assert change.before.may_be_changed_by(address(sender))
