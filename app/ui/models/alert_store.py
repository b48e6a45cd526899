"""Alerts that are not resolved, by id, kept true by batches of the feed; and which of them call for people. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from app.ui.models.floor import Batch
from app.ui.models.moment import Instant
from app.wire.alerts import AlertItem

MOST_REMEMBERED = 20_000
"""Calls remembered so that none is repeated: a day of a floor of thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a batch said of alerts. `calls` are those that call for people now, each for the first time here."""

    calls: tuple[AlertItem, ...] = ()
    resolved: tuple[AlertItem, ...] = ()
    changed: bool = False
    first: bool = False
    """Nothing was known of this tenant before: what stands called before we came."""


def is_calling(alert: AlertItem) -> bool:
    """Whether it waits for somebody: open, and not kept silent by the quiet hours."""
    return alert.state == "open" and not alert.muted and alert.told_at is not None


class AlertStore:
    """What is not resolved, as of the last batch. A call is known by (id, told_at): a reconnect repeats none."""

    def __init__(self) -> None:
        self.alerts: dict[str, AlertItem] = {}
        self._tenant = ""
        self._told: dict[str, Instant] = {}

    @property
    def open_count(self) -> int:
        """How many wait for somebody: neither acknowledged nor snoozed."""
        return sum(1 for alert in self.alerts.values() if alert.state == "open")

    @property
    def newest_open(self) -> AlertItem | None:
        """The open one that happened last."""
        return max(
            (alert for alert in self.alerts.values() if alert.state == "open"),
            key=lambda alert: (alert.last_at, alert.id),
            default=None,
        )

    def take(self, batch: Batch) -> Heard:
        """Take a batch in."""
        before = self.alerts
        first = False
        if batch.snapshot is not None:
            first = batch.snapshot.tenant_id != self._tenant
            if first:
                self._tenant = batch.snapshot.tenant_id
                self._told.clear()
            self.alerts = {}
        elif not batch.alerts:
            return Heard()
        fresh = {id_: alert for id_, alert in batch.alerts.items() if alert.state != "resolved"}
        gone = [alert for alert in batch.alerts.values() if alert.state == "resolved"]
        kept = {id_: alert for id_, alert in self.alerts.items() if id_ not in batch.alerts}
        self.alerts = kept | fresh
        return Heard(
            calls=self._new_calls(batch.alerts.values()),
            resolved=tuple(gone),
            changed=before != self.alerts or bool(gone),
            first=first,
        )

    def _new_calls(self, alerts: Iterable[AlertItem]) -> tuple[AlertItem, ...]:
        calls = [alert for alert in alerts if is_calling(alert) and self._told.get(alert.id) != alert.told_at]
        # Noted whether or not it still waits: what somebody acknowledged before we heard of it need not call here.
        for alert in alerts:
            if alert.told_at is not None:
                self._told.pop(alert.id, None)
                self._told[alert.id] = alert.told_at
        for id_ in list(islice(self._told, max(0, len(self._told) - MOST_REMEMBERED))):
            del self._told[id_]
        return tuple(calls)
