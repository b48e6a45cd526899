"""The compliance view: who may be called now and why not, by which rules, and the proof of what was done."""

from app.ui.page import Place
from app.ui.tongue import marked, tr
from app.ui.views.sectioned_page import DeedWords, Section, SectionedPage

SECTIONS: tuple[Section, ...] = (
    Section(id="map", words=marked("Map"), icon="map-outline", module="app.ui.views.map_pane", kind="MapPane"),
    Section(
        id="lookup",
        words=marked("Look-up"),
        icon="phone-forward-outline",
        module="app.ui.views.lookup_pane",
        kind="LookupPane",
    ),
    Section(
        id="rules",
        words=marked("Rules"),
        icon="gavel",
        module="app.ui.views.rules_pane",
        kind="RulesPane",
    ),
    Section(
        id="lists",
        words=marked("Lists"),
        icon="phone-off-outline",
        module="app.ui.views.lists_pane",
        kind="ListsPane",
    ),
    Section(
        id="exports",
        words=marked("Exports"),
        icon="tray-arrow-down",
        module="app.ui.views.exports_pane",
        kind="ExportsPane",
    ),
    Section(
        id="calling",
        words=marked("Calling hours"),
        icon="clock-check-outline",
        module="app.ui.views.calling_pane",
        kind="CallingPane",
    ),
    Section(
        id="abandonment",
        words=marked("Abandonment"),
        icon="phone-missed",
        module="app.ui.views.abandonment_pane",
        kind="AbandonmentPane",
    ),
    Section(
        id="holds",
        words=marked("Retention and holds"),
        icon="lock-clock",
        module="app.ui.views.holds_pane",
        kind="HoldsPane",
        right="officer",
    ),
    Section(
        id="evidence",
        words=marked("Evidence"),
        icon="shield-check-outline",
        module="app.ui.views.evidence_pane",
        kind="EvidencePane",
        right="officer",
    ),
)


class CompliancePage(SectionedPage):
    """What an officer looks at: each section by its number, and one key for the same deed in all of them."""

    def __init__(self, place: Place) -> None:
        words = DeedWords(
            new=tr("Add here: number, rule, export"),
            change=tr("Change the chosen one"),
            end=tr("Lift, release or end the chosen one"),
        )
        super().__init__(place, "compliance", tr("Compliance"), SECTIONS, words)
