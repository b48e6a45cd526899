"""The tables of alerts, on the same root as all others."""

from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Micros, Uuid16
from db.tables import Base

METADATA = Base.metadata
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class AlertRow(Base):
    """An alert as it stands; its history is `alert_events`. `subject` is the name it had when it was raised."""

    __tablename__ = "alerts"
    __table_args__ = (
        Index(None, "tenant_id", "opened_at"),
        Index(None, "tenant_id", "state", "opened_at"),
        Index(None, "standing", "fold_until"),
    )
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    rule: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[str] = mapped_column(Uuid16)
    subject: Mapped[str]
    agent_id: Mapped[str | None] = mapped_column(Uuid16)
    severity: Mapped[str]
    limit_id: Mapped[str | None]
    code: Mapped[str | None]
    used: Mapped[int]
    amount: Mapped[int]
    count: Mapped[int]
    opened_at: Mapped[int] = mapped_column(Micros)
    last_at: Mapped[int] = mapped_column(Micros)
    changed_at: Mapped[int] = mapped_column(Micros)
    fold_until: Mapped[int] = mapped_column(Micros)
    state: Mapped[str]
    standing: Mapped[bool]
    tell_due: Mapped[bool]
    told_at: Mapped[int | None] = mapped_column(Micros)
    snoozed_until: Mapped[int | None] = mapped_column(Micros)
    resolved_at: Mapped[int | None] = mapped_column(Micros)
    by: Mapped[str | None]
    note: Mapped[str | None]


class AlertEventRow(Base):
    """What happened to an alert, when, by whom and why; appended, never changed."""

    __tablename__ = "alert_events"
    __table_args__ = (Index(None, "alert_id", "number"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    alert_id: Mapped[str] = mapped_column(Uuid16)
    at: Mapped[int] = mapped_column(Micros)
    how: Mapped[str]
    state: Mapped[str]
    severity: Mapped[str]
    count: Mapped[int]
    by: Mapped[str | None]
    note: Mapped[str | None]


class AlertSettingsRow(Base):
    """A tenant's thresholds, its agents' own, and its quiet hours, as one document; its history is the audit trail."""

    __tablename__ = "alert_settings"
    tenant_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    revision: Mapped[int]
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    by: Mapped[str]
    edited_at: Mapped[int] = mapped_column(Micros)
