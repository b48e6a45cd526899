"""A desktop with a tray and a loudspeaker that only remember."""

from dataclasses import dataclass, field

from app.ui.alert_ports import TrayCalls
from app.wire.alerts import AlertSeverity


@dataclass
class FakeTray:
    """Notices are (key, severity, title); `calls` is what a test clicks on."""

    can_notify: bool = True
    calls: TrayCalls | None = None
    count: int = 0
    words: str = ""
    quiet: bool = False
    notices: list[tuple[str, str, str]] = field(default_factory=list)
    closed: bool = False

    def listen(self, calls: TrayCalls) -> None:
        self.calls = calls

    def show_count(self, count: int, words: str, *, quiet: bool) -> None:
        self.count, self.words, self.quiet = count, words, quiet

    def notify(self, key: str, severity: AlertSeverity, title: str, sentence: str) -> None:
        self.notices.append((key, severity, title))

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeSound:
    """Counts."""

    name: str = "a fake loudspeaker"
    played: int = 0
    stopped: int = 0

    def play(self) -> None:
        self.played += 1

    def stop(self) -> None:
        self.stopped += 1
