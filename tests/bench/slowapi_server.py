"""The peer over HTTP: FastAPI and slowapi on Redis, 60 a minute and 500 an hour. Run as a process of its own.

`python -m tests.bench.slowapi_server SOCKET PROMISE`. `as-it-comes` is slowapi with its defaults: fixed windows, no
headers. `same-promise` is its nearest to ours: moving windows, and the headers that say what is left.
"""

import sys
from typing import Annotated

import uvicorn
from fastapi import Body, FastAPI, Request, Response
from pydantic import BaseModel
from slowapi import Limiter, _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded

from app.bootstrap.serve import listen

PATH = "/functions/v1/power-dialer-controller"
LIMITS = "60/minute;500/hour"


class Ask(BaseModel):
    """A dialer's body, as far as both of its actions have it."""

    action: str
    sessionId: str | None = None  # noqa: N815 -- the wire's own
    callId: str | None = None  # noqa: N815 -- the wire's own
    status: str | None = None


def by_token(request: Request) -> str:
    """Whose limits count: the token's, unchecked."""
    return request.headers.get("authorization", "")


def application(socket: str, promise: str) -> FastAPI:
    """One route that is limited and answers a constant, as long as ours."""
    is_same = promise == "same-promise"
    limiter = Limiter(
        key_func=by_token,
        storage_uri=f"redis+unix://{socket}",
        strategy="moving-window" if is_same else "fixed-window",
        headers_enabled=is_same,
    )
    made = FastAPI()
    made.state.limiter = limiter
    made.add_exception_handler(RateLimitExceeded, _refused)

    @made.post(PATH)
    @limiter.limit(LIMITS)
    async def dial(request: Request, response: Response, ask: Annotated[Ask, Body()]) -> dict[str, object]:
        return {"success": True, "call": {"id": ask.callId, "status": ask.status}, "message": "Call status updated"}

    return made


def _refused(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, RateLimitExceeded)
    return _rate_limit_exceeded_handler(request, fault)


def main() -> None:
    """Serve on a free port and say which."""
    listener = listen("127.0.0.1", 0)
    listener.listen(1_024)
    print(f"Listening on http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    config = uvicorn.Config(application(*sys.argv[1:3]), log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
