"""The `RateLimit` headers of every answer to a known user: the tightest API limit, in both spellings.

`X-RateLimit-*` as the specification has it (reset in Unix seconds), `RateLimit-Policy` and `RateLimit` as
draft-ietf-httpapi-ratelimit-headers spells them.
"""

from app.api.answers import Headers
from app.controller.admission import Quota
from app.engine.value import SECOND, Instant, seconds_until


def rate_headers(minute: Quota, hour: Quota, now: Instant, *, plain: bool) -> Headers:
    """The headers. `plain` adds `X-RateLimit-*`, which a 429 brings along itself."""
    tightest = minute if _share(minute) <= _share(hour) else hour
    headers: Headers = [
        (
            b"ratelimit-policy",
            b'"api.minute";q=%d;w=60, "api.hour";q=%d;w=3600' % (minute.limit.amount, hour.limit.amount),
        ),
        (
            b"ratelimit",
            b'"%s";r=%d;t=%d'
            % (tightest.limit.limit_id.encode(), tightest.remaining, seconds_until(tightest.free_at, now)),
        ),
    ]
    if plain:
        headers.append((b"x-ratelimit-limit", b"%d" % tightest.limit.amount))
        headers.append((b"x-ratelimit-remaining", b"%d" % tightest.remaining))
        headers.append((b"x-ratelimit-reset", b"%d" % -(-tightest.free_at // SECOND)))
    return headers


def _share(quota: Quota) -> float:
    return quota.remaining / quota.limit.amount if quota.limit.amount else 0.0
