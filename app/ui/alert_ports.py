"""What alerts need: of an engine, of the desktop's tray, and of something that makes a sound."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.wire.alerts import (
    AlertDetail,
    AlertItem,
    AlertSettingsPage,
    AlertSeverity,
    AlertsPage,
    EditAlertSettings,
)


class AlertActsPort(Protocol):
    """What people do with an alert; 409 with who was quicker."""

    def acknowledge_alert(self, alert_id: str, note: str) -> AlertItem:
        """See to it, as the note says."""
        ...

    def snooze_alert(self, alert_id: str, until: datetime, note: str | None = None) -> AlertItem:
        """Silence it until an aware instant, a week at most."""
        ...

    def resolve_alert(self, alert_id: str, note: str | None = None) -> AlertItem:
        """Be done with it."""
        ...


class AlertsPort(AlertActsPort, Protocol):
    """Alerts that are over, one with its history, and the settings."""

    def alerts(
        self,
        *,
        state: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        agent_id: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AlertsPage:
        """By when they were raised, newest first; a page at a time."""
        ...

    def alert(self, alert_id: str) -> AlertDetail:
        """One with its history."""
        ...

    def alert_settings(self) -> AlertSettingsPage:
        """From where on the rules raise."""
        ...

    def edit_alert_settings(self, edit: EditAlertSettings) -> AlertSettingsPage:
        """Set them all; 409 with both if someone was quicker."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayCalls:
    """What the desktop asks of the window; all of it on the GUI thread."""

    show: Callable[[], object]
    show_alert: Callable[[str], object]
    acknowledge_all: Callable[[], object]
    quiet: Callable[[], object]
    quit: Callable[[], object]


class TrayPort(Protocol):
    """The desktop's tray, where there is one, and its notifications."""

    @property
    def can_notify(self) -> bool:
        """Whether a notification would be seen."""
        ...

    def listen(self, calls: TrayCalls) -> None:
        """Whom to tell of clicks."""
        ...

    def show_count(self, count: int, words: str, *, quiet: bool) -> None:
        """How many alerts are open, as a number on the icon and in words."""
        ...

    def notify(self, key: str, severity: AlertSeverity, title: str, sentence: str) -> None:
        """A notification of the desktop; a click on it comes back as `show_alert(key)`."""
        ...

    def close(self) -> None:
        """Take the icon away."""
        ...


class SoundPort(Protocol):
    """Something that makes itself heard."""

    @property
    def name(self) -> str:
        """What plays, in words."""
        ...

    def play(self) -> None:
        """Once; returns at once."""
        ...

    def stop(self) -> None:
        """Silence, now."""
        ...
