"""The tables of the admin's own settings, on the same root as all others."""

from sqlalchemy.orm import Mapped, mapped_column

from db.alert_tables import METADATA as OLDER
from db.columns import Micros, Uuid16
from db.tables import Base

METADATA = OLDER
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class RetentionRow(Base):
    """How long one kind of row is kept, where an admin said so; `tenant_id` is all zeros for the whole folder's."""

    __tablename__ = "retention_settings"
    __table_args__ = ({"sqlite_with_rowid": False},)
    tenant_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    amount: Mapped[int | None]
    by: Mapped[str]
    edited_at: Mapped[int] = mapped_column(Micros)
