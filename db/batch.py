"""One batch of facts in its transaction, sorted by kind, and what its writers share."""

import sqlite3
from collections.abc import Iterable
from typing import Any, TypeVar

from app.engine import events
from app.engine.sessions import Session
from db.evidence_leaves import Leaves
from db.writer_memory import WriterMemory

F = TypeVar("F")


class Batch:
    """`sessions` are those that moved or were counted, as they stood last; `leaves` the evidence written so far."""

    def __init__(self, connection: sqlite3.Connection, facts: Iterable[events.Fact], memory: WriterMemory) -> None:
        self.connection = connection
        self.memory = memory
        self.leaves = Leaves()
        self.by_kind: dict[type, list[Any]] = {}
        self.sessions: dict[str, Session] = {}
        by_kind = self.by_kind
        for fact in facts:
            kind = type(fact)
            if kind in by_kind:
                by_kind[kind].append(fact)
            else:
                by_kind[kind] = [fact]
            if isinstance(fact, events.SessionMoved | events.SessionCounted):
                self.sessions[fact.session.id] = fact.session

    def of(self, kind: type[F]) -> list[F]:
        """The facts of a kind, in the order in which they came."""
        found: list[F] = self.by_kind.get(kind, [])
        return found
