"""The views behind the rail, in one table: what each is called, its icon, its key, and where it is built."""

from dataclasses import dataclass
from typing import Literal

from app.ui.rights import Right
from app.ui.tongue import marked

PageId = Literal["floor", "sessions", "limits", "log", "alerts", "compliance", "admin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One view. `module` and `kind` name its `Page`, imported when it is first opened; the floor has none.

    Without `right` the user's role does not see the view at all.
    """

    id: PageId
    words: str
    hint: str
    icon: str
    shortcut: str
    module: str = ""
    kind: str = ""
    right: Right | None = None


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        id="floor",
        words=marked("Floor"),
        hint=marked("Every agent, live"),
        icon="view-dashboard-outline",
        shortcut="Alt+1",
    ),
    PageSpec(
        id="sessions",
        words=marked("Sessions"),
        hint=marked("Every session, live and past"),
        icon="account-clock-outline",
        shortcut="Alt+2",
        module="app.ui.views.sessions_page",
        kind="SessionsPage",
    ),
    PageSpec(
        id="limits",
        words=marked("Limits"),
        hint=marked("Limits of agents, tenant, tiers and system"),
        icon="tune-variant",
        shortcut="Alt+3",
        module="app.ui.views.limits_page",
        kind="LimitsPage",
    ),
    PageSpec(
        id="log",
        words=marked("Calls"),
        hint=marked("Calls and refusals, searched and explained"),
        icon="phone-log-outline",
        shortcut="Alt+4",
        module="app.ui.views.log_page",
        kind="LogPage",
    ),
    PageSpec(
        id="alerts",
        words=marked("Alerts"),
        hint=marked("What calls for somebody, and what was done about it"),
        icon="bell-outline",
        shortcut="Alt+5",
        module="app.ui.views.alerts_page",
        kind="AlertsView",
    ),
    PageSpec(
        id="compliance",
        words=marked("Compliance"),
        hint=marked("Who may be called, by which rules, and the proof of it"),
        icon="scale-balance",
        shortcut="Alt+6",
        module="app.ui.views.compliance_page",
        kind="CompliancePage",
    ),
    PageSpec(
        id="admin",
        words=marked("Admin"),
        hint=marked("People, tokens, contacts, backups"),
        icon="cog-outline",
        shortcut="Alt+7",
        module="app.ui.views.admin_page",
        kind="AdminPage",
        right="admin",
    ),
)
