"""What an engine's URL says: where its feed is, and whether it is this machine."""

from urllib.parse import urlsplit, urlunsplit

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
FEED_PATH = "/v1/feed"
TENANT_HEADER = "X-Dialfloor-Tenant"


def address_fault(url: str) -> str | None:
    """What is wrong with an engine's URL, as a sentence for a person; None if it can be tried."""
    try:
        parts = urlsplit(url)
        is_address = (
            parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not _is_two_faced(url)
        )
    except ValueError:
        return f"An engine's address looks like http://127.0.0.1:8787, not {url!r}"
    if not is_address:
        return f"An engine's address looks like http://127.0.0.1:8787, not {url!r}"
    if parts.scheme == "http" and not is_loopback(url):
        return (
            f"An engine on another machine is reached by https://, not by http://{parts.hostname}: the token would"
            " cross the network for all to read. Serve it with --tls-certificate and --tls-key"
        )
    return None


def _is_two_faced(url: str) -> bool:
    """Whether two readers of URLs may find two hosts in it; an address that a person means has none of these."""
    return "@" in url or "\\" in url or not url.isprintable()


def is_loopback(url: str) -> bool:
    """Whether the URL names this machine; then no proxy from the environment may sit in between."""
    return urlsplit(url).hostname in LOOPBACK


def feed_url(url: str) -> str:
    """The WebSocket URL of the feed of the engine at `url` (http becomes ws, https wss)."""
    parts = urlsplit(url)
    scheme = "wss" if parts.scheme == "https" else "ws"
    return urlunsplit((scheme, parts.netloc, parts.path.rstrip("/") + FEED_PATH, "", ""))


def may_be_token(text: str) -> bool:
    """Whether a header can carry it; what cannot was mistyped or pasted wrongly, and no engine knows it."""
    return text.isascii() and text.isprintable()


def credentials(token: str, tenant: str | None) -> dict[str, str]:
    """The headers that name the caller; `tenant` (an id) is for the local operator, who acts in many."""
    headers = {"Authorization": f"Bearer {token}"}
    if tenant is not None:
        headers[TENANT_HEADER] = tenant
    return headers
