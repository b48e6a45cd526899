"""What whoever publishes may rely on, and every listener: a snapshot, no gap, never a wait, and the laggard is cut."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.api.feed_hub import A_SECOND, QUEUE, FeedHub, Listener
from app.engine.ports import Feed
from app.engine.value import MINUTE, SECOND, Id
from tests.scenarios.harness import House

Message = dict[str, Any]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path / "floor") as house:
        yield house


@pytest.fixture
def ana(house: House) -> str:
    return house.token("ana")


def tenant_of(house: House, ana: str) -> Id:
    return str(house.dial(ana, "start").body["session"]["tenant_id"])


def listen(house: House, tenant: Id) -> Listener:
    async def make() -> Listener:
        return house.engine.hub.listen(tenant, house.now)

    return house.run(make())


def heard(listener: Listener) -> list[Message | None]:
    """Everything that waits, None for the cut."""
    texts = [listener.messages.get_nowait() for _ in range(listener.messages.qsize())]
    return [None if text is None else msgspec.json.decode(text, type=dict[str, Any]) for text in texts]


class Teller:
    """Lets the hub tell what is due, at instants of the steady clock that the test makes up."""

    def __init__(self, hub: FeedHub) -> None:
        self._hub = hub
        self.steady = 1_000 * SECOND

    def tell(self, house: House, after: int) -> None:
        self.steady += after

        async def turn() -> None:
            for tenant, channel in self._hub._channels.items():
                if channel.listeners and self._hub._is_due(tenant, channel, self.steady):
                    self._hub._tell(tenant, channel, self.steady)

        house.run(turn())


def test_the_hub_is_a_feed(house: House) -> None:
    feed: Feed = house.engine.hub
    feed.publish([])


def test_each_listener_gets_a_snapshot_and_then_every_number(house: House, ana: str) -> None:
    tenant, teller = tenant_of(house, ana), Teller(house.engine.hub)
    first = listen(house, tenant)
    teller.tell(house, SECOND)
    second = listen(house, tenant)
    for _ in range(3):
        house.dial(ana, "status")
        teller.tell(house, SECOND)
    begins: list[int] = []
    for listener in (first, second):
        messages = [message for message in heard(listener) if message is not None]
        assert messages[0]["type"] == "snapshot"
        numbers = [message["seq"] for message in messages]
        assert numbers == list(range(numbers[0], numbers[0] + len(messages)))
        begins.append(numbers[0])
    assert begins == [0, 1], "the second began where the channel was"


def test_nothing_reaches_a_listener_of_another_tenant(house: House, ana: str) -> None:
    tenant = tenant_of(house, ana)
    other = tenant_of(house, house.token("eve", tenant="Other"))
    mine, theirs = listen(house, tenant), listen(house, other)
    house.contacts(1)
    session = house.dial(ana, "start").body["session"]["id"]
    house.dial(ana, "next-contact", sessionId=session)
    Teller(house.engine.hub).tell(house, SECOND)
    for listener, name in ((mine, "ana"), (theirs, "eve")):
        names = [agent["name"] for message in heard(listener) if message for agent in message["agents"]]
        assert set(names) == {name}


def test_never_more_than_four_in_any_second_and_an_edit_does_not_wait_for_the_next_turn(house: House, ana: str) -> None:
    boss = house.token("boss", "admin")
    tenant, teller = tenant_of(house, ana), Teller(house.engine.hub)
    listener = listen(house, tenant)
    heard(listener)
    agent = house.operate(boss, "GET", "/floor").body["agents"][0]
    told: list[int] = []
    for step in range(300):
        if step % 3 == 0:
            edit = {"expectedRevision": agent["revision"], "reason": "test", "maxCallsPerHour": step}
            agent = house.operate(boss, "PATCH", f"/agents/{agent['id']}", **edit).body
        teller.tell(house, SECOND // 60)
        told += [teller.steady] * len(heard(listener))
    assert len(told) >= 4 * 4
    assert all(later - first >= SECOND for first, later in zip(told, told[A_SECOND:], strict=False))
    assert told[1] - told[0] < SECOND // 4, "an edit is told at once while there is room"


def test_a_listener_that_lags_is_cut_and_the_others_hear_on(house: House, ana: str) -> None:
    tenant, teller = tenant_of(house, ana), Teller(house.engine.hub)
    laggard, reader = listen(house, tenant), listen(house, tenant)
    for _ in range(QUEUE + 2):
        house.later(MINUTE)
        house.dial(ana, "start")
        teller.tell(house, SECOND)
        assert None not in heard(reader)
    assert laggard.lagged
    assert heard(laggard) == [None], "what it missed is thrown away, the cut alone is left"
    assert not reader.lagged
    assert house.engine.hub.listeners() == 1


def test_one_that_left_is_told_nothing(house: House, ana: str) -> None:
    tenant = tenant_of(house, ana)
    listener = listen(house, tenant)
    heard(listener)
    house.engine.hub.leave(tenant, listener)
    house.engine.hub.leave(tenant, listener)
    Teller(house.engine.hub).tell(house, SECOND)
    assert heard(listener) == []
