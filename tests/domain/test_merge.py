"""Two organisations that are one: who keeps the place, who waits, who comes in."""

from hypothesis import given
from hypothesis import strategies as st

from mailworker.domain.merge import Merger, merge
from mailworker.domain.programme import Programme, Table
from mailworker.domain.registration import Registration
from mailworker.domain.states import RegistrationStatus

PROGRAMME = Programme(
    "Waterplan",
    "Dienst",
    "tafels@planning.example",
    (Table("een", "Een"), Table("twee", "Twee", limit=2), Table("vol", "Vol", capacity=2)),
)
CONFIRMED, WAITING, CANCELLED = RegistrationStatus
NAMES = {"aqf": "AQF", "aquafin": "Aquafin", "farys": "Farys"}


def row(number: int, key: str, who: str, place: int | None = None, table: str = "een", **more: object) -> Registration:
    status = CONFIRMED if place else WAITING
    facts: dict[str, object] = {"status": status, "arrival": number, "place": place, "id": number} | more
    return Registration(table, NAMES[key], key, who, address=f"{number}@x.example", **facts)  # type: ignore[arg-type]


def merged(*rows: Registration) -> Merger:
    return merge(rows, ("aquafin", "Aquafin"), PROGRAMME, of=lambda row: row.organisation_key == "aqf")


def after(rows: tuple[Registration, ...], merger: Merger) -> dict[int | None, Registration]:
    """The register once the changes are written one by one, each checked against the constraints of the database."""
    state = {one.id: one for one in rows}
    for change in merger.changes:
        assert state[change.after.id] == change.before
        state[change.after.id] = change.after
        places = [(r.table, r.organisation_key, r.place) for r in state.values() if r.place]
        seats = [(r.table, r.seat) for r in state.values() if r.seat]
        people = [(r.table, r.organisation_key, r.participant_key) for r in state.values()]
        for keys in (places, seats, people):
            assert len(keys) == len(set(keys))
    return state


def short(rows: tuple[Registration, ...], merger: Merger) -> dict[int | None, tuple[str, str, int | None]]:
    return {number: (r.organisation_key, r.status.value, r.place) for number, r in after(rows, merger).items()}


def test_the_first_to_come_keeps_the_place_and_the_other_waits() -> None:
    rows = (row(1, "aquafin", "Jan Peeters", 1), row(2, "aqf", "Els Maes", 1))
    merger = merged(*rows)
    assert short(rows, merger) == {1: ("aquafin", "confirmed", 1), 2: ("aquafin", "waiting", None)}
    assert [[r.id for r in part] for part in (merger.keep, merger.lose, merger.gain, merger.twice)] == [
        [1],
        [2],
        [],
        [],
    ]


def test_who_came_first_under_the_other_name_takes_the_place() -> None:
    rows = (row(1, "aqf", "Els Maes", 1), row(2, "aquafin", "Jan Peeters", 1), row(3, "aquafin", "Tom Claes"))
    merger = merged(*rows)
    assert short(rows, merger) == {
        1: ("aquafin", "confirmed", 1),
        2: ("aquafin", "waiting", None),
        3: ("aquafin", "waiting", None),
    }
    assert [r.id for r in merger.lose] == [2]


def test_with_room_for_both_nobody_loses_a_place() -> None:
    rows = (row(1, "aquafin", "Jan Peeters", 1, "twee"), row(2, "aqf", "Els Maes", 1, "twee"))
    merger = merged(*rows)
    assert short(rows, merger) == {1: ("aquafin", "confirmed", 1), 2: ("aquafin", "confirmed", 2)}
    assert (merger.lose, len(merger.changes)) == ((), 1)


def test_who_was_put_in_a_colleagues_place_stays_before_who_waits() -> None:
    rows = (row(5, "aquafin", "An Claes", 1), row(2, "aquafin", "Jan Peeters"), row(3, "aqf", "Els Maes"))
    assert short(rows, merged(*rows))[5] == ("aquafin", "confirmed", 1)


def test_a_person_of_both_has_one_row_with_the_better_state() -> None:
    rows = (row(1, "aqf", "Jan Peeters", 1), row(2, "aquafin", "jan peeters"), row(3, "aquafin", "Els Maes", 1))
    merger = merged(*rows)
    assert short(rows, merger) == {
        1: ("aqf", "cancelled", None),
        2: ("aquafin", "confirmed", 1),
        3: ("aquafin", "waiting", None),
    }
    assert [r.id for r in merger.twice] == [1]
    state = after(rows, merger)[2]
    assert (state.arrival, state.participant, state.address) == (1, "jan peeters", "1@x.example")


def test_cancelled_rows_move_along() -> None:
    rows = (row(1, "aqf", "Jan Peeters", status=CANCELLED), row(2, "aqf", "Els Maes", 1))
    assert short(rows, merged(*rows)) == {1: ("aquafin", "cancelled", None), 2: ("aquafin", "confirmed", 1)}


def test_a_seat_that_comes_free_is_for_who_waits_longest_of_any_organisation() -> None:
    rows = (
        row(1, "aquafin", "Jan Peeters", 1, "vol", seat=1),
        row(2, "aqf", "Els Maes", 1, "vol", seat=2),
        row(3, "farys", "Tom Claes", None, "vol"),
        row(4, "farys", "An Claes", None, "vol"),
    )
    merger = merged(*rows)
    assert short(rows, merger) == {
        1: ("aquafin", "confirmed", 1),
        2: ("aquafin", "waiting", None),
        3: ("farys", "confirmed", 1),
        4: ("farys", "waiting", None),
    }
    assert after(rows, merger)[3].seat == 2
    assert [r.id for r in merger.gain] == [3]


def test_a_table_that_the_programme_dropped_keeps_everybody() -> None:
    rows = (row(1, "aquafin", "Jan Peeters", 1, "weg"), row(2, "aqf", "Els Maes", 1, "weg"))
    assert short(rows, merged(*rows)) == {1: ("aquafin", "confirmed", 1), 2: ("aquafin", "confirmed", 2)}


def test_an_organisation_without_registrations_changes_nothing() -> None:
    assert merged(row(1, "aquafin", "Jan Peeters", 1)).changes == ()


@st.composite
def registers(draw: st.DrawFn) -> tuple[Registration, ...]:
    """Registers that hold the limit and the capacity, with everybody in order of arrival."""
    rows: list[Registration] = []
    wishes = draw(
        st.lists(
            st.tuples(st.sampled_from(list(NAMES)), st.sampled_from("abcd"), st.sampled_from(PROGRAMME.table_ids)),
            max_size=16,
            unique=True,
        )
    )
    for number, (key, who, table_id) in enumerate(wishes, 1):
        table = PROGRAMME.table(table_id)
        holding = [r for r in rows if r.table == table_id and r.status is CONFIRMED]
        mine = sum(r.organisation_key == key for r in holding)
        if draw(st.integers(0, 9)) == 0:
            rows.append(row(number, key, who, None, table_id, status=CANCELLED))
        elif mine < table.limit and len(holding) < (table.capacity or 99):
            seat = len(holding) + 1 if table.capacity else None
            rows.append(row(number, key, who, mine + 1, table_id, seat=seat))
        else:
            rows.append(row(number, key, who, None, table_id))
    return tuple(rows)


@given(registers())
def test_after_any_merger_the_limit_holds_and_nobody_is_lost(rows: tuple[Registration, ...]) -> None:
    merger = merged(*rows)
    state = list(after(rows, merger).values())
    active = {(r.table, r.participant_key) for r in rows if r.active and r.organisation_key != "farys"}
    ours = [r for r in state if r.organisation_key == "aquafin"]
    assert {(r.table, r.participant_key) for r in ours if r.active} == active
    assert [r for r in state if r.organisation_key == "aqf" and r.active] == []
    for table in PROGRAMME.tables:
        holding = [r for r in ours if r.table == table.id and r.status is CONFIRMED]
        waiting = [r for r in ours if r.table == table.id and r.status is WAITING]
        seated = [r for r in state if r.table == table.id and r.seat is not None]
        assert len(holding) <= table.limit
        assert len(seated) <= (table.capacity or 0)
        # Nobody waits beside an empty place, unless the table itself is full.
        assert not waiting or len(holding) == table.limit or len(seated) == table.capacity
    assert merge(state, ("aquafin", "Aquafin"), PROGRAMME, of=lambda row: row.organisation_key == "aqf").changes == ()
