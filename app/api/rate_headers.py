"""The `RateLimit` headers of every answer to a known user: the tightest API limit, in both spellings.

`X-RateLimit-*` as the specification has it (reset in Unix seconds), `RateLimit-Policy` and `RateLimit` as
draft-ietf-httpapi-ratelimit-headers spells them.
"""

from functools import lru_cache

from app.api.answers import Headers
from app.controller.floor import Floor
from app.engine.limits import LimitId
from app.engine.people import Identity
from app.engine.value import SECOND, Instant, seconds_until


@lru_cache(maxsize=512)
def _policy(minute: int, hour: int) -> tuple[bytes, bytes]:
    return b"ratelimit-policy", b'"api.minute";q=%d;w=60, "api.hour";q=%d;w=3600' % (minute, hour)


def rate_headers(floor: Floor, identity: Identity, now: Instant, *, plain: bool) -> Headers:
    """The headers. `plain` adds `X-RateLimit-*`, which a 429 brings along itself."""
    minute = floor.limit(LimitId.API_MINUTE, identity.tenant_id).amount
    hour = floor.limit(LimitId.API_HOUR, identity.tenant_id).amount
    used_minute, minute_free_at, used_hour, hour_free_at = floor.usage.request_use(identity.user_id, now)
    name, amount, remaining, free_at = b"api.minute", minute, max(0, minute - used_minute), minute_free_at
    left_hour = max(0, hour - used_hour)
    # The tightest is the one with the smaller share left; cross-multiplied, because an amount may be 0.
    if left_hour * minute < remaining * hour:
        name, amount, remaining, free_at = b"api.hour", hour, left_hour, hour_free_at
    headers: Headers = [
        _policy(minute, hour),
        (b"ratelimit", b'"%s";r=%d;t=%d' % (name, remaining, seconds_until(free_at, now))),
    ]
    if plain:
        headers += (
            (b"x-ratelimit-limit", b"%d" % amount),
            (b"x-ratelimit-remaining", b"%d" % remaining),
            (b"x-ratelimit-reset", b"%d" % -(-free_at // SECOND)),
        )
    return headers
