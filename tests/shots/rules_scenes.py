"""The law of the folder: its rules, an edit before it is saved, what waits for a second person, emergencies."""

from collections.abc import Callable
from datetime import date
from types import MappingProxyType

from app.ui.views.rule_dialog import RuleDialog
from app.ui.views.rules_pane import RulesPane
from app.wire.rules import EditRule, RuleWording, SignRule, SwitchEmergency
from tests.shots.compliance_scenes import opened
from tests.shots.set_up import Scene

FLORIDA = "US-FL/hours/1"


def worked_on(scene: Scene) -> RulesPane:
    """The section of a folder whose people have changed the law here and there."""
    law = scene.wiring.floor.law
    law.make(law.worded(FLORIDA, start="09:00"))
    law.make(law.worded("US-TX/hours/1", end="20:30", effective_from=None))
    revision = law.rule(FLORIDA).rule.revision
    law.sign(
        FLORIDA, SignRule(counsel="R. Roe, Esq.", signed_on=date(2026, 5, 4), revision=revision, note="Letter of May 4")
    )
    law.make(law.worded("US-OK/attempts/1", cap=5), user="maria")
    law.make(law.worded(FLORIDA, end="20:30"))
    law.make(
        EditRule(
            jurisdiction="US-TX",
            kind="attempts",
            wording=RuleWording(citation="our own policy", cap=4, window_hours=72),
            reason="Complaints from Houston",
        )
    )
    law.switch_emergency("US-LA", SwitchEmergency(is_on=True, reason="Hurricane, declared by the governor"))
    pane = opened(scene, "rules").pane
    if not isinstance(pane, RulesPane):
        raise TypeError("the rules did not open")
    scene.until(lambda: pane.page is not None)
    scene.settle()
    return pane


def chosen(scene: Scene) -> RulesPane:
    pane = worked_on(scene)
    at = pane.rules.place_of(FLORIDA)
    pane.rule_table.setCurrentIndex(pane.rules.index(at or 0, 0))
    pane.rule_table.scrollTo(pane.rule_table.currentIndex())
    scene.until(lambda: pane.card_of_rule.history.item(0, 1) is not None)
    scene.settle()
    return pane


def edit(scene: Scene, end: str) -> None:
    pane = chosen(scene)
    pane.change_chosen()
    dialog = next(one for one in scene.window.findChildren(RuleDialog) if one.isVisible())
    dialog.fields.end.setText(end)
    dialog.reason.setCurrentText("Counsel’s advice")
    scene.until(lambda: dialog.ready)
    scene.settle()


def new(scene: Scene) -> None:
    worked_on(scene).make_new()
    scene.settle()


def proposals(scene: Scene) -> None:
    pane = worked_on(scene)
    pane.show_tab("proposals")
    pane.proposal_table.setCurrentIndex(pane.proposals.index(0, 0))
    scene.settle()


def approving(scene: Scene) -> None:
    proposals(scene)
    pane = scene.window.findChildren(RulesPane)[0]
    pane.change_chosen()
    scene.settle()


def emergencies(scene: Scene) -> None:
    pane = worked_on(scene)
    pane.show_tab("emergencies")
    scene.settle()


RULES_SCENES: MappingProxyType[str, Callable[[Scene], object]] = MappingProxyType(
    {
        "rules": chosen,
        "rules-looser": lambda scene: edit(scene, "21:00"),
        "rules-new": new,
        "rules-proposals": proposals,
        "rules-approving": approving,
        "rules-emergencies": emergencies,
    }
)
