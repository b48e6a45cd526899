"""Bodies of `/v1/diagnostics`: facts of an engine, to be read and sent on; no token and no phone number among them."""

from datetime import datetime
from typing import Literal

from app.wire.base import Body


class DiagnosticFact(Body, frozen=True, kw_only=True):
    """One fact; `nextStep` says what to do about one that is not well."""

    group: Literal["program", "machine", "engine", "folder", "rows"]
    name: str
    value: str
    health: Literal["ok", "warn", "fail"] = "ok"
    next_step: str = ""


class DiagnosticsPage(Body, frozen=True, kw_only=True):
    """All facts of one instant."""

    at: datetime
    facts: list[DiagnosticFact]
