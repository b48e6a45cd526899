"""The tables of exports: what was exported by whom, and what is saved under a name, on the same root."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Micros, Uuid16
from db.rule_tables import METADATA as OLDER
from db.tables import Base

METADATA = OLDER
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class ExportPresetRow(Base):
    """A saved export with its schedule, both JSON; how its last run by schedule went is beside them."""

    __tablename__ = "export_presets"
    __table_args__ = (Index(None, "tenant_id", "name", unique=True), {"sqlite_with_rowid": False})
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    name: Mapped[str]
    what: Mapped[str]
    by: Mapped[str]
    edited_at: Mapped[int] = mapped_column(Micros)
    schedule: Mapped[str | None]
    due_at: Mapped[int | None] = mapped_column(Micros)
    outcome: Mapped[str | None]
    outcome_at: Mapped[int | None] = mapped_column(Micros)
    failed: Mapped[bool]


class ExportRunRow(Base):
    """One export; `path` is where its file is, empty once it went."""

    __tablename__ = "exports"
    __table_args__ = (Index(None, "tenant_id", "began_at"), {"sqlite_with_rowid": False})
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    what: Mapped[str]
    by: Mapped[str]
    began_at: Mapped[int] = mapped_column(Micros)
    path: Mapped[str]
    preset_id: Mapped[str | None] = mapped_column(Uuid16)
    preset: Mapped[str | None]
    state: Mapped[str]
    ended_at: Mapped[int | None] = mapped_column(Micros)
    rows: Mapped[int]
    size: Mapped[int | None]
    sha256: Mapped[str | None]
    error: Mapped[str | None]
