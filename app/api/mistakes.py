"""What is answered and logged when the engine made a mistake: the same id in both, and nothing of internals."""

import logging

from app.api.answers import Answer, problem
from app.clock import read_wall
from app.ids import new_id

SENTENCE = "The engine made a mistake; it has been logged"


def mistake(log: logging.Logger, what: str, fault: BaseException, more: str = "", status: int = 500) -> Answer:
    """Log a fault of ours and answer it. The header `X-Request-Id` is the log record's field `request`."""
    request = new_id(read_wall())
    log.error(what, exc_info=fault, extra={"request": request})
    headers = [(b"x-request-id", request.encode())]
    return problem(status, "internal", f"{SENTENCE}{more}", headers=headers)
