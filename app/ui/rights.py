"""What each role may do from the window (docs/guides/protocol.md, "Windows and operators")."""

from types import MappingProxyType
from typing import Literal

from app.wire.operator import Role

Right = Literal["edit_limits", "end_sessions", "tokens", "admin", "alerts", "alert_settings", "officer"]
RIGHTS: MappingProxyType[Right, frozenset[Role]] = MappingProxyType(
    {
        "edit_limits": frozenset({"supervisor", "admin"}),
        "end_sessions": frozenset({"supervisor", "admin"}),
        "tokens": frozenset({"admin"}),
        "admin": frozenset({"admin"}),
        "alerts": frozenset({"supervisor", "admin"}),
        "alert_settings": frozenset({"admin"}),
        "officer": frozenset({"admin", "compliance"}),
    }
)


def allows(role: Role, right: Right) -> bool:
    """Whether a role has a right: what it has not is not offered, and the engine refuses it anyway."""
    return role in RIGHTS[right]
