"""A file on its way to the engine: how much of it is sent, and whether a person has stopped it."""


class SendingStopped(OSError):
    """A person stopped the sending of a file."""


class Sending:
    """Written by the thread that sends, read by the window; `stop` ends the sending at its next block."""

    def __init__(self) -> None:
        self.sent = 0
        self._stopped = False

    def note(self, sent: int) -> None:
        """So many bytes are sent. Raises `SendingStopped` once `stop` was called."""
        if self._stopped:
            raise SendingStopped("The sending was stopped")
        self.sent = sent

    def stop(self) -> None:
        """End it."""
        self._stopped = True
