"""The tables of an edited rule set: every change of it, and counsel's signatures, on the same root."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Micros, Uuid16
from db.decision_tables import METADATA as OLDER
from db.tables import Base

METADATA = OLDER
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class RuleChangeRow(Base):
    """A change of a rule or of a state of emergency, as it stands; `before` and `after` are JSON."""

    __tablename__ = "rule_changes"
    __table_args__ = (Index(None, "subject", "at"), {"sqlite_with_rowid": False})
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    subject: Mapped[str]
    jurisdiction: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    verdict: Mapped[str]
    reason: Mapped[str]
    by: Mapped[str]
    by_user: Mapped[str] = mapped_column(Uuid16)
    at: Mapped[int] = mapped_column(Micros)
    state: Mapped[str]
    settled_by: Mapped[str | None]
    settled_by_user: Mapped[str | None] = mapped_column(Uuid16)
    settled_at: Mapped[int | None] = mapped_column(Micros)
    settled_reason: Mapped[str]
    version: Mapped[str]
    ordinal: Mapped[int]


class RuleSignatureRow(Base):
    """Counsel's last word on a rule, by the wording that was signed; earlier ones are in the audit trail."""

    __tablename__ = "rule_signatures"
    __table_args__ = ({"sqlite_with_rowid": False},)
    rule_id: Mapped[str] = mapped_column(primary_key=True)
    wording: Mapped[str]
    counsel: Mapped[str]
    signed_on: Mapped[str]
    note: Mapped[str]
    by: Mapped[str]
    at: Mapped[int] = mapped_column(Micros)
