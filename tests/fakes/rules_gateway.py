"""The law of the fake floor: the engine's own use cases over the rules that ship, with nothing written anywhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from app.api.answers import failed
from app.client.errors import GatewayRefused, read_error_body
from app.clock import ManualClock
from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.rule_files import read_rule_book
from app.controller.calling import Calling
from app.controller.change import Change
from app.controller.edit_rules import draft_edit, edit_rule, sign_rule, switch_emergency
from app.controller.floor import Floor, Ports
from app.controller.lawful_line import LawfulQueue
from app.controller.outcomes import Done, Outcome
from app.controller.rule_desk import RuleDesk
from app.controller.rule_reading import change_item, rule_detail, rules_page, verdict_of
from app.controller.settle_rules import Settled, settle_rule
from app.engine.people import Identity, Role
from app.engine.ports import Tries
from app.engine.usage import Usage
from app.engine.value import Id, Instant
from app.ids import new_id
from app.wire.rules import (
    EditRule,
    RuleChangeItem,
    RuleDetail,
    RuleEdit,
    RuleRights,
    RulesPage,
    RuleVerdict,
    RuleWording,
    SignRule,
    SwitchEmergency,
)
from db.usage_memory import MemoryUsageStore
from tests.fakes.memory_directory import MemoryDirectory
from tests.fakes.memory_journal import MemoryJournal
from tests.fakes.memory_queue import MemoryQueue

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

T = TypeVar("T")
NOW: Instant = 1_795_528_800_000_000


class NoHistory:
    """`CallHistory` of people nobody has called."""

    def tries(self, tenant_id: Id, phone: str, since: Instant) -> Tries:
        del tenant_id, phone, since
        return Tries([], None, None)


@dataclass
class FakeRules:
    """`gateway.law` over a `FloorGateway`'s world. `user` is who asks; another one makes `others` proposals."""

    floor: "FloorGateway"
    user: str = "ada"
    role: Role = Role.ADMIN
    owns_folder: bool = True
    clock: ManualClock = field(default_factory=lambda: ManualClock(NOW))

    @cached_property
    def engine(self) -> Floor:
        """Made when somebody asks: reading the rules takes milliseconds."""
        directory = MemoryDirectory()
        usage = Usage()
        made = Floor(
            Ports(
                clock=self.clock,
                usage=MemoryUsageStore(usage),
                journal=MemoryJournal(lambda _: None),
                directory=directory,
                agents=directory,
                queue=MemoryQueue(),
                new_id=new_id,
            ),
            usage,
        )
        book, codes = read_rule_book(), read_area_codes()
        made.lawful = LawfulQueue(Calling(Lawyer(book, codes), NoHistory()), MemoryQueue(), RuleDesk(book))
        return made

    @property
    def lawful(self) -> LawfulQueue:
        lawful = self.engine.lawful
        assert lawful is not None
        return lawful

    @property
    def identity(self) -> Identity:
        return self.of(self.user)

    def of(self, user: str) -> Identity:
        return Identity(tenant_id="t", user_id=user, user=user, role=self.role)

    def rules(self) -> RulesPage:
        self.floor.ask_for("rules")
        officer = self.role in (Role.ADMIN, Role.COMPLIANCE)
        owns = officer and self.owns_folder
        rights = RuleRights(edit=owns and self.role is Role.ADMIN, settle=officer, declare=owns, sign=owns)
        return rules_page(self.lawful.rules.state, self.lawful.calling.lawyer.codes, self.identity, rights, NOW)

    def rule(self, rule_id: str) -> RuleDetail:
        self.floor.ask_for("rule")
        detail = rule_detail(self.lawful.rules.state, rule_id, self.identity, NOW)
        assert detail is not None
        return detail

    def check(self, edit: RuleEdit) -> RuleVerdict:
        self.floor.ask_for("check_rule")
        outcome = draft_edit(self.lawful, edit, NOW)
        return verdict_of(_answer(outcome))

    def make(self, edit: EditRule, user: str | None = None) -> RuleChangeItem:
        self.floor.ask_for("make_rule_change")
        identity = self.of(user or self.user)
        return self._told(self._do(lambda change: edit_rule(change, identity, edit, self._later())))

    def settle(self, change_id: str, how: str, reason: str) -> RuleChangeItem:
        self.floor.ask_for("settle_rule_change")
        answer: Settled = "approve" if how == "approve" else "reject" if how == "reject" else "withdraw"
        return self._told(
            self._do(lambda change: settle_rule(change, self.identity, change_id, answer, reason, self._later()))
        )

    def sign(self, rule_id: str, signature: SignRule) -> RuleDetail:
        self.floor.ask_for("sign_rule")
        self._do(lambda change: sign_rule(change, self.identity, rule_id, signature, self._later()))
        return self.rule(rule_id)

    def switch_emergency(self, jurisdiction: str, wanted: SwitchEmergency) -> RuleChangeItem:
        self.floor.ask_for("switch_emergency")
        return self._told(
            self._do(lambda change: switch_emergency(change, self.identity, jurisdiction, wanted, self._later()))
        )

    def worded(self, rule_id: str, **fields: object) -> EditRule:
        """An edit of some fields of a rule."""
        import msgspec

        item = self.rule(rule_id).rule
        wording: RuleWording = msgspec.structs.replace(item.wording, **fields)
        return EditRule(rule_id=rule_id, wording=wording, revision=item.revision, reason="counsel says so")

    def _later(self) -> Instant:
        return self.clock.advance(1_000_000)

    def _do(self, use_case: Callable[[Change], Outcome[T]]) -> T:
        return _answer(use_case(Change(self.engine)))

    def _told(self, made: object) -> RuleChangeItem:
        from app.engine.rule_changes import RuleChange

        assert isinstance(made, RuleChange)
        return change_item(self.lawful.rules.state, made, self.identity)


def _answer(outcome: Outcome[T]) -> T:
    if isinstance(outcome, Done):
        return outcome.answer
    said = failed(outcome, NOW)
    raise GatewayRefused(said.status, read_error_body(said.status, said.body))
