"""Failed tries to name oneself, held per address: the table that an attacker must not be able to make large or slow."""

import ipaddress

from app.engine.value import MINUTE, SECOND, Instant, seconds_until
from app.engine.windows import WindowLog

FAILURES_A_MINUTE = 30
"""From one address; a token that was good before is asked for first, so a held address locks out no one at work."""

STRANGERS_A_MINUTE = 3_000
"""From all addresses together that found the table full."""

ADDRESSES_HELD = 10_000
_STRANGERS = ""
_LOOK_EVERY = 1 * SECOND


class FailedTries:
    """Counts failures of the last minute by address.

    Memory is bounded by `ADDRESSES_HELD`. Whoever owns an IPv6 network owns 2**64 addresses of it, so a network of /64
    is one address here. The table is looked through for addresses that have gone quiet once a second at most: done
    for each failure, ten thousand addresses would cost the loop ten thousand steps a request.
    """

    def __init__(self) -> None:
        self._logs: dict[str, WindowLog] = {}
        self._looked_at: Instant | None = None

    def __len__(self) -> int:
        """How many addresses are held."""
        return len(self._logs)

    def is_held(self, address: str, now: Instant) -> bool:
        """True if the address has failed so often that nothing is looked up for it."""
        key = self._key(address)
        log = self._logs.get(key)
        return log is not None and log.used(MINUTE, now) >= _most(key)

    def count(self, address: str, now: Instant) -> int | None:
        """Count one more failure; None, or the seconds to wait if there have been too many, and this costs none."""
        if len(self._logs) >= ADDRESSES_HELD and _network(address) not in self._logs:
            self._drop_idle(now)
        key = self._key(address)
        log = self._logs.setdefault(key, WindowLog(MINUTE))
        opens_at = log.opens_at(MINUTE, _most(key) - 1)
        if opens_at > now:
            return max(1, seconds_until(opens_at, now))
        log.charge(now)
        return None

    def _key(self, address: str) -> str:
        key = _network(address)
        return key if key in self._logs or len(self._logs) < ADDRESSES_HELD else _STRANGERS

    def _drop_idle(self, now: Instant) -> None:
        if self._looked_at is None or abs(now - self._looked_at) >= _LOOK_EVERY:
            self._looked_at = now
            self._logs = {key: log for key, log in self._logs.items() if not log.is_idle(now)}


def _most(key: str) -> int:
    return STRANGERS_A_MINUTE if key == _STRANGERS else FAILURES_A_MINUTE


def _network(address: str) -> str:
    """The address, or the /64 that an IPv6 address lies in."""
    if ":" not in address:
        return address
    try:
        parsed = ipaddress.IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    mapped = parsed.ipv4_mapped
    return str(mapped) if mapped is not None else str(ipaddress.IPv6Address(int(parsed) >> 64 << 64))
