"""The table of failed tries under an attack on the table itself."""

from app.api.failed_tries import ADDRESSES_HELD, FAILURES_A_MINUTE, STRANGERS_A_MINUTE, FailedTries
from app.engine.value import MINUTE, SECOND, Instant

T0: Instant = 1_790_000_000 * SECOND


def fail(tries: FailedTries, address: str, times: int, now: Instant = T0) -> int:
    """How many of so many failures were counted before the address was held."""
    return sum(tries.count(address, now) is None for _ in range(times))


def test_an_address_is_held_after_thirty_and_let_go_after_a_minute() -> None:
    tries = FailedTries()
    assert fail(tries, "10.0.0.1", 100) == FAILURES_A_MINUTE
    assert tries.is_held("10.0.0.1", T0 + MINUTE - 1)
    assert tries.count("10.0.0.1", T0 + 50 * SECOND) == 10
    assert not tries.is_held("10.0.0.2", T0)
    assert not tries.is_held("10.0.0.1", T0 + MINUTE)


def test_a_network_of_one_owner_is_one_address() -> None:
    tries = FailedTries()
    for host in range(FAILURES_A_MINUTE):
        assert tries.count(f"2001:db8:1:2::{host:x}", T0) is None
    assert tries.is_held("2001:db8:1:2:ffff:ffff:ffff:ffff", T0)
    assert not tries.is_held("2001:db8:1:3::1", T0)
    assert fail(tries, "::ffff:10.0.0.9", FAILURES_A_MINUTE) == FAILURES_A_MINUTE
    assert tries.is_held("10.0.0.9", T0)
    assert fail(tries, "fe80::1%eth0", 5) == fail(tries, "no:address", 5) == fail(tries, "", 5) == 5


def test_more_addresses_than_the_table_holds_share_one_place_and_nobody_pays_for_looking_through_it() -> None:
    tries = FailedTries()
    for number in range(ADDRESSES_HELD):
        tries.count(f"10.{number >> 8}.{number & 255}.1", T0)
    assert len(tries) == ADDRESSES_HELD
    held = 0
    for number in range(2 * STRANGERS_A_MINUTE):
        held += tries.count(f"11.{number >> 8}.{number & 255}.1", T0) is not None
    assert (len(tries), held) == (ADDRESSES_HELD + 1, STRANGERS_A_MINUTE)
    assert tries.is_held("12.0.0.1", T0)
    assert not tries.is_held("10.0.5.1", T0), "who has a place keeps it"
    later = T0 + MINUTE
    assert tries.count("12.0.0.1", later) is None
    assert len(tries) == 1, "those who have gone quiet make room"
