"""The queue in memory: what `db.queue_sqlite` does, written as plainly as its contract."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.engine.calling import PlaceDue
from app.engine.people import Contact
from app.engine.value import Id, Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A contact in the log: open or not, its rank (0 callback, 1 never called, 2 called), and when it is due."""

    contact: Contact
    is_open: bool = True
    rank: int = 1
    due_at: Instant = 0

    @property
    def place(self) -> tuple[int, Instant, Id]:
        """The least is called first."""
        return self.rank, self.due_at, self.contact.id


class MemoryQueue:
    """`Queue` over a dictionary, which stands for the log."""

    def __init__(self) -> None:
        self._log: dict[Id, Standing] = {}
        self._taken: set[Id] = set()

    def write(self, standing: Standing) -> None:
        """What the log says of a contact from now on."""
        self._log[standing.contact.id] = standing

    def mark(self, contact_id: Id, *, rank: int, due_at: Instant, is_open: bool = True) -> None:
        """A call or a disposition moved the contact in the log."""
        self.write(replace(self._log[contact_id], rank=rank, due_at=due_at, is_open=is_open))

    def take(self, tenant_id: Id, campaign_id: Id | None, lines: int, now: Instant) -> list[Contact]:
        """Up to `lines` contacts that may be called now, in order."""
        due = sorted((s for s in self._waiting(tenant_id, campaign_id) if s.due_at <= now), key=lambda s: s.place)
        found = [standing.contact for standing in due[:lines]]
        self._taken.update(contact.id for contact in found)
        return found

    def take_in(self, tenant_id: Id, where: PlaceDue, lines: int, now: Instant) -> list[Contact]:
        """Up to `lines` contacts of one campaign (None: of none) and place."""
        due = sorted(
            (s for s in self._waiting(tenant_id, None) if _is_of(s.contact, where) and s.due_at <= now),
            key=lambda s: s.place,
        )
        found = [standing.contact for standing in due[:lines]]
        self._taken.update(contact.id for contact in found)
        return found

    def places(self, tenant_id: Id, campaign_id: Id | None) -> list[PlaceDue]:
        """Where contacts wait, as the log has it: one that is taken and not yet called waits there too."""
        first: dict[tuple[Id | None, str], Instant] = {}
        for standing in self._log.values():
            contact = standing.contact
            if standing.is_open and contact.tenant_id == tenant_id and campaign_id in (None, contact.campaign_id):
                key = (contact.campaign_id, contact.place)
                first[key] = min(standing.due_at, first.get(key, standing.due_at))
        return [PlaceDue(campaign_id=campaign, place=place, due_at=at) for (campaign, place), at in first.items()]

    def put_back(self, contacts: Iterable[Contact]) -> None:
        """Return contacts that were not handed out."""
        self._taken.difference_update(contact.id for contact in contacts)

    def release(self, contact_id: Id) -> None:
        """Let go of a contact: the log says when it is due."""
        self._taken.discard(contact_id)

    def size(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> int:
        """How many contacts may be called now."""
        return sum(standing.due_at <= now for standing in self._waiting(tenant_id, campaign_id))

    def next_due(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> Instant | None:
        """When the next contact that waits becomes due."""
        later = (standing.due_at for standing in self._waiting(tenant_id, campaign_id) if standing.due_at > now)
        return min(later, default=None)

    def _waiting(self, tenant_id: Id, campaign_id: Id | None) -> Iterable[Standing]:
        return (
            standing
            for standing in self._log.values()
            if standing.is_open
            and standing.contact.id not in self._taken
            and standing.contact.tenant_id == tenant_id
            and campaign_id in (None, standing.contact.campaign_id)
        )


def _is_of(contact: Contact, where: PlaceDue) -> bool:
    return (contact.campaign_id, contact.place) == (where.campaign_id, where.place)
