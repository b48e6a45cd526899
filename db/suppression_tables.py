"""The table of a tenant's own do-not-call lists, on the same root as all others."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.admin_tables import METADATA as OLDER
from db.columns import Micros, Uuid16
from db.tables import Base

METADATA = OLDER
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class SuppressionRow(Base):
    """A number was put on a list or taken off it. Appended, never changed: the last row of a number and list holds."""

    __tablename__ = "suppressions"
    __table_args__ = (Index(None, "tenant_id", "phone", "kind"), Index(None, "tenant_id", "kind", "number"))
    number: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    phone: Mapped[str]
    kind: Mapped[str]
    is_listed: Mapped[bool]
    at: Mapped[int] = mapped_column(Micros)
    by: Mapped[str]
    source: Mapped[str]
    reason: Mapped[str]


class SuppressionNoteRow(Base):
    """What else is known of a step: the campaign whose call it came of, and the consent by which it was lifted."""

    __tablename__ = "suppression_notes"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    campaign_id: Mapped[str | None] = mapped_column(Uuid16)
    consent: Mapped[str]
