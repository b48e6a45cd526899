"""Whether a request was meant for this engine: what browsers can be talked into sending is told by two headers.

A page of elsewhere may point its own name at 127.0.0.1 (DNS rebinding) or open a WebSocket to it; programs do neither.
"""

from ipaddress import ip_address

from app.api.answers import Answer, Scope, problem

_PLAIN = frozenset({"http", "ws"})
_HERE = frozenset({"", "localhost"})


def misdirected(scope: Scope, names: frozenset[str]) -> Answer | None:
    """421 for a name that is not ours, 403 for a WebSocket from another page; None for everything else.

    Without TLS the engine listens on loopback only, where no name but `localhost` and `names` leads to it; a
    certificate speaks for itself.
    """
    headers = dict(scope["headers"])
    host = headers.get(b"host", b"").decode("latin-1").lower()
    if scope.get("scheme", "http") in _PLAIN and not _is_ours(_name_of(host), names):
        sentence = "This engine is not known by that name; use its address, or start it with --name"
        return problem(421, "invalid_request", sentence, "Host")
    origin = headers.get(b"origin")
    if scope["type"] == "websocket" and origin is not None and _authority(origin) != host:
        return problem(403, "forbidden", "A page of another origin may not listen to the feed", "Origin")
    return None


def _is_ours(name: str, names: frozenset[str]) -> bool:
    if name in _HERE or name in names:
        return True
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _name_of(host: str) -> str:
    """`host` without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def _authority(origin: bytes) -> str:
    return origin.decode("latin-1").lower().partition("://")[2]
