"""Whom the client believes: one rule for questions, feed and dialers, by the machine's own list of authorities."""

import ssl
from urllib.parse import urlsplit


def trusting(url: str) -> ssl.SSLContext:
    """TLS 1.2 or newer; the certificate must be in force, of a known authority, and for the very host.

    The authorities are the machine's; `SSL_CERT_FILE` names others, such as the one that a company made. Nothing turns
    the checks off: to read a floor's numbers, whoever answers first would need one person who clicks that away.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if urlsplit(url).scheme in ("https", "wss"):
        # 20 ms that a window over its own engine need not wait: it meets no certificate, and would believe none.
        context.load_default_certs(ssl.Purpose.SERVER_AUTH)
    return context
