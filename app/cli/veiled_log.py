"""The program's log: to standard error, and without a phone number, whatever an exception has in its words."""

import logging

from app.compliance.masking import veiled

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class VeiledFormatter(logging.Formatter):
    """Formats a record and veils the numbers in it, its traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        """The lines of a record."""
        return veiled(super().format(record))


def log_to_stderr() -> None:
    """Log warnings and errors from now on."""
    listener = logging.StreamHandler()
    listener.setFormatter(VeiledFormatter(_FORMAT))
    logging.basicConfig(level=logging.WARNING, handlers=[listener])
