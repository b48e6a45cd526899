"""What admins keep, on the fake floor: users, tokens, campaigns, jobs, as the real engine keeps them."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from app.ui.models.moment import Instant
from app.wire.admin import AddUser, EditUser, TokenItem, TokensPage, UserItem, UsersPage
from app.wire.operator import CampaignItem, CampaignsPage, CreateToken, JobItem, JobsPage, Role, TokenMade
from tests.fakes.floor_jobs import jobs_at
from tests.fakes.keeping_answers import KeepingAnswers
from tests.fakes.limits_gateway import no

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

PEOPLE: tuple[tuple[str, Role, int], ...] = (
    ("Ada Lindqvist", "admin", 1),
    ("Dialer 1", "dialer", 1),
    ("Dialer 2", "dialer", 1),
    ("Maria Keller", "supervisor", 2),
    ("Priya Raman", "compliance", 1),
    ("Tom Weber", "supervisor", 0),
)
CAMPAIGNS = (("Spring reminders", 18_240, 12_031), ("Late payers 30 days", 4_810, 0), ("Welcome calls", 920, 415))


@dataclass
class FakeAdmin(KeepingAnswers):
    """`gateway.admin` over a `FloorGateway`'s world."""

    floor: "FloorGateway"
    people: dict[str, UserItem] = field(default_factory=dict)
    keys: dict[str, TokenItem] = field(default_factory=dict)
    lists: dict[str, CampaignItem] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    ran: dict[str, Instant] = field(default_factory=dict)
    made: int = 0
    amounts: dict[str, int | None] = field(default_factory=dict)

    def settle_in(self) -> "FakeAdmin":
        """The people and campaigns of a floor that has been running for a while."""
        since = self.floor.world.now - timedelta(days=90)
        for name, role, tokens in PEOPLE:
            user = self._add(name, role, since)
            for at in range(tokens):
                self._token(user, since + timedelta(days=at), self.floor.world.now - timedelta(minutes=7 * at + 2))
        old = self._token(self._user("Tom Weber"), since, since + timedelta(days=30))
        self.keys[old.id] = msgspec.structs.replace(old, revoked_at=since + timedelta(days=31))
        for at, (name, contacts, waiting) in enumerate(CAMPAIGNS):
            self.lists[f"c{at}"] = CampaignItem(id=f"c{at}", name=name, contacts=contacts, waiting=waiting)
        return self

    def _user(self, name: str) -> UserItem:
        return next(user for user in self.people.values() if user.name == name)

    def _add(self, name: str, role: Role, at: Instant) -> UserItem:
        self.made += 1
        user = UserItem(id=f"u{self.made}", name=name, role=role, created_at=at)
        self.people[user.id] = user
        return user

    def _token(self, user: UserItem, at: Instant, used: Instant | None) -> TokenItem:
        self.made += 1
        token = TokenItem(
            id=f"sH9EWfB{self.made:05d}",
            user_id=user.id,
            user=user.name,
            role=user.role,
            created_at=at,
            last_used_at=used,
        )
        self.keys[token.id] = token
        return token

    def _now(self) -> Instant:
        return self.floor.world.now

    def _shown(self, user: UserItem) -> UserItem:
        mine = [token for token in self.keys.values() if token.user_id == user.id]
        used = [token.last_used_at for token in mine if token.last_used_at is not None]
        held = sum(token.revoked_at is None for token in mine)
        return msgspec.structs.replace(user, tokens=held, last_seen_at=max(used, default=None))

    def users(self) -> UsersPage:
        self.floor.ask_for("users")
        return UsersPage(users=[self._shown(user) for user in sorted(self.people.values(), key=lambda one: one.name)])

    def add_user(self, wanted: AddUser) -> UserItem:
        self.floor.ask_for("add_user")
        if any(user.name == wanted.name for user in self.people.values()):
            raise no(409, "conflict", f"There is a user {wanted.name} already; choose another name", "name")
        return self._shown(self._add(wanted.name, wanted.role, self._now()))

    def edit_user(self, user_id: str, edit: EditUser) -> UserItem:
        self.floor.ask_for("edit_user")
        user = self.people[user_id]
        self.reasons.append(edit.reason)
        if edit.role is not msgspec.UNSET:
            self._require_admin(user, edit.role)
            user = msgspec.structs.replace(user, role=edit.role)
            self._change_tokens(user_id, role=edit.role)
        if edit.disabled is not msgspec.UNSET:
            user = msgspec.structs.replace(user, disabled_at=self._now() if edit.disabled else None)
            if edit.disabled:
                self._change_tokens(user_id, revoked_at=self._now())
        self.people[user_id] = user
        return self._shown(user)

    def _require_admin(self, user: UserItem, role: Role) -> None:
        others = [one for one in self.people.values() if one.role == "admin" and one.id != user.id]
        if user.role == "admin" and role != "admin" and not others and self.floor.me_answer.tenant_id is not None:
            sentence = f"{user.name} is the last admin of this tenant; make somebody else an admin first"
            raise no(409, "conflict", sentence, "role")

    def _change_tokens(self, user_id: str, **changes: object) -> None:
        for id_, token in list(self.keys.items()):
            if token.user_id == user_id and token.revoked_at is None:
                self.keys[id_] = msgspec.structs.replace(token, **changes)

    def tokens(self) -> TokensPage:
        self.floor.ask_for("tokens")
        return TokensPage(tokens=sorted(self.keys.values(), key=lambda token: token.created_at, reverse=True))

    def make_token(self, wanted: CreateToken, secret: str) -> TokenMade:
        """What `create_token` of the gateway keeps here."""
        known = next((user for user in self.people.values() if user.name == wanted.user), None)
        if known is not None and known.role != wanted.role:
            raise no(409, "conflict", f"{wanted.user} has the role {known.role}; choose another name", "user")
        user = known or self._add(wanted.user, wanted.role, self._now())
        token = self._token(user, self._now(), None)
        return TokenMade(id=token.id, token=secret, user_id=user.id, user=user.name, role=user.role)

    def revoke_token(self, token_id: str) -> None:
        self.floor.ask_for("revoke_token")
        token = self.keys.get(token_id)
        if token is None or token.revoked_at is not None:
            raise no(404, "not_found", "There is no such token in force in this tenant")
        self.keys[token_id] = msgspec.structs.replace(token, revoked_at=self._now())

    def campaigns(self) -> CampaignsPage:
        self.floor.ask_for("campaigns")
        return self._page()

    def _page(self) -> CampaignsPage:
        return CampaignsPage(campaigns=sorted(self.lists.values(), key=lambda campaign: campaign.name))

    def _require_free(self, name: str) -> None:
        if any(campaign.name == name for campaign in self.lists.values()):
            raise no(409, "conflict", f"There is a campaign {name} already; choose another name", "name")

    def add_campaign(self, name: str) -> CampaignsPage:
        self.floor.ask_for("add_campaign")
        self._require_free(name)
        self.made += 1
        self.lists[f"c{self.made}"] = CampaignItem(id=f"c{self.made}", name=name, contacts=0, waiting=0)
        return self._page()

    def rename_campaign(self, campaign_id: str, name: str) -> CampaignsPage:
        self.floor.ask_for("rename_campaign")
        self._require_free(name)
        self.lists[campaign_id] = msgspec.structs.replace(self.lists[campaign_id], name=name)
        return self._page()

    def run_job(self, name: str) -> JobsPage:
        self.floor.ask_for(f"run_job {name}")
        self.ran[name] = self._now()
        return self.jobs()

    def jobs(self) -> JobsPage:
        """The fake floor's jobs, those that were run by hand as run."""
        page = jobs_at(self._now())
        return JobsPage(
            now=page.now,
            jobs=[self._run_by_hand(job, self.ran[job.name]) if job.name in self.ran else job for job in page.jobs],
        )

    @staticmethod
    def _run_by_hand(job: JobItem, at: Instant) -> JobItem:
        return msgspec.structs.replace(job, last_started_at=at, last_ended_at=at, last_outcome="done by hand")
