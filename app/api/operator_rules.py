"""`/v1/rules`, `/v1/rule-changes`, `/v1/emergencies`: the law of the folder, which is the same for every tenant."""

from typing import Annotated, Literal

from litestar import get, post, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from app.api.answers import failed, problem
from app.api.operator_context import OFFICERS, READERS, AnyRequest, Problem, Services, Wired, missing, path_id
from app.controller.edit_calling import NO_RULES
from app.controller.edit_rules import draft_edit, edit_rule, sign_rule, switch_emergency
from app.controller.lawful_line import LawfulQueue
from app.controller.outcomes import Done
from app.controller.rule_reading import change_item, changes_page, rule_detail, rules_page, verdict_of
from app.controller.settle_rules import settle_rule
from app.engine.people import Identity, Role
from app.wire.rules import (
    EditRule,
    KindName,
    RuleChangeItem,
    RuleChangesPage,
    RuleDetail,
    RuleEdit,
    RuleRights,
    RulesPage,
    RuleVerdict,
    SettleChange,
    SignRule,
    SwitchEmergency,
)

Jurisdiction = Annotated[str | None, QueryParameter(name="jurisdiction", max_length=5)]


@get("/v1/rules")
async def rules(
    request: AnyRequest, services: Wired, jurisdiction: Jurisdiction = None, kind: FromQuery[KindName | None] = None
) -> RulesPage:
    """Every rule, where a state of emergency holds, and what waits for a second person."""
    identity = services.allow(request, READERS)
    lawful = _lawful(services)
    rights = await _rights(services, request, identity)
    page = rules_page(lawful.rules.state, lawful.calling.lawyer.codes, identity, rights, services.now())
    return page.narrowed(jurisdiction, kind)


@get("/v1/rules/{jurisdiction:str}/{kind:str}/{number:str}")
async def rule(
    request: AnyRequest, services: Wired, jurisdiction: FromPath[str], kind: FromPath[str], number: FromPath[str]
) -> RuleDetail:
    """One rule with all that was done to it."""
    identity = services.allow(request, READERS)
    detail = rule_detail(_lawful(services).rules.state, f"{jurisdiction}/{kind}/{number}", identity, services.now())
    if detail is None:
        raise missing("rule")
    return detail


@put("/v1/rules/{jurisdiction:str}/{kind:str}/{number:str}/signature")
async def sign(
    request: AnyRequest,
    services: Wired,
    jurisdiction: FromPath[str],
    kind: FromPath[str],
    number: FromPath[str],
    data: JSONBody[SignRule],
) -> RuleDetail:
    """Keep counsel's signature on a rule as it is worded."""
    identity = await services.allow_folder(request, OFFICERS)
    rule_id = f"{jurisdiction}/{kind}/{number}"
    now = services.now()
    await services.decide(lambda change: sign_rule(change, identity, rule_id, data, now))
    detail = rule_detail(_lawful(services).rules.state, rule_id, identity, now)
    if detail is None:
        raise missing("rule")
    return detail


@get("/v1/rule-changes")
async def rule_changes(request: AnyRequest, services: Wired) -> RuleChangesPage:
    """What was changed of the rule set and of states of emergency, newest first."""
    identity = services.allow(request, READERS)
    return changes_page(_lawful(services).rules.state, identity)


@post("/v1/rule-changes/check", status_code=200)
async def check_change(request: AnyRequest, services: Wired, data: JSONBody[RuleEdit]) -> RuleVerdict:
    """What an edit would do, before it is made: whether any call may be allowed that is forbidden now."""
    await services.allow_folder(request)
    outcome = draft_edit(_lawful(services), data, services.now())
    if not isinstance(outcome, Done):
        raise Problem(failed(outcome, services.now()))
    return verdict_of(outcome.answer)


@post("/v1/rule-changes", status_code=200)
async def make_change(request: AnyRequest, services: Wired, data: JSONBody[EditRule]) -> RuleChangeItem:
    """Edit a rule or make one: in force from the next decision on if it is stricter, else proposed."""
    identity = await services.allow_folder(request)
    made = await services.decide(lambda change: edit_rule(change, identity, data, services.now()))
    return change_item(_lawful(services).rules.state, made, identity)


@post("/v1/rule-changes/{change_id:str}/{answer:str}", status_code=200)
async def settle_change(
    request: AnyRequest,
    services: Wired,
    change_id: FromPath[str],
    answer: FromPath[Literal["approve", "reject", "withdraw"]],
    data: JSONBody[SettleChange],
) -> RuleChangeItem:
    """Approve or reject what somebody else proposed, or withdraw what one proposed oneself."""
    identity = services.allow(request, OFFICERS)
    found = path_id(change_id, "changeId")
    now = services.now()
    settled = await services.decide(lambda change: settle_rule(change, identity, found, answer, data.reason, now))
    return change_item(_lawful(services).rules.state, settled, identity)


@put("/v1/emergencies/{jurisdiction:str}")
async def put_emergency(
    request: AnyRequest, services: Wired, jurisdiction: FromPath[str], data: JSONBody[SwitchEmergency]
) -> RuleChangeItem:
    """Declare a state of emergency, from the next decision on, or propose to lift it."""
    identity = await services.allow_folder(request, OFFICERS)
    made = await services.decide(lambda change: switch_emergency(change, identity, jurisdiction, data, services.now()))
    return change_item(_lawful(services).rules.state, made, identity)


def _lawful(services: Services) -> LawfulQueue:
    if services.floor.lawful is None:
        raise Problem(problem(409, "conflict", NO_RULES))
    return services.floor.lawful


async def _rights(services: Services, request: AnyRequest, identity: Identity) -> RuleRights:
    owns = await services.owns_folder(request)
    is_officer = identity.role in OFFICERS
    return RuleRights(
        edit=owns and identity.role is Role.ADMIN,
        settle=is_officer,
        declare=owns and is_officer,
        sign=owns and is_officer,
    )


RULE_ROUTES = (rules, rule, sign, rule_changes, check_change, make_change, settle_change, put_emergency)
