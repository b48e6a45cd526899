"""A desktop without a tray and without a sound: what the window has until a real one is attached."""

from app.ui.alert_ports import TrayCalls
from app.wire.alerts import AlertSeverity


class NoTray:
    """No icon anywhere; remembers nothing but whom it would have told."""

    can_notify = False

    def __init__(self) -> None:
        self.calls: TrayCalls | None = None
        self.words = ""

    def listen(self, calls: TrayCalls) -> None:
        """Nobody will click."""
        self.calls = calls

    def show_count(self, count: int, words: str, *, quiet: bool) -> None:
        """Said to nobody."""
        self.words = words

    def notify(self, key: str, severity: AlertSeverity, title: str, sentence: str) -> None:
        """Said to nobody."""
        self.words = title

    def close(self) -> None:
        """There is nothing to take away."""
        self.calls = None


class NoSound:
    """Silence."""

    name = "nothing"

    def __init__(self) -> None:
        self.playing = False

    def play(self) -> None:
        """Makes none."""
        self.playing = False

    def stop(self) -> None:
        """Already silent."""
        self.playing = False
