"""Users, tokens, campaigns and jobs in the words of the admin's lists. No widget, no clock."""

from types import MappingProxyType

from app.ui.models.moment import EPOCH, Instant
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.admin import TokenItem, UserItem
from app.wire.operator import CampaignItem, JobItem, Role

ROLE_WORDS: MappingProxyType[Role, str] = MappingProxyType(
    {
        "dialer": marked("Dialer"),
        "supervisor": marked("Supervisor"),
        "compliance": marked("Compliance"),
        "admin": marked("Admin"),
    }
)
ROLE_DOES: MappingProxyType[Role, str] = MappingProxyType(
    {
        "dialer": marked("asks for calls"),
        "supervisor": marked("watches and acts"),
        "compliance": marked("reads and exports"),
        "admin": marked("everything"),
    }
)
ROLE_ICONS: MappingProxyType[Role, str] = MappingProxyType(
    {
        "dialer": "phone-outline",
        "supervisor": "headset",
        "compliance": "scale-balance",
        "admin": "shield-account-outline",
    }
)


def moment_text(moment: Instant | None, never: str = "") -> str:
    """`14:02, 3 Nov 2026` in local time; `never` for what has not come."""
    if moment is None:
        return never or tr("never")
    local = moment.astimezone()
    return f"{local:%Y-%m-%d %H:%M}"


def user_state(user: UserItem) -> tuple[str, str, Tone]:
    """Word, icon and tone of what a user can do now."""
    if user.disabled_at is not None:
        return tr("Disabled"), "account-cancel-outline", "muted"
    if not user.tokens:
        return tr("No token"), "key-remove", "warn"
    return tr("%n tokens", "", user.tokens), "key-outline", "text"


def token_state(token: TokenItem) -> tuple[str, str, Tone]:
    """Word, icon and tone of a token."""
    if token.revoked_at is not None:
        return tr("Revoked {when}").format(when=moment_text(token.revoked_at)), "key-remove", "muted"
    return tr("In force"), "key-outline", "ok"


def user_columns() -> tuple[RowColumn[UserItem], ...]:
    """Who, as what, since when, last seen."""
    return (
        RowColumn(
            id="name",
            title=tr("User"),
            width=200,
            stretch=True,
            strong=True,
            text=lambda user: user.name,
            tone=lambda user: "muted" if user.disabled_at is not None else "text",
            order=lambda user: user.name.casefold(),
        ),
        RowColumn(
            id="role",
            title=tr("Role"),
            width=150,
            text=lambda user: tr(ROLE_WORDS[user.role]),
            icon=lambda user: ROLE_ICONS[user.role],
            order=lambda user: user.role,
        ),
        RowColumn(
            id="state",
            title=tr("Access"),
            width=150,
            text=lambda user: user_state(user)[0],
            icon=lambda user: user_state(user)[1],
            tone=lambda user: user_state(user)[2],
            order=lambda user: (user.disabled_at is not None, user.tokens),
        ),
        *_user_times(),
    )


def _user_times() -> tuple[RowColumn[UserItem], ...]:
    return (
        RowColumn(
            id="seen",
            title=tr("Last seen"),
            width=150,
            text=lambda user: moment_text(user.last_seen_at, tr("not yet")),
            order=lambda user: user.last_seen_at or EPOCH,
        ),
        RowColumn(
            id="created",
            title=tr("Since"),
            width=150,
            text=lambda user: moment_text(user.created_at),
            order=lambda user: user.created_at,
        ),
    )


def token_columns() -> tuple[RowColumn[TokenItem], ...]:
    """Whose, as what, since when, last used, whether it still opens anything."""
    return (
        RowColumn(
            id="user",
            title=tr("User"),
            width=200,
            stretch=True,
            strong=True,
            text=lambda token: token.user,
            tone=lambda token: "muted" if token.revoked_at is not None else "text",
            order=lambda token: token.user.casefold(),
        ),
        RowColumn(
            id="role",
            title=tr("Role"),
            width=140,
            text=lambda token: tr(ROLE_WORDS[token.role]),
            icon=lambda token: ROLE_ICONS[token.role],
            order=lambda token: token.role,
        ),
        RowColumn(
            id="state",
            title=tr("State"),
            width=230,
            text=lambda token: token_state(token)[0],
            icon=lambda token: token_state(token)[1],
            tone=lambda token: token_state(token)[2],
            order=lambda token: token.revoked_at or EPOCH,
        ),
        *_token_times(),
    )


def _token_times() -> tuple[RowColumn[TokenItem], ...]:
    return (
        RowColumn(
            id="used",
            title=tr("Last used"),
            width=150,
            text=lambda token: moment_text(token.last_used_at, tr("not yet")),
            order=lambda token: token.last_used_at or EPOCH,
        ),
        RowColumn(
            id="made",
            title=tr("Made"),
            width=150,
            text=lambda token: moment_text(token.created_at),
            order=lambda token: token.created_at,
        ),
        RowColumn(id="id", title=tr("Public part"), width=130, text=lambda token: token.id, tone=lambda _: "muted"),
    )


def campaign_columns() -> tuple[RowColumn[CampaignItem], ...]:
    """Its name, its contacts, and how many of them may be called now."""
    return (
        RowColumn(
            id="name",
            title=tr("Campaign"),
            width=240,
            stretch=True,
            strong=True,
            text=lambda campaign: campaign.name,
            order=lambda campaign: campaign.name.casefold(),
        ),
        RowColumn(
            id="contacts",
            title=tr("Contacts"),
            width=130,
            right=True,
            text=lambda campaign: f"{campaign.contacts:,}",
            order=lambda campaign: campaign.contacts,
        ),
        RowColumn(
            id="waiting",
            title=tr("Waiting now"),
            width=140,
            right=True,
            text=lambda campaign: f"{campaign.waiting:,}",
            tone=lambda campaign: "text" if campaign.waiting else "warn",
            icon=lambda campaign: "" if campaign.waiting else "tray-alert",
            hint=lambda campaign: (
                tr("May be called now") if campaign.waiting else tr("Nobody of this campaign may be called now")
            ),
            order=lambda campaign: campaign.waiting,
        ),
    )


def job_failed(job: JobItem) -> bool:
    """Whether its last run came to nothing."""
    return (job.last_outcome or "").startswith("failed")


def outcome_text(job: JobItem) -> str:
    """What came of its last run; of one that has not ended yet, since when it runs."""
    if job.running_since is not None:
        return tr("running since {time}").format(time=second_text(job.running_since, ""))
    return job.last_outcome or ""


def _outcome_icon(job: JobItem) -> str:
    if job.running_since is not None:
        return "progress-clock"
    if job_failed(job):
        return "alert-circle-outline"
    return "check" if job.last_outcome else ""


def job_columns() -> tuple[RowColumn[JobItem], ...]:
    """What it does, when it ran, what came of it, when it runs next."""
    return (
        RowColumn(id="name", title=tr("Job"), width=170, strong=True, text=lambda job: job.name),
        RowColumn(
            id="what",
            title=tr("What it does"),
            width=240,
            stretch=True,
            text=lambda job: job.what,
            tone=lambda _: "muted",
        ),
        RowColumn(
            id="last", title=tr("Last ran"), width=170, text=lambda job: second_text(job.last_ended_at, tr("not yet"))
        ),
        RowColumn(
            id="outcome",
            title=tr("Outcome"),
            width=220,
            text=outcome_text,
            icon=_outcome_icon,
            tone=lambda job: "danger" if job_failed(job) else "text",
        ),
        RowColumn(
            id="next", title=tr("Next run"), width=170, text=lambda job: second_text(job.next_run_at, tr("never"))
        ),
    )


def second_text(moment: Instant | None, never: str) -> str:
    """To the second, for what happens each second."""
    return never if moment is None else f"{moment.astimezone():%Y-%m-%d %H:%M:%S}"
