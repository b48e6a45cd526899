"""Which alerts a list shows, in which order, and how many there are of each state. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.ui.models.alert_words import RANK, rule_name, who_text
from app.wire.alerts import AlertItem, AlertSeverity, AlertWord, Rule

Order = Literal["gravest", "newest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFilter:
    """The choices in force; `text` is looked for in the sentence, the subject, the rule, who and the note."""

    state: AlertWord = "open"
    rule: Rule | None = None
    severity: AlertSeverity | None = None
    text: str = ""
    order: Order = "gravest"

    @property
    def narrows(self) -> bool:
        """Whether anything but the state is chosen."""
        return bool(self.rule or self.severity or self.text.strip())

    def holds(self, alert: AlertItem) -> bool:
        """Whether an alert is shown, whatever its state."""
        if self.rule not in (None, alert.rule) or self.severity not in (None, alert.severity):
            return False
        said = " ".join((alert.sentence, alert.subject, rule_name(alert.rule), who_text(alert))).casefold()
        return all(word in said for word in self.text.casefold().split())

    def pick(self, alerts: Iterable[AlertItem]) -> list[AlertItem]:
        """Those of the chosen state that are shown, in order."""
        found = [alert for alert in alerts if alert.state == self.state and self.holds(alert)]
        found.sort(key=lambda alert: (alert.last_at, alert.id), reverse=True)
        if self.order == "gravest":
            found.sort(key=lambda alert: RANK[alert.severity], reverse=True)
        return found


def counts(alerts: Iterable[AlertItem], narrow: AlertFilter) -> dict[AlertWord, int]:
    """How many of each state that is not over, under the other choices."""
    found: dict[AlertWord, int] = {"open": 0, "acknowledged": 0, "snoozed": 0}
    for alert in alerts:
        if alert.state in found and narrow.holds(alert):
            found[alert.state] += 1
    return found
