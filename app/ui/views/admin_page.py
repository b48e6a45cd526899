"""The admin's view: people, tokens, contacts, limits by tier, and the upkeep of the folder."""

from collections.abc import Sequence

from app.ui.page import PageAction, Place
from app.ui.tongue import marked, tr
from app.ui.views.sectioned_page import DeedWords, Section, SectionedPage

SECTIONS: tuple[Section, ...] = (
    Section(
        id="people",
        words=marked("People"),
        icon="account-group-outline",
        module="app.ui.views.people_pane",
        kind="PeoplePane",
    ),
    Section(
        id="tokens",
        words=marked("Tokens"),
        icon="key-outline",
        module="app.ui.views.tokens_pane",
        kind="TokensPane",
    ),
    Section(
        id="campaigns",
        words=marked("Campaigns"),
        icon="bullhorn-outline",
        module="app.ui.views.campaigns_pane",
        kind="CampaignsPane",
    ),
    Section(
        id="tiers",
        words=marked("Tiers"),
        icon="layers-triple-outline",
        module="app.ui.views.tiers_section",
        kind="TiersSection",
    ),
    Section(
        id="retention",
        words=marked("Retention"),
        icon="archive-clock-outline",
        module="app.ui.views.retention_pane",
        kind="RetentionPane",
    ),
    Section(
        id="backups",
        words=marked("Backups"),
        icon="database-clock-outline",
        module="app.ui.views.backups_pane",
        kind="BackupsPane",
        needs_folder=True,
    ),
    Section(
        id="jobs", words=marked("Jobs"), icon="timer-cog-outline", module="app.ui.views.jobs_pane", kind="JobsPane"
    ),
    Section(
        id="diagnostics",
        words=marked("Diagnostics"),
        icon="stethoscope",
        module="app.ui.views.diagnostics_pane",
        kind="DiagnosticsPane",
        needs_folder=True,
    ),
)


class AdminPage(SectionedPage):
    """What an admin keeps: each section by its number, and one key for the same deed in all of them."""

    def __init__(self, place: Place) -> None:
        words = DeedWords(
            new=tr("New: user, token, campaign, backup"),
            change=tr("Change the chosen one"),
            end=tr("Revoke or disable the chosen one"),
        )
        super().__init__(place, "admin", tr("Admin"), SECTIONS, words)

    def deeds(self) -> Sequence[PageAction]:
        """What is done often enough to have a key wherever one is in this view."""
        return (
            self.action("import", tr("Import contacts from a file"), ("I",), self._import, "file-import-outline"),
            self.action("backup", tr("Back up now"), ("B",), self._back_up, "content-save-outline"),
        )

    def _import(self) -> None:
        from app.ui.views.campaigns_pane import CampaignsPane

        pane = self.show_section("campaigns")
        if isinstance(pane, CampaignsPane):
            pane.choose_file()

    def _back_up(self) -> None:
        if "backups" in self.offered():
            self.show_section("backups").make_new()
