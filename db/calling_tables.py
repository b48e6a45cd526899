"""The tables of calling hours: whose contacts the rules bind, and who is held back until when, on the same root."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Micros, Uuid16
from db.hold_tables import METADATA as OLDER
from db.tables import Base

METADATA = OLDER
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class CallingSettingsRow(Base):
    """How a tenant takes the rules of calling hours, or one campaign of it; all zeros stand for the tenant's own."""

    __tablename__ = "calling_settings"
    __table_args__ = ({"sqlite_with_rowid": False},)
    tenant_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    campaign_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    document: Mapped[str]
    by: Mapped[str]
    edited_at: Mapped[int] = mapped_column(Micros)


class ContactHoldRow(Base):
    """Why a contact was last not handed out, and until when it is held; the row stays when the hold is over."""

    __tablename__ = "contact_holds"
    __table_args__ = (Index(None, "tenant_id", "until"), {"sqlite_with_rowid": False})
    contact_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    campaign_id: Mapped[str | None] = mapped_column(Uuid16)
    at: Mapped[int] = mapped_column(Micros)
    until: Mapped[int] = mapped_column(Micros)
    next_eligible_at: Mapped[int | None] = mapped_column(Micros)
    code: Mapped[str]
    rule_id: Mapped[str]
    citation: Mapped[str]
    detail: Mapped[str]


class PurposeStepRow(Base):
    """What calls of a tenant (all zeros) or campaign were for from an instant on; empty: what its tenant's are for.

    How long a call is kept goes by what it was for when it was placed, whatever was set since.
    """

    __tablename__ = "purpose_steps"
    __table_args__ = (Index(None, "tenant_id", "campaign_id", "at"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    campaign_id: Mapped[str] = mapped_column(Uuid16)
    purpose: Mapped[str]
    at: Mapped[int] = mapped_column(Micros)
