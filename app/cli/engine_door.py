"""Asks a running engine for a command, and ends the command in one sentence where the engine cannot or will not."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.cli.faults import fail

if TYPE_CHECKING:
    from app.client.gateway import Gateway

NOT_ANSWERED = 1
"""The exit code of a command whose engine refused or is not there."""


@contextmanager
def engine_at(url: str, token: str) -> Iterator["Gateway"]:
    """A gateway to the engine for the block; what it refuses ends the command."""
    from app.client.gateway import Gateway

    gateway = Gateway(url, token)
    try:
        with told_if_refused(url):
            yield gateway
    finally:
        gateway.close()


@contextmanager
def told_if_refused(url: str) -> Iterator[None]:
    """Ends the command with the engine's sentence and the next step."""
    from app.client.errors import GatewayRefused, GatewayUnreachable

    try:
        yield
    except GatewayRefused as fault:
        if fault.status != 401:
            fail(str(fault), NOT_ANSWERED)
        # The engine's own sentence tells programmers of headers; a person at a shell has another next step.
        fail(
            f"The engine at {url} does not know this token: it was mistyped or revoked. Make one with "
            "`dialfloor token create` on the engine's folder",
            NOT_ANSWERED,
        )
    except GatewayUnreachable as fault:
        fail(f"{fault}. Compare --url with the first line that `dialfloor serve` printed", NOT_ANSWERED)
