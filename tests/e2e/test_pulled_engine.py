"""Pull the engine from under real windows: killed, stopped, its line cut or gone silent. They tell it and recover."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.client.errors import GatewayRefused, GatewayUnreachable
from app.client.gateway import Gateway
from app.ui.design.look import Look
from app.wire.feed import FloorAgent, LimitChanged
from app.wire.operator import EditAgent
from tests.e2e.real_windows import Supervisor, dial
from tests.e2e.serving import Serving, import_contacts, make_token
from tests.fakes.cut_line import CutLine
from tests.ui.conftest import look, no_widget_or_timer_outlives_its_test

__all__ = ["look", "no_widget_or_timer_outlives_its_test"]
AGENTS = ("ana", "ben", "cleo", "dan")
EDITS = 1_000
REASON = "a storm of edits"
SLOW_MS = 120_000


class Site:
    """One engine that can be pulled, the line to it, and what the windows on it were told of edits."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "floor"
        self._engines = ExitStack()
        for name in AGENTS:
            make_token(self.data, name)
        import_contacts(self.data, folder / "leads.csv", 60)
        self.engine = self._engines.enter_context(Serving(self.data))
        self.line = self._engines.enter_context(CutLine(urlsplit(self.engine.url).port or 0))

    def start_again(self) -> None:
        """Another engine on the same folder, at the same address as far as the windows know."""
        self.engine = self._engines.enter_context(Serving(self.data))
        self.line.lead_to(urlsplit(self.engine.url).port or 0)

    def call(self, name: str) -> None:
        asyncio.run(dial(self.engine.url, make_token(self.data, name)))

    def close(self) -> None:
        self._engines.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    yield made
    made.close()


@pytest.fixture
def windows(
    qapp: QApplication, qtbot: QtBot, look: Look, site: Site, tmp_path: Path
) -> Iterator[Callable[[str], Supervisor]]:
    del qapp
    made: list[Supervisor] = []

    def make(name: str) -> Supervisor:
        token = make_token(site.data, name, "supervisor")
        made.append(Supervisor(qtbot, look, site.line.url, token, tmp_path / name))
        return made[-1]

    yield make
    for supervisor in made:
        supervisor.leave()


def badge(supervisor: Supervisor) -> str:
    return supervisor.window.top.badge.truth.text


def rows(supervisor: Supervisor) -> dict[str, FloorAgent]:
    return {row.name: row for row in supervisor.window.agents.floor.agents.values()}


def configuration(row: FloorAgent) -> tuple[object, ...]:
    """What edits change; the rest of a row counts on by itself."""
    return (row.revision, row.hour_limit, row.limit_source, row.call_timeout, row.auto_dial_delay, row.enforcement)


def configurations(supervisor: Supervisor) -> dict[str, tuple[object, ...]]:
    return {name: configuration(row) for name, row in rows(supervisor).items()}


def test_a_stopped_engine_is_called_stale_and_when_it_goes_on_the_floor_is_live_again(
    site: Site, windows: Callable[[str], Supervisor]
) -> None:
    sam = windows("sam")
    site.call("ana")
    before = sam.sees("ana", lambda row: row.hour_used == 1)
    sam.until(lambda: badge(sam) == "Live")
    site.engine.process.send_signal(signal.SIGSTOP)
    sam.until(lambda: badge(sam).startswith("Stale"))
    assert configuration(rows(sam)["ana"]) == configuration(before)
    site.engine.process.send_signal(signal.SIGCONT)
    sam.until(lambda: badge(sam) == "Live")
    site.call("ben")
    sam.sees("ben", lambda row: row.hour_used == 1)
    sam.sees("ana", lambda row: row.hour_used == 1)


@pytest.mark.parametrize("how", ["cut", "silence"])
def test_a_line_that_is_cut_or_silent_is_told_and_mended_without_a_call_lost_or_shown_twice(
    site: Site, windows: Callable[[str], Supervisor], how: str
) -> None:
    sam = windows("sam")
    site.call("ana")
    sam.sees("ana", lambda row: row.hour_used == 1)
    edits: list[int] = []
    sam.window.watching.limit_edited.connect(lambda edit: edits.append(edit.revision))
    getattr(site.line, how)()
    sam.until(lambda: badge(sam).startswith("Reconnecting" if how == "cut" else "Stale"))
    # The floor goes on without this window: a call, and an edit by somebody else.
    site.call("ben")
    with closing(Gateway(site.engine.url, make_token(site.data, "kim", "supervisor"))) as kim:
        assert edit(kim, "ana", 55)
    assert "ana" in rows(sam)
    site.line.mend()
    sam.until(lambda: badge(sam) == "Live")
    sam.sees("ben", lambda row: row.hour_used == 1)
    sam.sees("ana", lambda row: row.hour_used == 1 and row.hour_limit == 55)
    assert len(edits) == len(set(edits))
    assert not sam.window.banner.isVisible()


def edit(gateway: Gateway, name: str, amount: int) -> bool:
    """Edit as an editor does, on the revision just read; False if another edit came first."""
    row = next(row for row in gateway.floor().agents if row.name == name)
    wanted = EditAgent(expected_revision=row.revision, reason=REASON, max_calls_per_hour=amount)
    try:
        gateway.edit_agent(row.id, wanted)
    except GatewayRefused as refused:
        if refused.status == 409:
            return False
        raise
    return True


def storm(url: str, token: str, wanted: int) -> int:
    """Edit after edit on agents that others edit too, until so many are acknowledged or nobody answers any more."""
    done = tried = 0
    with closing(Gateway(url, token)) as gateway:
        while done < wanted:
            tried += 1
            try:
                done += edit(gateway, AGENTS[tried % len(AGENTS)], 1 + tried % 400)
            except GatewayUnreachable:
                break
    return done


def test_two_windows_stay_equal_through_a_thousand_edits_and_a_killed_engine(
    site: Site, windows: Callable[[str], Supervisor]
) -> None:
    sam, kim = windows("sam"), windows("kim")
    for name in AGENTS:
        site.call(name)
    heard: dict[str, list[LimitChanged]] = {"sam": [], "kim": []}
    for name, supervisor in (("sam", sam), ("kim", kim)):
        supervisor.sees("dan", lambda _: True)
        supervisor.window.watching.limit_edited.connect(heard[name].append)
    tokens = [make_token(site.data, name, "supervisor") for name in ("lea", "max")]

    def edited(pool: ThreadPoolExecutor, each: int, until: Callable[[], bool]) -> int:
        storms = [pool.submit(storm, site.engine.url, token, each) for token in tokens]
        sam.until(lambda: until() or all(one.done() for one in storms), SLOW_MS)
        if not all(one.done() for one in storms):
            site.engine.kill()
        sam.until(lambda: all(one.done() for one in storms), SLOW_MS)
        return sum(one.result() for one in storms)

    with ThreadPoolExecutor(max_workers=2) as pool:
        # Pulled in the middle of it: whatever was acknowledged by then must be there afterwards.
        acknowledged = edited(pool, EDITS // 2, lambda: len(heard["sam"]) > EDITS // 8)
        assert site.engine.process.poll() is not None
        sam.until(lambda: badge(sam) == "Reconnecting")
        site.start_again()
        sam.until(lambda: badge(sam) == badge(kim) == "Live")
        acknowledged += edited(pool, (EDITS - acknowledged + 1) // 2, lambda: False)
    truth = {row.name: configuration(row) for row in floor_of(site)}
    sam.until(lambda: configurations(sam) == configurations(kim) == truth)
    assert acknowledged >= EDITS
    for told in heard.values():
        assert len({(change.revision, change.field) for change in told}) == len(told)
    # One edit may have been committed in the instant of the kill, and its answer lost: never the other way round.
    assert acknowledged <= audited(site) <= acknowledged + len(tokens)


def floor_of(site: Site) -> list[FloorAgent]:
    with closing(Gateway(site.engine.url, make_token(site.data, "kim", "supervisor"))) as gateway:
        return gateway.floor().agents


def audited(site: Site) -> int:
    """How many edits of this storm the audit trail holds."""
    headers = {"Authorization": f"Bearer {make_token(site.data, 'kim', 'supervisor')}"}
    found = 0
    cursor: str | None = ""
    with httpx.Client(base_url=site.engine.url, headers=headers, trust_env=False) as client:
        while cursor is not None:
            query = {"limit": "500"} | ({"cursor": cursor} if cursor else {})
            page = client.get("/v1/audit", params=query).json()
            found += sum(record["reason"] == REASON for record in page["records"])
            cursor = page["cursor"]
    return found
