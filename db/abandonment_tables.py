"""The tables of abandoned calls beside the counts: what was told of answers, splits, lines held; on the same root."""

from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Micros, Uuid16
from db.export_tables import METADATA as OLDER
from db.tables import Base

METADATA = OLDER
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class PickupRow(Base):
    """What a dialer said of a call's answer. The first three instants are of its clock, `at` is of the engine's."""

    __tablename__ = "pickups"
    __table_args__ = ({"sqlite_with_rowid": False},)
    call_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    answered_by: Mapped[str | None]
    answered_at: Mapped[int | None] = mapped_column(Micros)
    greeting_ended_at: Mapped[int | None] = mapped_column(Micros)
    connected_at: Mapped[int | None] = mapped_column(Micros)
    at: Mapped[int] = mapped_column(Micros)


class CampaignSplitRow(Base):
    """A campaign that was split from another; `counts_with` is the first of the family, whose count they share."""

    __tablename__ = "campaign_splits"
    __table_args__ = ({"sqlite_with_rowid": False},)
    campaign_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    split_from: Mapped[str] = mapped_column(Uuid16)
    counts_with: Mapped[str] = mapped_column(Uuid16)


class LineHoldRow(Base):
    """An agent got fewer contacts than it asked for, by why and minute; the last such decision's counts."""

    __tablename__ = "line_holds"
    __table_args__ = ({"sqlite_with_rowid": False},)
    tenant_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    campaign_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    minute: Mapped[int] = mapped_column(primary_key=True)
    agent_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(Uuid16)
    first_at: Mapped[int] = mapped_column(Micros)
    last_at: Mapped[int] = mapped_column(Micros)
    times: Mapped[int]
    asked: Mapped[int]
    given: Mapped[int]
    live: Mapped[int]
    abandoned: Mapped[int]
    in_flight: Mapped[int]
