"""The table that chains the log: one record for each committed batch of rows that are evidence."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Micros
from db.suppression_tables import METADATA as OLDER
from db.tables import Base

METADATA = OLDER
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class ChainRow(Base):
    """One batch. `leaves` are its rows' hashes (`db.evidence_leaves`), `hash` covers them and the record before."""

    __tablename__ = "chain_records"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[int] = mapped_column(Micros)
    leaves: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
