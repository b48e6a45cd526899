"""The tables of what may not be deleted, and of what was erased; neither has a number of an erased person in it."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Micros, Uuid16
from db.evidence_tables import METADATA as OLDER
from db.tables import Base

METADATA = OLDER
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class LegalHoldRow(Base):
    """A legal hold: nothing of its tenant, campaign or number is deleted or erased until it is released.

    `scope` is `tenant`, `campaign`, `number` or `range`; `subject` is empty, the campaign's id, or the number in E.164.
    A range holds the calls placed from `starts_at` to before `ends_at`.
    """

    __tablename__ = "legal_holds"
    __table_args__ = (Index(None, "tenant_id", "released_at"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    scope: Mapped[str]
    subject: Mapped[str]
    reason: Mapped[str]
    by: Mapped[str]
    at: Mapped[int] = mapped_column(Micros)
    released_by: Mapped[str | None]
    released_at: Mapped[int | None] = mapped_column(Micros)
    starts_at: Mapped[int | None] = mapped_column(Micros)
    ends_at: Mapped[int | None] = mapped_column(Micros)


class ErasureRow(Base):
    """One person's number was erased on request: how many rows it was in, and never which number it was."""

    __tablename__ = "erasures"
    number: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    calls: Mapped[int]
    contacts: Mapped[int]
    by: Mapped[str]
    reason: Mapped[str]
    at: Mapped[int] = mapped_column(Micros)
