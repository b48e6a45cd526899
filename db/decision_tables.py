"""The tables of why a call was placed or not: bases that decisions share, versions they refer to, refused contacts."""

from sqlalchemy import Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.calling_tables import METADATA as OLDER
from db.columns import Micros, Uuid16
from db.tables import Base

METADATA = OLDER
"""Every table of the program: whoever compares or migrates asks here, so that none is left out."""


class DecisionBasisRow(Base):
    """What many decisions were based on; `id` is the first 16 bytes of the SHA-256 of `document`."""

    __tablename__ = "decision_bases"
    __table_args__ = ({"sqlite_with_rowid": False},)
    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    document: Mapped[str]
    at: Mapped[int] = mapped_column(Micros)


class RuleVersionRow(Base):
    """The whole content of one version of the rules or of the area codes; `id` is the first 16 bytes of `version`."""

    __tablename__ = "rule_versions"
    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    version: Mapped[str]
    kind: Mapped[str]
    document: Mapped[str]
    at: Mapped[int] = mapped_column(Micros)


class ContactRefusalRow(Base):
    """A contact that was not handed out, folded by contact and rule; basis and verdict are those of the last time."""

    __tablename__ = "contact_refusals"
    __table_args__ = (Index(None, "tenant_id", "last_at"), {"sqlite_with_rowid": False})
    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    campaign_id: Mapped[str | None] = mapped_column(Uuid16)
    contact_id: Mapped[str] = mapped_column(Uuid16)
    code: Mapped[str]
    rule_id: Mapped[str]
    basis_id: Mapped[bytes] = mapped_column(LargeBinary(16))
    list_revision: Mapped[int]
    verdict: Mapped[str | None]
    first_at: Mapped[int] = mapped_column(Micros)
    last_at: Mapped[int] = mapped_column(Micros)
    count: Mapped[int]
