"""Every body that crosses the wire, as typed values; the server, the client and the window share them.

Knows no transport and no store: only names, types and bounds. The protocol itself is docs/guides/protocol.md.
"""
