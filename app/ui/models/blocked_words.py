"""Who is not called now, in words: places whose hours are over, and contacts that a rule of their own holds back."""

from collections.abc import Mapping

from app.ui.models.admin_rows import moment_text
from app.ui.models.callable_words import EMERGENCY, reason_words, viewer_clock
from app.ui.models.moment import Instant
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import tr
from app.wire.calling import BlockedPage, BlockedPlace, CallingRulesPage, HeldItem


def place_words(place: str) -> str:
    """`area code 212, also in CA, Los Angeles` of `212|US-CA|America/Los_Angeles`."""
    code, _, more = place.partition("|")
    said = [part.removeprefix("US-").rpartition("/")[2].replace("_", " ") for part in more.split("|") if part]
    area = tr("Area code {code}").format(code=code) if code else tr("No place in the United States")
    return tr("{area}, also {places}").format(area=area, places=", ".join(said)) if said else area


def free_words(at: Instant | None) -> str:
    """When it becomes callable, on the viewer's clock; none in sight is said as such."""
    return tr("nothing in sight") if at is None else viewer_clock(at)


def blocked_words(page: BlockedPage) -> str:
    """How many of those that are due are not called at this hour."""
    if not page.due:
        return tr("No contact is due")
    said = tr("{blocked} of {due} due contacts may not be called at this hour")
    return said.format(blocked=f"{page.blocked:,}", due=f"{page.due:,}")


def effect_words(
    rules: CallingRulesPage | None, blocked: BlockedPage | None, mode: str, campaign_id: str | None = None
) -> str:
    """What a mode would do, from what was counted: of a campaign its own, for the tenant's would be read as its."""
    if mode == "off":
        return tr("The rules are not asked: contacts are handed out at any hour, and nothing is counted.")
    counted = "" if rules is None or campaign_id is not None else day_words(rules)
    if mode == "alert-only":
        return tr("Contacts are handed out at any hour; what the rules would have refused is counted.") + f" {counted}"
    now = "" if blocked is None else f" {_blocked_of(blocked, campaign_id)}"
    return tr("Contacts that a rule forbids wait until it allows them.") + f" {counted}{now}"


def _blocked_of(page: BlockedPage, campaign_id: str | None) -> str:
    if campaign_id is None:
        return f"{blocked_words(page)}."
    own = sum(one.contacts for one in page.places if one.campaign_id == campaign_id)
    return tr("Of its due contacts {blocked} may not be called at this hour.").format(blocked=f"{own:,}")


def day_words(page: CallingRulesPage) -> str:
    """What the last day's calls would have met."""
    total = sum(page.would_refuse_day.values())
    if not total:
        return tr("Of the last 24 hours’ calls none would have been refused.")
    worst = sorted(page.would_refuse_day.items(), key=lambda one: -one[1])[:3]
    said = tr("%Ln calls of the last 24 hours would have been refused", "", total)
    return f"{said}: " + ", ".join(f"{reason_words(code)} {count:,}" for code, count in worst) + "."


def _is_refused(one: BlockedPlace) -> bool:
    """A state of emergency refuses in every mode, all else where the rules are enforced."""
    return one.mode == "enforce" or one.code == EMERGENCY


def _why(one: BlockedPlace) -> str:
    said = reason_words(one.code)
    return said if _is_refused(one) else tr("{reason} (only counted)").format(reason=said)


def _citation(one: BlockedPlace) -> str:
    return one.citation or (tr("declared by an officer") if one.code == EMERGENCY else "–")


def place_columns(names: Mapping[str | None, str]) -> tuple[RowColumn[BlockedPlace], ...]:
    """Where, of which campaign, how many, why, and until when; `names` are the campaigns', by id, as they get known."""
    return (
        RowColumn(id="place", title=tr("Where"), width=130, strong=True, text=lambda one: place_words(one.place)),
        RowColumn(
            id="campaign",
            title=tr("Campaign"),
            width=120,
            text=lambda one: names.get(one.campaign_id, "–"),
            hint=lambda one: names.get(one.campaign_id, ""),
        ),
        RowColumn(id="contacts", title=tr("Contacts"), width=90, right=True, text=lambda one: f"{one.contacts:,}"),
        RowColumn(
            id="why",
            title=tr("Why not now"),
            width=220,
            stretch=True,
            text=_why,
            icon=lambda one: "clock-alert-outline" if _is_refused(one) else "eye-outline",
            hint=lambda one: f"{one.detail}. {one.citation}",
        ),
        RowColumn(id="citation", title=tr("Where it stands"), width=190, stretch=True, text=_citation),
        RowColumn(
            id="until",
            title=tr("Callable from"),
            width=130,
            text=lambda one: free_words(one.next_eligible_at),
            hint=lambda one: moment_text(one.next_eligible_at, tr("nothing in sight: somebody has to look")),
            tone=lambda one: "danger" if one.next_eligible_at is None else "text",
        ),
    )


def held_columns() -> tuple[RowColumn[HeldItem], ...]:
    """Who (masked), why, and until when."""
    return (
        RowColumn(id="phone", title=tr("Number"), width=140, strong=True, text=lambda one: one.phone),
        RowColumn(
            id="why",
            title=tr("Why not"),
            width=240,
            stretch=True,
            text=lambda one: f"{reason_words(one.code)} {one.detail}".strip(),
            icon=lambda _: "account-clock-outline",
        ),
        RowColumn(
            id="citation",
            title=tr("Where it stands"),
            width=210,
            text=lambda one: one.citation or tr("this program’s own rule"),
        ),
        RowColumn(
            id="since", title=tr("Held since"), width=130, text=lambda one: moment_text(one.at), tone=lambda _: "muted"
        ),
        RowColumn(
            id="until",
            title=tr("Callable from"),
            width=150,
            text=lambda one: free_words(one.next_eligible_at),
            hint=lambda one: tr("Looked at again {when}").format(when=moment_text(one.until)),
            tone=lambda one: "danger" if one.next_eligible_at is None else "text",
        ),
    )
