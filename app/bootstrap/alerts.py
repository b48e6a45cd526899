"""Alerts of one engine: read back at start, looked at each second, written with the journal like any decision."""

import asyncio
import logging
import sqlite3
from collections.abc import Sequence

from app.controller.alert_watch import AlertWatch
from app.controller.board import Board
from app.controller.floor import Floor
from app.engine.alerts import Sign
from app.engine.events import Fact
from app.engine.ports import StoreUnavailable
from app.engine.restored import Restored
from app.engine.value import Id, Instant
from db.alerts_store import load_alert_settings, load_alerts

EVERY_S = 1.0
LEAST_S = 0.1
"""Between two looks, however much there is to see: decisions have the loop in between."""

MOST_LAST_LOOKS = 200
"""Twenty thousand agents; more would keep a stop waiting, and are found again at the next start."""

_log = logging.getLogger("dialfloor.alerts")


class AlertRounds:
    """Hears committed facts and looks at what they, and time, bring about."""

    def __init__(self, floor: Floor, board: Board) -> None:
        self._floor = floor
        self._urgent = asyncio.Event()
        self._watch = AlertWatch(floor, board, self._urgent.set)

    def restore(self, reader: sqlite3.Connection, restored: Restored, now: Instant) -> None:
        """Take up alerts, settings and the last hour's refusals where the log left them."""
        self._floor.alerts.restore(load_alerts(reader, now), load_alert_settings(reader))
        self._watch.restore(restored.refusals)

    def hear(self, facts: Sequence[Fact]) -> None:
        """Committed facts, in commit order."""
        self._watch.hear(facts)

    def report(self, tenant_id: Id, sign: Sign) -> None:
        """What a job has seen of a tenant, raised or settled at the next look."""
        self._watch.report(tenant_id, sign)

    async def look(self) -> None:
        """Look once. Raises `StoreUnavailable` if the log cannot take what was found; the next look finds it again."""
        change = self._watch.sweep(self._floor.ports.clock.now())
        if change.facts:
            await change.commit()

    async def finish(self) -> None:
        """Look until nothing waits, before the engine forgets what it heard. Raises `StoreUnavailable`."""
        self._watch.count_all()
        for _ in range(MOST_LAST_LOOKS):
            await self.look()
            if not self._watch.is_behind:
                return

    async def run(self) -> None:
        """Look each second, and at once when something should not wait, until cancelled."""
        while True:
            try:
                async with asyncio.timeout(LEAST_S if self._watch.is_behind else EVERY_S):
                    await self._urgent.wait()
            except TimeoutError:
                self._urgent.clear()
            else:
                self._urgent.clear()
            try:
                await self.look()
            except StoreUnavailable as fault:
                _log.warning("alerts are not written: %s", fault)
            except Exception:  # noqa: BLE001
                # The look has been undone; the watch must outlive it, and says why nothing is raised.
                _log.exception("alerts could not be looked at")
            await asyncio.sleep(LEAST_S)
